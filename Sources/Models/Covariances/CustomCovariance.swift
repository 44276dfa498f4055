public import Requirements
public import SpecialFunctions

/// A covariance given by one function f of τ = r²/2, written on ``Taylor`` numbers:
///
///     let bump = try CustomCovariance { τ in Taylor.exp(-τ) / (1 + 0.1 * τ) }
///
/// Derivatives, spectral moments and κ follow from f. It is sampled on points, grids and tori; its
/// spectral measure is not known.
public struct CustomCovariance: IsotropicCovariance {
  private let function: @Sendable (Taylor) -> Taylor

  /// As stated by whoever gave f.
  public let largestDimension: Int?

  /// - Parameters:
  ///   - largestDimension: up to which f is positive definite, stated by you: it is not proved here.
  ///     Functions whose derivatives alternate in sign, (-1)^j f⁽ʲ⁾ ≥ 0, are in every dimension
  ///     (Schoenberg).
  ///   - function: f.
  /// - Throws: ``ParameterError`` if f(0), -f'(0) or f''(0) is not positive, or if they contradict the dimension:
  ///   κ² ≤ (N+2)/N.
  public init(
    largestDimension: Int? = nil, _ function: @escaping @Sendable (Taylor) -> Taylor
  ) throws(ParameterError) {
    self.function = function
    self.largestDimension = largestDimension
    try ParameterError.requireScale("variance", variance)
    // Infinite ones are those of rough fields.
    for (name, moment) in [
      ("variance of the first derivative", secondMoment),
      ("variance of the second derivative", fourthMoment),
    ] where !(moment > 0) { throw ParameterError(name, moment, valid: "a positive number") }
    let (κ2, n) = (kappa * kappa, largestDimension.map(Double.init) ?? .infinity)
    let bound = n.isFinite ? (n + 2) / n : 1
    guard κ2 <= bound * (1 + 1e-12) else {
      throw ParameterError(
        "largest dimension", n, valid: "\(Int(2 * (1 + 1e-12) / (κ2 - 1))) or less, as κ² is \(κ2)")
    }
  }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor { function(τ) }

  /// Not known.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? { nil }
}
