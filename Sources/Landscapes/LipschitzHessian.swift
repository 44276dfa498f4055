/// A landscape on flat space that knows how fast its Hessian changes at most, so that its critical points can be
/// counted with proof.
public protocol LipschitzHessian: Landscape {
  /// A K with ‖∇²f(x) - ∇²f(y)‖ ≤ K|x - y| for all x and y, in the operator norm. Computed at each call.
  func hessianLipschitzConstant() -> Double
  /// Bounds of the rounding errors of |∇f| and ‖∇²f‖ as evaluated.
  var roundingErrors: (gradient: Double, hessian: Double) { get }
}
