/// What a search found at one place, and how sure it is.
///
/// A record is made for every start, converged or not; only ``SearchOutcome/converged`` ones are
/// critical points.
public struct CriticalPoint: Sendable, Equatable {
  /// The place, in ambient coordinates.
  public var position: [Double]
  /// The landscape's value f there (the Hamiltonian H, not H/N).
  public var value: Double
  /// y = ⟨σ, ∇f⟩/N on a sphere of squared radius N; 0 on a flat domain.
  public var radialDerivative: Double
  /// |grad f|/√N, Riemannian gradient, N the ambient dimension.
  public var gradientNorm: Double
  /// Number of negative eigenvalues of the Riemannian Hessian; nil at a degenerate point, where some have no
  /// sign.
  public var index: Int?
  /// Smallest eigenvalue of the Riemannian Hessian.
  public var lowestEigenvalue: Double
  /// Largest eigenvalue of the Riemannian Hessian.
  public var highestEigenvalue: Double
  /// How far the critical point may be from ``position``: the Newton step from there and rounding.
  public var error = 0.0
  /// No other critical point is nearer than this, judged by how fast the Hessian changes.
  public var isolation = 0.0
  /// Eigenvalues of a degenerate point that are zero within their errors.
  public var zeroModes = 0
  /// How the search ended.
  public var outcome: SearchOutcome
  /// Steps of the search.
  public var iterations: Int
  /// The index the search aimed at.
  public var targetIndex: Int

  /// A record made of its parts.
  package init(
    position: [Double], value: Double, radialDerivative: Double, gradientNorm: Double, index: Int?,
    lowestEigenvalue: Double, highestEigenvalue: Double, outcome: SearchOutcome, iterations: Int,
    targetIndex: Int
  ) {
    self.position = position
    self.value = value
    self.radialDerivative = radialDerivative
    self.gradientNorm = gradientNorm
    self.index = index
    self.lowestEigenvalue = lowestEigenvalue
    self.highestEigenvalue = highestEigenvalue
    self.outcome = outcome
    self.iterations = iterations
    self.targetIndex = targetIndex
  }
}

/// How a search ended.
public enum SearchOutcome: String, Sendable, CaseIterable {
  /// Small gradient, a small Newton step to the nearby zero, and every eigenvalue of the Hessian has a sign.
  case converged
  /// Small gradient, but some eigenvalue of the Hessian is zero within its error: a critical point that is not
  /// isolated, or not to be told from one.
  case degenerate
  /// Nowhere to go, yet no zero nearby: the gradient lies in the kernel of the Hessian, so |f′|
  /// is stationary without vanishing.
  case gradientFlat
  /// The method proposes no step that makes progress.
  case stalled
  /// The iteration limit was reached on the way.
  case iterationLimit
  /// The landscape returned a number that is not finite.
  case nonFinite
}
