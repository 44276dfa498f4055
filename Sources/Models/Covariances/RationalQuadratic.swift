internal import Foundation
public import Requirements
public import SpecialFunctions

/// C(r) = σ² (1 + r²/(2αℓ²))^{-α}, in every dimension: a mixture of squared exponentials that decays as
/// the power r^{-2α}. κ² = α/(α+1).
///
/// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
/// does.
public struct RationalQuadratic: IsotropicCovariance, Equatable {
  private let scale: Double
  /// What it is for α = ∞.
  private let limit: SquaredExponential?
  /// α.
  public let exponent: Double
  /// ℓ.
  public let length: Double

  /// Exponent α from 0.01 to 10⁴, or infinite, which is the squared exponential; variance σ² and length ℓ from 1e-30
  /// to 1e30.
  public init(exponent: Double, variance: Double = 1, length: Double = 1) throws(ParameterError) {
    limit =
      try ParameterError.isLimit("exponent", exponent, orIn: 0.01...10_000)
      ? SquaredExponential(variance: variance, length: length) : nil
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    (scale, self.exponent, self.length) = (variance, exponent, length)
  }

  /// Cauchy's covariance σ² (1 + r²/ℓ²)^{-β}, the power law with a core.
  public static func cauchy(
    exponent β: Double = 1, variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> RationalQuadratic {
    try ParameterError.requirePositive("exponent", β, in: 0.01...10_000)
    return try RationalQuadratic(
      exponent: β, variance: variance, length: length / (2 * β).squareRoot())
  }

  /// None: every dimension.
  public var largestDimension: Int? { nil }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    if let limit { return limit.profile(τ) }
    let square = length * length
    let x = τ[0] / (exponent * square)
    var derivative = scale * Foundation.exp(-exponent * log1p(x))
    return τ.composed(
      with: (0..<Taylor.count).map { j in
        defer { derivative *= -(1 + Double(j) / exponent) / (square * (1 + x)) }
        return derivative
      })
  }

  /// 2σ²/Γ(α) (αℓ²/2π)^{n/2} (x/2)^{α-n/2} K_{α-n/2}(x), x = √(2α) ℓk.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    if let limit { return limit.spectralDensity(at: k, dimension: n) }
    let (half, x) = (Double(n) / 2, (2 * exponent).squareRoot() * length * k)
    return 2 * scale
      * Foundation.exp(
        half * Foundation.log(exponent * length * length / (2 * .pi)) - lgamma(exponent)
          + (exponent - half) * Foundation.log(x / 2)
          + BesselFunction.logK(exponent - half, x))
  }

  /// A normal vector times the root of a gamma variable of shape α.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    limit?.spectralMeasure(dimension: n) ?? .gamma(shape: exponent, length: length)
  }
}
