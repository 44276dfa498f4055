internal import Foundation
public import Requirements
public import SpecialFunctions

/// C(r) = σ² 2^{1-ν}/Γ(ν) x^ν K_ν(x), x = √(2ν) r/ℓ, in every dimension.
///
/// The field has derivatives of every order below ν, so that its critical points are Morse for ν > 2.
/// ν = 1/2 is the exponential σ² exp(-r/ℓ), ν = ∞ the squared exponential. λ₂ = σ²ν/((ν-1)ℓ²),
/// κ² = (ν-2)/(ν-1).
///
/// Accuracy: a relative error of 1e-14 (1 + ν) of f and its first four derivatives, beside what one rounding of the
/// distance does.
///
/// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
public struct Matern: IsotropicCovariance, Equatable {
  private let scale: Double
  /// What it is for ν = ∞.
  private let limit: SquaredExponential?
  /// ν.
  public let smoothness: Double
  /// ℓ.
  public let length: Double

  /// Smoothness ν from 0.01 to 1000 or infinite, variance σ² and length ℓ from 1e-30 to 1e30.
  public init(smoothness: Double, variance: Double = 1, length: Double = 1) throws(ParameterError) {
    limit =
      try ParameterError.isLimit("smoothness", smoothness, orIn: 0.01...1000)
      ? SquaredExponential(variance: variance, length: length) : nil
    try ParameterError.requireScale("variance", variance)
    try ParameterError.requireScale("length", length)
    (scale, self.smoothness, self.length) = (variance, smoothness, length)
  }

  /// σ² exp(-r/ℓ).
  public static func exponential(
    variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> Matern {
    try Matern(smoothness: 0.5, variance: variance, length: length)
  }

  /// None: every dimension.
  public var largestDimension: Int? { nil }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    if let limit { return limit.profile(τ) }
    // x² = 4ντ/ℓ², and d(x^μ K_μ)/dτ = -(2ν/ℓ²) x^{μ-1} K_{μ-1}.
    let ν = smoothness
    let rate = -2 * ν / (length * length)
    let x = (max(0, -2 * rate * τ[0])).squareRoot()
    let norm = Foundation.log(2) * (1 - ν) - lgamma(ν)
    return τ.composed(
      with: (0..<Taylor.count).map { j in
        let sign = j.isMultiple(of: 2) ? scale : -scale
        return sign
          * Foundation.exp(
            norm + Double(j) * Foundation.log(-rate) + Self.logBessel(ν - Double(j), x))
      })
  }

  /// The first of these alone.
  public func value(atHalfSquare τ: Double) -> Double {
    if let limit { return limit.value(atHalfSquare: τ) }
    let x = (max(0, 4 * smoothness * τ)).squareRoot() / length
    if smoothness == 0.5 { return scale * Foundation.exp(-x) }
    let norm = Foundation.log(2) * (1 - smoothness) - lgamma(smoothness)
    return scale * Foundation.exp(norm + Self.logBessel(smoothness, x))
  }

  /// log(x^μ K_μ(x)); for x = 0 it is infinite if μ ≤ 0.
  private static func logBessel(_ μ: Double, _ x: Double) -> Double {
    if x == 0 { return μ > 0 ? (μ - 1) * Foundation.log(2) + lgamma(μ) : .infinity }
    return μ * Foundation.log(x) + BesselFunction.logK(μ, x)
  }

  /// σ² Γ(ν+n/2)/Γ(ν) (ℓ²/2πν)^{n/2} (1 + ℓ²k²/2ν)^{-ν-n/2}.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    if let limit { return limit.spectralDensity(at: k, dimension: n) }
    let (ν, half, square) = (smoothness, Double(n) / 2, length * length / (2 * smoothness))
    return scale
      * Foundation.exp(
        lgamma(ν + half) - lgamma(ν) + half * Foundation.log(square / .pi)
          - (ν + half) * log1p(square * k * k))
  }

  /// Student's t of 2ν degrees of freedom.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    limit?.spectralMeasure(dimension: n)
      ?? .student(degreesOfFreedom: 2 * smoothness, length: length)
  }
}
