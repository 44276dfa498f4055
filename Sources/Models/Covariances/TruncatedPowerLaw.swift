internal import Foundation
public import Requirements
public import SpecialFunctions

/// A superposition of squared exponentials over lengths from ℓ₁ to ℓ₂ with variances as the power
/// λ^{2H} of length, in every dimension:
///
///     C(r) = σ² ∫ λ^{2H} exp(-r²/(2λ²)) dλ/λ / ∫ λ^{2H} dλ/λ.
///
/// Between the two lengths C(0) - C(r) grows as r^{2H}, as for a field of Hurst exponent H; the shorter
/// length makes it smooth.
///
/// Accuracy: errors of 2e-14 of the variance, and of the derivatives' values at 0, beside what one rounding of the
/// distance does.
///
/// Reference: Di Federico and Neuman, Water Resour. Res. 33, 1075 (1997).
public struct TruncatedPowerLaw: IsotropicCovariance, Equatable {
  /// ℓ₁ and ℓ₂.
  public let lengths: ClosedRange<Double>
  /// H.
  public let hurst: Double
  /// Nodes in λ, with their shares of the variance.
  private let parts: [Part]

  private struct Part: Equatable {
    let length: Double
    let variance: Double
  }

  /// H from 0.01 to 2, lengths and variance σ² from 1e-30 to 1e30.
  ///
  /// The integral is a sum over Gauss's nodes in log λ, ten to an octave and exact to rounding; the
  /// field drawn has that sum for covariance.
  public init(
    hurst: Double, lengths: ClosedRange<Double>, variance: Double = 1
  ) throws(ParameterError) {
    try ParameterError.requirePositive("Hurst exponent", hurst, in: 0.01...2)
    try ParameterError.requireScale("shortest length", lengths.lowerBound)
    try ParameterError.requireScale("longest length", lengths.upperBound)
    try ParameterError.requireScale("variance", variance)
    (self.hurst, self.lengths) = (hurst, lengths)
    let ratio = Foundation.log2(lengths.upperBound / lengths.lowerBound)
    let panels = max(1, Int(ratio.rounded(.up)))
    let width = ratio / Double(panels)
    let rule = GaussLegendre(count: 10)
    var parts: [Part] = []
    for panel in 0..<panels {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let octaves = width * (Double(panel) + (1 + node) / 2)
        parts.append(
          Part(
            length: lengths.lowerBound * exp2(octaves), variance: weight * exp2(2 * hurst * octaves)
          ))
      }
    }
    let sum = parts.reduce(0) { $0 + $1.variance }
    self.parts = parts.map { Part(length: $0.length, variance: variance * $0.variance / sum) }
  }

  /// None: every dimension.
  public var largestDimension: Int? { nil }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    parts.reduce(Taylor(0)) { $0 + $1.variance * Taylor.exp(-τ / ($1.length * $1.length)) }
  }

  /// The sum over the squared exponentials.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    parts.reduce(0) { sum, part in
      let square = part.length * part.length
      return sum + part.variance * Foundation.pow(square / (2 * .pi), Double(n) / 2)
        * Foundation.exp(-square * k * k / 2)
    }
  }

  /// That of one of the squared exponentials.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    .mixture(parts.map { ($0.variance, .normal(length: $0.length)) })
  }
}
