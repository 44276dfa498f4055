internal import CGSL
internal import Foundation

/// Wigner's surmise for the spacing of neighbouring levels of the β-ensembles, mean 1.
///
///     density 2b^{(β+1)/2}/Γ((β+1)/2) s^β exp(-bs²),   √b = Γ(β/2 + 1)/Γ((β+1)/2)
///
/// β = 1, 2, 4: GOE, GUE, GSE. Exact for 2×2 matrices, and within 2 % of the density in the bulk of
/// large ones.
///
/// Scale: spacings in units of their mean.
///
/// Reference: Wigner (1957); Mehta, Random Matrices, section 1.5.
public struct WignerSurmise: SpectralLaw {
  /// The Dyson index β.
  public let beta: Double
  private let rate: Double
  private let shape: Double

  /// The surmise of a Dyson index β > 0.
  public init(beta: Double) throws(RandomMatrixError) {
    try RandomMatrixError.requirePositive("Dyson index", beta)
    self.beta = beta
    shape = (beta + 1) / 2
    rate = exp(2 * (lgamma(shape + 0.5) - lgamma(shape)))
  }

  /// The smallest interval that holds the law.
  public var support: ClosedRange<Double> { 0...Double.infinity }

  /// The density at a point; 0 outside the support.
  public func density(_ s: Double) -> Double {
    guard s > 0, s.isFinite else { return 0 }
    return 2 * exp(shape * log(rate) - lgamma(shape) + beta * log(s) - rate * s * s)
  }

  /// F(s) = P((β+1)/2, bs²), the regularised incomplete Γ function.
  public func distribution(_ s: Double) -> Double {
    if s <= 0 { return 0 }
    return s.isFinite ? gsl_cdf_gamma_P(rate * s * s, shape, 1) : 1
  }

  /// E s^k = b^{-k/2} Γ((β+k+1)/2)/Γ((β+1)/2).
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    let half = Double(k) / 2
    return exp(lgamma(shape + half) - lgamma(shape) - half * log(rate))
  }
}
