internal import Dispatch
internal import Foundation
internal import Requirements
internal import Synchronization

/// The number of threads used unless told otherwise: the processors available to this process.
public var defaultThreads: Int { ProcessInfo.processInfo.activeProcessorCount }

/// How far a piece of work is.
public struct WorkProgress: Sendable, Equatable {
  /// Pieces done, and how many there are.
  public let done, total: Int
  /// Pieces among the done that have reached their goal, such as searches that converged; nil where there is none.
  public let reached: Int?

  /// - Parameters:
  ///   - done: pieces of work that are done.
  ///   - total: pieces of work altogether.
  ///   - reached: nil where the pieces have no goal.
  public init(done: Int, total: Int, reached: Int? = nil) {
    (self.done, self.total, self.reached) = (done, total, reached)
  }
}

/// What is told how far a piece of work is; one call at a time, from any thread.
public typealias ProgressHandler = @Sendable (WorkProgress) -> Void

/// The values of `body` at numbers, in order, computed on several threads.
///
/// Work is handed out one number at a time, so uneven work balances; what is computed for a
/// number must not depend on any other.
///
/// - Parameters:
///   - numbers: such as those of samples.
///   - threads: how many to use at most.
///   - progress: told after each value.
///   - body: called once for each number, from any thread.
/// - Throws: the first error met; what has not begun is then left out.
public func concurrentMap<Value: Sendable, Failure: Error>(
  _ numbers: Range<Int>, threads: Int = defaultThreads,
  progress: @escaping ProgressHandler = { _ in },
  _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  try concurrentMap(numbers, threads: threads, body) { done, _ in
    progress(WorkProgress(done: done, total: numbers.count))
  }
}

/// The same, where `finished` sees how many values there are and each as it appears, one call at a time, in no
/// particular order.
package func concurrentMap<Value: Sendable, Failure: Error>(
  _ numbers: Range<Int>, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Value,
  finished: @escaping @Sendable (Int, Value) -> Void
) throws(Failure) -> [Value] {
  demand(threads >= 1, "the number of threads must be at least 1, not \(threads)")
  let next = Atomic<Int>(numbers.lowerBound)
  let results = Mutex((values: [Value?](repeating: nil, count: numbers.count), done: 0))
  let failure = Mutex<Failure?>(nil)
  DispatchQueue.concurrentPerform(iterations: min(threads, max(numbers.count, 1))) { _ in
    while failure.withLock({ $0 == nil }) {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < numbers.upperBound else { return }
      do throws(Failure) {
        let value = try body(number)
        results.withLock {
          $0.values[number - numbers.lowerBound] = value
          $0.done += 1
          finished($0.done, value)
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
  return results.withLock { $0.values.map { $0! } }
}
