/// When a search is over, and how far one step may go.
public struct StoppingRule: Sendable, Equatable {
  /// A critical point needs |grad f| at most this times |∇f| + hs: ∇f the gradient in ambient coordinates, h the
  /// root mean square eigenvalue of the Hessian and s the domain's scale.
  public var gradientTolerance = 1e-11
  /// A critical point needs a Newton step at most this times the domain's scale: there is a zero
  /// nearby, not only a small gradient.
  public var stepTolerance = 1e-6
  /// The gradient counts as lying in the Hessian's kernel if |Hg| is at most this times |H||g|.
  public var flatTolerance = 1e-6
  /// Steps before giving up; nil means 200, or the ambient dimension if that is larger.
  public var iterationLimit: Int?
  /// Longest step, as a multiple of the domain's scale; 2.5 times that where an index-targeted walk is far from its index
  /// or freed from a circle.
  public var stepCap = 0.3

  /// The rule with its documented defaults.
  public init() {}
}
