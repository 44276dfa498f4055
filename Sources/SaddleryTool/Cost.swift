import Foundation
import OutputFiles
import Requirements
import Statistics

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
      throw Failure(
        message:
          "this takes about \(ModelOptions.shortened((hours / 24).rounded())) days; \(remedy)",
        status: 65)
    }
    if hours > 1.0 / 12 {
      StandardStreams.report(String(format: "saddlery: this takes about %.1f hours\n", hours))
    }
  }

  /// Throws if the work takes more memory than there is.
  static func requireMemory(_ bytes: Double, remedy: String) throws {
    guard !isMemoryAvailable(bytes) else { return }
    throw Failure(
      message:
        "this takes \(ModelOptions.shortened((bytes / 1e6).rounded())) MB of memory and this "
        + "machine has \(ProcessInfo.processInfo.physicalMemory / 1_000_000); \(remedy)",
      status: 65)
  }
}
