internal import Dispatch
internal import Foundation
internal import Requirements
internal import Synchronization

/// The number of threads used unless told otherwise: the processors available to this process.
public var defaultThreads: Int { ProcessInfo.processInfo.activeProcessorCount }

/// The values of `body` at 0..<count, in order, computed on several threads.
///
/// Work is handed out one number at a time, so uneven work balances; what is computed for a
/// number must not depend on any other. `finished` sees each value as it appears, one call at a
/// time, in no particular order.
package func concurrentMap<T: Sendable>(
  count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> T,
  finished: @escaping @Sendable (T) -> Void = { _ in }
) -> [T] {
  demand(threads >= 1, "the number of threads must be at least 1, not \(threads)")
  let next = Atomic<Int>(0)
  let results = Mutex<[T?]>([T?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: min(threads, max(count, 1))) { _ in
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let value = body(number)
      results.withLock {
        $0[number] = value
        finished(value)
      }
    }
  }
  return results.withLock { $0.map { $0! } }
}
