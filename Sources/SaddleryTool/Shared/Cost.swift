import Commands
import Foundation
import Saddlery

/// What a request takes, judged before its work.
enum Cost {
  /// Throws if the work takes more than a month; says how long if it is more than five minutes.
  ///
  /// - Parameters:
  ///   - seconds: of one thread.
  ///   - remedy: what to choose smaller.
  static func requireTime(_ seconds: Double, threads: Int, remedy: String) throws {
    let hours = seconds / Double(min(threads, defaultThreads)) / 3600
    guard hours < 30 * 24 else {
      throw Failure.input("this takes about \(shortened((hours / 24).rounded())) days; \(remedy)")
    }
    if hours > 1.0 / 12 {
      StandardStreams.report("saddlery: this takes about \(fixed(hours, 1)) hours\n")
    }
  }

  /// Throws if the work takes more memory than there is.
  static func requireMemory(_ bytes: Double, remedy: String) throws {
    guard !isMemoryAvailable(bytes) else { return }
    throw Failure.input(
      "this takes \(shortened((bytes / 1e6).rounded())) MB of memory and this machine has "
        + "\(ProcessInfo.processInfo.physicalMemory / 1_000_000); \(remedy)")
  }

  /// Throws if critical points that grow like exp(`modes` times `rate`) are more than a double holds.
  ///
  /// - Parameter model: how it stands behind --n.
  static func requireCountable(n: Int, modes: Int, rate: Double, _ model: String) throws {
    let log = Double(modes) * rate
    guard log < 680 else {
      throw Failure.input(
        "--n \(n) \(model) has some exp(\(Int(log))) critical points, more than a double holds; "
          + "--n \(max(n - modes + 1, Int(680 / rate))) would do")
    }
  }
}
