import Saddlery

/// All critical points of Gaussian fields on a torus, to be stored: the table of `field critical-points`.
struct FieldPointsTask: StoredTask {
  let sampler: TorusSampler
  let provenance: Provenance
  let samples: Int
  let seed: UInt64
  let memory: Double

  var columns: [StoreColumn] {
    [
      StoreColumn("index", .integer), StoreColumn("value", .real),
      StoreColumn("gradient_norm", .real), StoreColumn("lowest_eigenvalue", .real),
      StoreColumn("highest_eigenvalue", .real),
    ] + (0..<sampler.domain.dimension).map { StoreColumn("x_\($0 + 1)", .real) }
      + [StoreColumn("verdict", .text)]
  }

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    let result = Sweep(sampler.sample(seed: seed, sample: sample)).run(
      threads: threads, progress: progress)
    let verdict = result.completeness.words(proved: "certified")
    let rows = result.points.sorted { $0.value < $1.value }.map { point in
      let numbers =
        [point.value, point.gradientNorm, point.lowestEigenvalue, point.highestEigenvalue]
        + point.position
      return [point.index.map(DataTable.Cell.integer) ?? .missing]
        + numbers.map(DataTable.Cell.real) + [.text(verdict)]
    }
    return SampleRecord(rows: rows, verdict: verdict)
  }
}
