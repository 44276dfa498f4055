internal import Numerics

/// Where a path ended, and no proof of anything.
struct PathEnd: Sendable {
  let path: Int
  /// Whether it reached t = 1.
  let isFinished: Bool
  /// The unknowns.
  let state: [Complex<Double>]
  let steps: Int

  /// The same as the end of another path.
  func renamed(_ path: Int) -> PathEnd {
    PathEnd(path: path, isFinished: isFinished, state: state, steps: steps)
  }

  /// Whether all unknowns are.
  var isFinite: Bool { state.allSatisfy(\.isFinite) }
}
