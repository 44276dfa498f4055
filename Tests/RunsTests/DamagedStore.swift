import CriticalPoints
import Foundation
import OutputFiles
import Runs
import Statistics

/// A file that may be a store or not, with all that can be done with it.
struct DamagedStore {
  let path: String
  private let bytes: Data

  init(_ path: String) throws {
    self.path = path
    bytes = try Self.read(path)
  }

  /// Not by `Data(contentsOf:)`, which on Linux loses a page for every file that is empty.
  private static func read(_ path: String) throws -> Data {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    return try file.readToEnd() ?? Data()
  }

  /// What went wrong otherwise than with an error of one line: nothing, it is hoped.
  ///
  /// - Parameter other: a store of the same recipe as it was.
  func faults(mergingInto other: String) -> [String] {
    var faults: [String] = []
    func attempt(_ name: String, _ body: () throws -> Void) {
      do { try body() } catch {
        let isKnown = error is StoreError || error is FileError
        if !isKnown || "\(error)".contains(where: \.isNewline) {
          faults.append("\(name): \(error)")
        }
      }
    }
    let start = Self.processorSeconds
    attempt("open") {
      let store = try Store(opening: path, writes: false)
      _ = store.description.samples
      attempt("status") { _ = try store.status() }
      attempt("table") { _ = try store.table(hasPositions: true) }
      attempt("blanks") { _ = try store.table(.blanks) }
      attempt("datasets") { _ = try store.datasets() }
      attempt("merge") {
        try store.check()
        let target = try Store(opening: other, writes: true)
        try target.merge(store)
        _ = try target.table(hasPositions: true)
      }
    }
    if (try? Self.read(path)) != bytes { faults.append("it was changed") }
    attempt("resume") {
      let store = try Store(opening: path, writes: true)
      try store.check()
      try RunLoop([PieceTask()], threads: 1).run(
        store, origin: RunOrigin(version: "1", revision: "test", blas: "none", threads: 1))
    }
    let seconds = Self.processorSeconds - start
    if seconds > 1 { faults.append("it took \(seconds) s") }
    return faults
  }

  /// Of this thread.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// Reads pieces, and gives no rows.
private struct PieceTask: RunTask {
  let samples = 4
  let hasPieces = true
  let provenance = Provenance(model: "", convention: "", seed: nil)
  let columns: [StoreColumn] = []
  let memory = 0.0

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    _ = pieces.compactMap(EnumerationPiece.init(words:)).map(\.count)
    return SampleRecord(rows: [])
  }
}
