internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// A superposition of squared exponentials over lengths from ℓ₁ to ℓ₂ with variances as the power
  /// λ^{2H} of length, in every dimension:
  ///
  ///     C(r) = σ² ∫ λ^{2H} exp(-r²/(2λ²)) dλ/λ / ∫ λ^{2H} dλ/λ.
  ///
  /// Between the two lengths C(0) - C(r) grows as r^{2H}, as for a field of Hurst exponent H; the shorter
  /// length makes it smooth. H is from 0.01 to 2, lengths and variance σ² from 1e-30 to 1e30.
  ///
  /// The integral is a sum over Gauss's nodes in log λ, ten to an octave and exact to rounding; the
  /// field drawn has that sum for covariance.
  ///
  /// Accuracy: errors of 2e-14 of the variance, and of the derivatives' values at 0, beside what one rounding of the
  /// distance does.
  ///
  /// Reference: Di Federico and Neuman, Water Resour. Res. 33, 1075 (1997).
  public static func truncatedPowerLaw(
    hurst: Double, lengths: ClosedRange<Double>, variance: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    try ParameterError.requirePositive("Hurst exponent", hurst, in: 0.01...2)
    try ParameterError.requireScale("shortest length", lengths.lowerBound)
    try ParameterError.requireScale("longest length", lengths.upperBound)
    try ParameterError.requireScale("variance", variance)
    let ratio = log2(lengths.upperBound / lengths.lowerBound)
    let panels = max(1, Int(ratio.rounded(.up)))
    let width = ratio / Double(panels)
    let rule = GaussLegendre(count: 10)
    let parts = (0..<panels).flatMap { panel in
      zip(rule.nodes, rule.weights).map { node, weight in
        let octaves = width * (Double(panel) + (1 + node) / 2)
        return (length: lengths.lowerBound * exp2(octaves), weight * exp2(2 * hurst * octaves))
      }
    }
    let sum = parts.reduce(0) { $0 + $1.1 }
    return .sum(
      of: parts.map { IsotropicCovariance(squaredExponential: variance * $0.1 / sum, $0.length) })
  }
}
