public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// The overlap of two balls of diameter ℓ at distance r.
  ///
  ///     C(r) = σ² (1 - 3r/(2ℓ) + r³/(2ℓ³)) for r < ℓ, and 0 beyond
  ///
  /// The field is not differentiable. In at most three dimensions; variance σ² and range ℓ from 1e-30 to 1e30.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a variance or range beyond.
  ///
  /// Reference: Chilès and Delfiner, Geostatistics (1999).
  public static func spherical(
    variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    return IsotropicCovariance(largestDimension: 3, measure: nil) { τ in
      guard τ[0] > 0 else {
        return Taylor(derivatives: [variance, -.infinity, .infinity, -.infinity, .infinity])
      }
      let x = Taylor.sqrt(2 * τ) / length
      return x[0] < 1 ? variance * (1 - x) * (1 - x) * (1 + 0.5 * x) : Taylor(0)
    }
  }
}
