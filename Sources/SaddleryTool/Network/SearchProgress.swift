import Saddlery
import Synchronization

/// Progress of an exploration, whose rounds are each told from their beginning, as searches of the most that may be made.
final class SearchProgress: Sendable {
  private let bar: Progress
  private let limit: Int
  private let before = Mutex(0)

  init(limit: Int, _ options: ProgressOptions) {
    (bar, self.limit) = (Progress(total: limit, unit: "searches at most", options), limit)
  }

  /// Shows how far a round is.
  @Sendable func show(_ round: WorkProgress) {
    let done = before.withLock { before in
      let done = before + round.done
      if round.done == round.total { before = done }
      return done
    }
    bar.show(WorkProgress(done: min(done, limit), total: limit))
  }
}
