import Saddlery

/// Spectra of random matrices, to be stored: the table of eigenvalues of `matrix`.
struct MatrixTask: StoredTask {
  let spectra: MatrixSpectra
  let provenance: Provenance
  let samples: Int
  let seed: UInt64
  /// Of the eigenvalues, for axes.
  let scale: String
  let title: String

  /// Spectra are computed eight at a time.
  let block = 8
  var memory: Double { spectra.memory }
  var columns: [StoreColumn] { spectra.columns.map { StoreColumn($0, .real) } }

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    try run(samples: sample..<(sample + 1), threads: threads, progress: progress)[0]
  }

  func run(
    samples: Range<Int>, threads: Int, progress: @escaping ProgressHandler
  ) throws -> [SampleRecord] {
    spectra.draw(seed, samples, threads, progress).map { values in
      SampleRecord(rows: values.map { $0.map(DataTable.Cell.real) })
    }
  }
}
