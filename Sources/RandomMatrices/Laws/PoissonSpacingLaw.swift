internal import Foundation

/// Spacings of independent levels: density e^{-s}, mean 1.
///
/// Scale: neighbouring eigenvalues in units of their mean distance, for diagonal disorder.
public struct PoissonSpacingLaw: SpectralLaw {
  /// The law.
  public init() {}

  public var support: ClosedRange<Double> { 0...Double.infinity }

  public func density(_ s: Double) -> Double { s < 0 ? 0 : exp(-s) }

  public func distribution(_ s: Double) -> Double { s < 0 ? 0 : -expm1(-s) }

  public func quantile(_ p: Double) -> Double {
    requireProbability(p)
    return -log1p(-p)
  }

  /// E s^k = k!.
  public func moment(_ k: Int) -> Double {
    requireOrder(k)
    return tgamma(Double(k + 1))
  }
}
