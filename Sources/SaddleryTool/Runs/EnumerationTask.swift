import Commands
import Saddlery

/// All critical points of samples of a p-spin model, with proof, to be stored.
struct EnumerationTask: StoredTask {
  let model: Model
  let dimension: Int
  let seed: UInt64
  let samples: Int
  /// The number of the first.
  let first: Int
  let memory: Double
  let keepsArrays: Bool

  let hasPieces = true
  let positionName = "sigma"

  var provenance: Provenance {
    Provenance(
      model: "\(model.name), N = \(dimension)", convention: Mixture.convention, seed: seed,
      notes: ["samples from \(first)"])
  }

  let columns: [StoreColumn] = [
    StoreColumn("energy", .real), StoreColumn("index", .integer),
    StoreColumn("gradient_norm", .real), StoreColumn("certified", .integer),
  ]

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    let hamiltonian = model.hamiltonian(dimension: dimension, seed: seed, sample: first + sample)
    let result = try asInput {
      try Enumeration.run(
        hamiltonian, seed: seed, sample: first + sample, threads: threads,
        resuming: pieces.compactMap(EnumerationPiece.init(words:)), keep: { keep($0.words) },
        progress: progress)
    }
    let points = result.points
    return SampleRecord(
      rows: points.map { point in
        [
          .real(point.value / Double(dimension)), .integer(point.index),
          .real(point.gradientNorm), .integer(point.isIndexCertified ? 1 : 0),
        ]
      }, positions: keepsArrays ? points.map(\.position) : nil,
      spectra: keepsArrays
        ? hamiltonian.spectra(at: Matrix(columns: points.map(\.position))) : nil,
      verdict: result.completeness.words(proved: "complete"))
  }

  func runPieces(
    sample: Int, share: Share, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws {
    try asInput {
      try Enumeration.follow(
        model.hamiltonian(dimension: dimension, seed: seed, sample: first + sample), seed: seed,
        sample: first + sample, threads: threads, where: share.contains,
        resuming: pieces.compactMap(EnumerationPiece.init(words:)), keep: { keep($0.words) },
        progress: progress)
    }
  }
}
