internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// The squared exponential, smooth, in every dimension, κ = 1; variance σ² and length ℓ from 1e-30 to 1e30.
  ///
  ///     C(r) = σ² exp(-r²/(2ℓ²))
  ///
  /// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
  /// does.
  ///
  /// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
  public static func squaredExponential(
    variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    return IsotropicCovariance(squaredExponential: variance, length)
  }
}

extension IsotropicCovariance {
  init(squaredExponential variance: Double, _ length: Double) {
    let square = length * length
    self.init(
      measure: .normal(length: length),
      density: { k, n in
        variance * pow(square / (2 * .pi), Double(n) / 2) * exp(-square * k * k / 2)
      },
      value: { variance * exp(-$0 / square) }, profile: { variance * Taylor.exp(-$0 / square) })
  }
}
