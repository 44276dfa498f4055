internal import Synchronization

/// How far several pieces of work are together, each of which tells how far it is itself.
package final class JointProgress: Sendable {
  private let fractions: Mutex<(of: [Double], sum: Double)>
  private let progress: ProgressHandler

  /// - Parameter progress: told of pieces done, in thousandths.
  package init(pieces: Int, _ progress: @escaping ProgressHandler) {
    fractions = Mutex(([Double](repeating: 0, count: pieces), 0))
    self.progress = progress
  }

  /// Pieces done, with the parts of those under way.
  package var done: Double { fractions.withLock(\.sum) }

  /// A piece tells how far it is.
  package func show(_ piece: Int, _ own: WorkProgress) {
    fractions.withLock { fractions in
      let fraction = Double(own.done) / Double(max(1, own.total))
      fractions.sum += fraction - fractions.of[piece]
      fractions.of[piece] = fraction
      progress(
        WorkProgress(
          done: Int((1000 * fractions.sum).rounded()), total: 1000 * fractions.of.count))
    }
  }
}
