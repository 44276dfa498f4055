internal import Foundation

/// Spacings of independent levels: density e^{-s}, mean 1.
///
/// Scale: neighbouring eigenvalues in units of their mean distance, for diagonal disorder.
public struct PoissonSpacingLaw: SpectralLaw {
  /// The law.
  public init() {}

  /// The smallest interval that holds the law.
  public var support: ClosedRange<Double> { 0...Double.infinity }

  /// The density at a point; 0 outside the support.
  public func density(_ s: Double) -> Double { s < 0 ? 0 : exp(-s) }

  /// F, the mass up to a point.
  public func distribution(_ s: Double) -> Double { s < 0 ? 0 : -expm1(-s) }

  /// The smallest point with F ≥ p.
  public func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    return -log1p(-p)
  }

  /// E s^k = k!.
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    return tgamma(Double(k + 1))
  }
}
