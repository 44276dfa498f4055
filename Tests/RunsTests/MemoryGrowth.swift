import Foundation
import Synchronization

/// How many are asked for by `SADDLERY_FUZZ`.
func fuzzCount(default count: Int) -> Int {
  ProcessInfo.processInfo.environment["SADDLERY_FUZZ"].flatMap(Int.init) ?? count
}

/// The memory of a process that does the same again and again, after its first steps and at the end.
final class MemoryGrowth: Sendable {
  private let first: Int
  private let state = Mutex((steps: 0, start: 0))

  /// - Parameter first: steps in which caches and the heap may fill.
  init(after first: Int) { self.first = first }

  /// One is done.
  func step() {
    state.withLock {
      $0.steps += 1
      if $0.steps == first { $0.start = Self.resident }
    }
  }

  /// Whether there are 32 MiB more or not, in words: what stays of a heap in pieces, where 64 bytes lost in each of a million steps would be
  /// twice that.
  var faults: [String] {
    let (steps, start) = state.withLock { $0 }
    let growth = Self.resident - start
    return growth < 32 << 20
      ? [] : ["\(growth) bytes more after \(steps) steps than after \(first)"]
  }

  /// Bytes, without what the heap only holds in store; 0 where the system does not say.
  private static var resident: Int {
    let trim = dlsym(nil, "malloc_trim").map {
      unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
    }
    _ = trim?(0)
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
      * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
