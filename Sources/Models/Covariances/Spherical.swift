public import Requirements
public import SpecialFunctions

/// The overlap of two balls of diameter ℓ at distance r, σ² (1 - 3r/(2ℓ) + r³/(2ℓ³)) for r < ℓ and zero
/// beyond. The field is not differentiable. In at most three dimensions.
public struct Spherical: IsotropicCovariance, Equatable {
  private let scale: Double
  /// ℓ, beyond which the field is independent.
  public let length: Double

  /// Variance σ² and range ℓ from 1e-30 to 1e30.
  public init(variance: Double = 1, length: Double = 1) throws(ParameterError) {
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    (scale, self.length) = (variance, length)
  }

  /// 3.
  public var largestDimension: Int? { 3 }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    guard τ[0] > 0 else {
      return Taylor(derivatives: [scale, -.infinity, .infinity, -.infinity, .infinity])
    }
    let x = Taylor.sqrt(2 * τ) / length
    return x[0] < 1 ? scale * (1 - x) * (1 - x) * (1 + 0.5 * x) : Taylor(0)
  }

  /// Not known.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? { nil }
}
