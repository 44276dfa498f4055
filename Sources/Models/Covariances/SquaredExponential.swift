internal import Foundation
public import Requirements
public import SpecialFunctions

/// C(r) = σ² exp(-r²/(2ℓ²)): smooth, in every dimension, κ = 1.
///
/// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
/// does.
public struct SquaredExponential: IsotropicCovariance, Equatable {
  private let scale: Double
  /// ℓ.
  public let length: Double

  /// Variance σ² and length ℓ from 1e-30 to 1e30.
  public init(variance: Double = 1, length: Double = 1) throws(ParameterError) {
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    (scale, self.length) = (variance, length)
  }

  /// None: every dimension.
  public var largestDimension: Int? { nil }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor { scale * Taylor.exp(-τ / (length * length)) }

  /// σ² exp(-τ/ℓ²).
  public func value(atHalfSquare τ: Double) -> Double {
    scale * Foundation.exp(-τ / (length * length))
  }

  /// σ² (ℓ²/2π)^{n/2} exp(-ℓ²k²/2).
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    let square = length * length
    return scale * Foundation.pow(square / (2 * .pi), Double(n) / 2)
      * Foundation.exp(-square * k * k / 2)
  }

  /// Normal with standard deviation 1/ℓ in each direction.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? { .normal(length: length) }
}
