internal import Foundation
internal import RandomMatrices
public import Requirements

/// Index fraction against value, as N → ∞, for the critical points of a stationary isotropic Gaussian
/// field.
///
/// For Cov(V(x), V(y)) = N f(|x-y|²/(2N)) and ε = V/N the Hessian given ε is √f″(0) (G/√N + s), s
/// normal of mean f′(0)ε/(f(0)√f″(0)) and variance (1-κ²)/N. The rate of critical points at (ε, s)
/// is greatest at twice that mean over 1 + κ², so that most have
///
///     α(ε) = F(ε/ε_c),   ε_c = (1 + κ²) f(0) √f''(0)/|f'(0)|,
///
/// F the semicircle's distribution function on [-1, 1]. For κ = 1 (squared exponential) s is fixed by ε
/// and the curve is sharp; for κ < 1 the index scatters about it.
///
/// κ² = f′(0)²/(f(0) f″(0)) lies in (0, 1] for fields that exist in every dimension.
///
/// Reference: Bray and Dean, Phys. Rev. Lett. 98, 150201 (2007), arXiv:cond-mat/0611023.
public struct FieldIndexCurve: Sendable, Equatable {
  /// κ.
  package let kappa: Double
  /// f(0).
  package let variance: Double
  /// ε_c = (1 + κ²)/κ √f(0).
  public let threshold: Double

  /// The curve for 0 < κ ≤ 1, ε in units of √f(0) unless that is given.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another κ, or a variance that is not positive and finite.
  public init(kappa: Double, variance: Double = 1) throws(ParameterError) {
    try ParameterError.require("κ", kappa, "one above 0 and up to 1") { $0 > 0 && $0 <= 1 }
    try ParameterError.requirePositive("variance", variance)
    self.kappa = kappa
    self.variance = variance
    threshold = (1 + kappa * kappa) / kappa * variance.squareRoot()
  }

  /// α of most critical points of value ε = V/N.
  public func indexFraction(energy ε: Double) -> Double {
    SemicircleLaw.unit.distribution(ε / threshold)
  }

  /// Mean ε of the points of index fraction α.
  ///
  /// Given the shift s the value is normal of mean -κs and variance (1-κ²)/N, in units of √f(0), whatever
  /// the weight of the determinant, which depends on s alone.
  public func meanEnergy(indexFraction α: Double) -> Double {
    2 * kappa * variance.squareRoot() * SemicircleLaw.unit.quantile(α)
  }

  /// Standard deviation of ε at fixed shift in dimension N: √((1-κ²) f(0)/N).
  public func scatter(dimension n: Int) -> Double {
    demand(n >= 1, "N must be 1 or more, not \(n)")
    return (variance * (1 - kappa * kappa) / Double(n)).squareRoot()
  }
}
