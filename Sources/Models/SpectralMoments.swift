public import Requirements

/// The variances of a stationary isotropic field and of its derivatives: what mean numbers and heights of its critical
/// points depend on.
///
///     λ₀ = E V²,   λ₂ = E (∂₁V)²,   λ₄ = E (∂₁²V)²
///
/// Reference: Longuet-Higgins, Phil. Trans. R. Soc. A 249, 321 (1957); Bardeen, Bond, Kaiser and Szalay, Astrophys. J.
/// 304, 15 (1986).
public struct SpectralMoments: Sendable, Equatable {
  /// λ₀, the variance of V.
  public let variance: Double
  /// λ₂, the variance of ∂₁V.
  public let second: Double
  /// λ₄, the variance of ∂₁²V, three times that of ∂₁∂₂V.
  public let fourth: Double
  /// κ = λ₂/√(λ₀λ₄/3): minus the correlation of V and its mean second derivative, as N → ∞. It is at most √((N+2)/N) in
  /// R^N.
  public let kappa: Double

  /// Moments, positive and finite.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a moment that is not.
  public init(variance λ0: Double, second λ2: Double, fourth λ4: Double) throws(ParameterError) {
    for λ in [λ0, λ2, λ4] { try ParameterError.requirePositive("variance", λ) }
    (variance, second, fourth) = (λ0, λ2, λ4)
    kappa = λ2 / λ0.squareRoot() / (λ4 / 3).squareRoot()
  }
}
