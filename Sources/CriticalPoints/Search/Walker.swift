/// The state of one search apart from its position.
struct Walker: Sendable {
  /// Which start this is.
  let start: Int
  /// The index aimed at.
  let target: Int
  /// Steps taken so far.
  var iterations = 0
  /// Levenberg-Marquardt: the damping μ, its last accepted place and |g| there.
  var damping: Double?
  var anchor: [Double] = []
  var anchorNorm = Double.infinity
}
