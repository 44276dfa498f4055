public import Requirements
public import SpecialFunctions

/// A covariance that depends on distance only.
///
///     C(r) = f(τ),   τ = r²/2
///
/// As a function of τ it is smooth where fields are: V is differentiable if f′(0) is finite, twice if f″(0) is. It is
/// made of f on ``/SpecialFunctions/Taylor`` numbers, and derivatives, spectral moments and κ follow; the families that the field knows
/// are static functions, such as ``Covariance/matern(smoothness:variance:length:)``.
///
/// Scale: lengths and variance are in the user's units. The convention of high dimension,
/// Cov = N f(|x-y|²/(2N)), is ``extensive(dimension:)``.
///
/// Reference: Fyodorov, Phys. Rev. Lett. 92, 240601 (2004), arXiv:cond-mat/0401287, the convention of high dimension.
public struct IsotropicCovariance: Covariance {
  /// Up to which C is positive definite; nil if in all.
  public let largestDimension: Int?
  /// The law of wave vectors; nil if it is not known.
  public let spectralMeasure: SpectralMeasure?
  let profile: @Sendable (Taylor) -> Taylor
  let function: @Sendable (Double) -> Double
  let density: (@Sendable (Double, Int) -> Double)?

  /// What is known of a covariance; `value` is f alone, where there is a faster way.
  init(
    largestDimension: Int? = nil, measure: SpectralMeasure? = nil,
    density: (@Sendable (_ k: Double, _ n: Int) -> Double)? = nil,
    value: (@Sendable (Double) -> Double)? = nil, profile: @escaping @Sendable (Taylor) -> Taylor
  ) {
    (self.largestDimension, spectralMeasure) = (largestDimension, measure)
    (self.profile, self.density) = (profile, density)
    function = value ?? { profile(Taylor($0))[0] }
  }

  /// A covariance given by one function f of τ = r²/2, written on ``/SpecialFunctions/Taylor`` numbers:
  ///
  ///     let bump = try IsotropicCovariance { τ in Taylor.exp(-τ) / (1 + 0.1 * τ) }
  ///
  /// It is sampled on points, grids and tori; its spectral measure is not known.
  ///
  /// - Parameters:
  ///   - largestDimension: up to which f is positive definite, stated by you: it is not proved here. Functions whose
  ///     derivatives alternate in sign, (-1)^j f⁽ʲ⁾ ≥ 0, are in every dimension (Schoenberg).
  ///   - profile: f at τ ≥ 0. Derivatives that do not exist, as at τ = 0 for rough fields, are infinite.
  /// - Throws: ``/Requirements/ParameterError`` if f(0), -f′(0) or f″(0) is not positive, or if they contradict the dimension:
  ///   κ² ≤ (N+2)/N.
  public init(
    largestDimension: Int? = nil, _ profile: @escaping @Sendable (Taylor) -> Taylor
  ) throws(ParameterError) {
    self.init(largestDimension: largestDimension, profile: profile)
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

  /// C at the offset's length.
  public func value(at offset: [Double]) -> Double {
    function(offset.reduce(0) { $0 + $1 * $1 } / 2)
  }

  /// C at the distance r.
  public func value(at distance: Double) -> Double { function(distance * distance / 2) }

  /// S(k), the variance in R^n to the unit of volume of wave vectors of length k > 0, whose Fourier transform
  /// ∫ S(|k|) e^{ik·r} dⁿk is C(r); nil if it is not known, or not a function.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? { density?(k, n) }

  /// f and its first four derivatives at τ.
  public func derivatives(at τ: Double) -> [Double] {
    let series = profile(.variable(τ))
    return (0..<Taylor.count).map(series.derivative)
  }

  /// C(0) = f(0), the variance of the field.
  public var variance: Double { function(0) }

  /// λ₂ = -f′(0), the variance of a first derivative; infinite for fields without one.
  public var secondMoment: Double { finite(-derivatives(at: 0)[1]) }

  /// λ₄ = 3f″(0), the variance of a second derivative ∂₁²V, three times that of ∂₁∂₂V; infinite for
  /// fields without one.
  public var fourthMoment: Double { finite(3 * derivatives(at: 0)[2]) }

  /// κ = λ₂/√(λ₀λ₄/3): minus the correlation of V and its mean second derivative, as N → ∞. It is at most
  /// √((N+2)/N) in R^N; zero for fields without second derivatives.
  public var kappa: Double {
    let (f, λ2, λ4) = (variance, secondMoment, fourthMoment)
    return λ4.isFinite ? λ2 / (f * λ4 / 3).squareRoot() : 0
  }

  /// √(3λ₂/λ₄), the distance over which the field changes: the length of a squared exponential. Without second
  /// derivatives √(C(0)/λ₂), without first ones nil.
  public var correlationLength: Double? {
    let (λ2, λ4) = (secondMoment, fourthMoment)
    let length = λ4.isFinite ? (3 * λ2 / λ4).squareRoot() : (variance / λ2).squareRoot()
    return length > 0 && length.isFinite ? length : nil
  }

  private func finite(_ value: Double) -> Double { value.isFinite ? value : .infinity }

  /// λ₀, λ₂ and λ₄; throws for fields without second derivatives.
  public func moments() throws(ParameterError) -> SpectralMoments {
    try SpectralMoments(variance: variance, second: secondMoment, fourth: fourthMoment)
  }
}
