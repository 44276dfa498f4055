internal import LinearAlgebra

/// The state of one search apart from its position.
struct Walker: Sendable {
  /// Which start this is.
  let start: Int
  /// The index aimed at.
  let target: Int
  /// Steps taken so far.
  var iterations = 0
  /// Near a critical point: the Hessian before the last step and the length of that step.
  var before: (hessian: Matrix<Double>, step: Double)?
  /// The largest size of gradients on the way.
  var gradientSize = 0.0
  /// Newton steps taken at a small gradient to see whether it is a zero.
  var refinements = 0
  /// Levenberg-Marquardt: the damping μ over the square of the largest eigenvalue, its last accepted place and |g| there.
  var damping: Double?
  var anchor: [Double] = []
  var anchorNorm = Double.infinity
}
