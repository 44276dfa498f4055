import Commands
import Saddlery

/// Searches for critical points in samples of a model, to be stored: the table of `index-energy`.
struct SearchTask<Curve: LabelledIndexCurve, L: Landscape>: StoredTask {
  let options: SearchOptions
  let rule: StoppingRule
  let curve: Curve
  let provenance: Provenance
  let dimension: Int
  let seed: UInt64
  let memory: Double
  let keepsArrays: Bool
  /// Exact mean energies by index, where they are soon known.
  let meanEnergyByIndex: @Sendable (_ threads: Int) throws -> [Double]?
  let landscape: @Sendable (Int) throws -> L

  var samples: Int { options.samples }
  var rowReferences: Set<String> { ["duplicate_of"] }

  var comments: [String] {
    IndexEnergySurvey(curve, dimension: dimension).pointTable(provenance: provenance).comments
  }

  let columns: [StoreColumn] = [
    StoreColumn("target_index", .integer), StoreColumn("outcome", .text),
    StoreColumn("energy", .real), StoreColumn("index", .integer),
    StoreColumn("index_fraction", .real), StoreColumn("radial_derivative", .real),
    StoreColumn("gradient_norm", .real), StoreColumn("lowest_eigenvalue", .real),
    StoreColumn("highest_eigenvalue", .real), StoreColumn("iterations", .integer),
    StoreColumn("duplicate_of", .integer),
  ]

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    let landscape = try landscape(sample)
    let indices = options.targetIndex.isEmpty ? nil : options.targetIndex
    let points = Search(landscape, method: options.method, rule: rule).run(
      points: options.points, indices: indices, seed: seed, sample: sample, threads: threads,
      progress: progress)
    var survey = IndexEnergySurvey(curve, dimension: dimension)
    survey.add(points, sample: sample)
    let table = survey.pointTable(provenance: provenance)
    return SampleRecord(
      rows: table.rows(of: columns), positions: keepsArrays ? points.map(\.position) : nil,
      spectra: keepsArrays
        ? landscape.spectra(at: Matrix(columns: points.map(\.position))) : nil)
  }
}

extension DataTable {
  /// The cells of some columns, a row after another.
  func rows(of columns: [StoreColumn]) -> [[Cell]] {
    let chosen = columns.map { column in self.columns.first { $0.name == column.name }?.cells ?? []
    }
    return (0..<(chosen.first?.count ?? 0)).map { row in chosen.map { $0[row] } }
  }
}
