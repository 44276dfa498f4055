internal import Statistics
internal import Synchronization

/// How far a sweep is, in thousandths that never fall, and whether it goes on.
///
/// How much there is to do shows only as it is done: every stage takes its part, as foreseen when it begins, of what is left
/// then. Work is measured in evaluations of the landscape with its Hessian.
final class SweepProgress: Sendable {
  private struct State {
    /// Where the stage began, its part of all, its work, and what of it is done.
    var (start, part, work, done) = (0.0, 0.0, 1.0, 0.0)
    var told = -1

    var fraction: Double { start + part * min(done / work, 1) }
  }

  /// Of one start of a search.
  static let searchCost = 10.0

  private static let total = 1000
  private let state = Mutex(State())
  private let handler: ProgressHandler
  /// What may end it.
  let cancellation: Cancellation?

  init(_ handler: @escaping ProgressHandler, _ cancellation: Cancellation?) {
    (self.handler, self.cancellation) = (handler, cancellation)
  }

  var isCancelled: Bool { cancellation?.isCancelled == true }

  /// A stage begins.
  ///
  /// - Parameters:
  ///   - work: of the stage.
  ///   - rest: what will be left behind it, about.
  func begin(_ work: Double, before rest: Double) {
    state.withLock { state in
      let start = state.fraction
      let part = (1 - start) * work / max(work + rest, 1)
      (state.start, state.part, state.work, state.done) = (start, part, max(work, 1), 0)
    }
  }

  /// So much of the stage is done.
  func add(_ work: Double) {
    state.withLock { state in
      state.done += work
      tell(Int(state.fraction * Double(Self.total - 1)), &state)
    }
  }

  /// All is done.
  func end() { state.withLock { tell(Self.total, &$0) } }

  private func tell(_ done: Int, _ state: inout State) {
    guard done > state.told else { return }
    state.told = done
    handler(WorkProgress(done: done, total: Self.total))
  }
}
