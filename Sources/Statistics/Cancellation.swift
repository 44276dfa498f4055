internal import Synchronization

/// What tells a piece of work that its result is no longer wanted: it ends at its next step, with what it has.
///
///     let cancellation = Cancellation()
///     let found = Search(hamiltonian).run(points: 1000, seed: 1, cancellation: cancellation)
///
/// and, on another thread, `cancellation.cancel()`. One may serve several pieces of work.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Of work that goes on.
  public init() {}

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Ends the work, for good; from any thread.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
