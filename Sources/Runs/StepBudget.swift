internal import CSQLite
internal import Foundation

/// How long a statement may read: pages that lead back to each other make tables without end.
///
/// A row of n bytes takes fewer than 20 n steps of SQLite's machine, so that a statement ends that takes more than a file of
/// this size could need.
final class StepBudget {
  private static let (interval, stepsPerByte) = (1_000_000, 20)

  private let path: String
  private var steps = 0

  init(_ path: String) { self.path = path }

  /// A statement begins.
  func start() { steps = 0 }

  /// Ends the statements of a connection, which must not outlive this.
  func watch(_ connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, Int32(Self.interval),
      { Unmanaged<StepBudget>.fromOpaque($0!).takeUnretainedValue().isSpent() ? 1 : 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private func isSpent() -> Bool {
    steps += Self.interval
    // The log beside it is read too.
    let bytes = [path, path + "-wal"].reduce(0) { sum, path in
      var info = stat()
      return stat(path, &info) == 0 ? sum + Int(info.st_size) : sum
    }
    return steps > Self.interval + Self.stepsPerByte * bytes
  }
}
