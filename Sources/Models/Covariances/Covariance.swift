internal import Foundation
package import Requirements
public import SpecialFunctions

/// The covariance of a stationary Gaussian field of mean zero: C(x - y) = E[V(x)V(y)].
public protocol Covariance: Sendable {
  /// C(x - y).
  func value(at offset: [Double]) -> Double
  /// The largest dimension in which C is positive definite, hence a covariance; nil if it is in all.
  var largestDimension: Int? { get }
  /// The law of wave vectors in R^n; nil if it is not known.
  func spectralMeasure(dimension n: Int) -> SpectralMeasure?
}

extension Covariance {
  /// The covariance as a valid one in R^n.
  ///
  /// - Throws: ``ParameterError``.
  package func require(dimension n: Int) throws(ParameterError) {
    demand(n >= 1, "a field needs dimension at least 1, not \(n)")
    if let largest = largestDimension, n > largest {
      throw ParameterError(
        "dimension", Double(n), valid: "\(largest) or less, in which this covariance is one")
    }
  }
}

/// A covariance that depends on distance only, C(r) = f(τ) with τ = r²/2.
///
/// As a function of τ it is smooth where fields are: V is differentiable if f'(0) is finite, twice if
/// f''(0) is. A conforming type gives f on ``Taylor`` numbers; derivatives, spectral moments and κ
/// follow.
///
/// Scale: lengths and variance are in the user's units. The convention of high dimension,
/// Cov = N f(|x-y|²/(2N)), is ``extensive(dimension:)``.
public protocol IsotropicCovariance: Covariance {
  /// f at τ ≥ 0. Derivatives that do not exist, as at τ = 0 for rough fields, are infinite.
  func profile(_ τ: Taylor) -> Taylor
  /// S(k), the variance in R^n to the unit of volume of wave vectors of length k > 0, whose Fourier transform
  /// ∫ S(|k|) e^{ik·r} dⁿk is C(r); nil if it is not known, or not a function.
  func spectralDensity(at k: Double, dimension n: Int) -> Double?
  /// f(τ) alone; what ``profile(_:)`` says, unless there is a faster way.
  func value(atHalfSquare τ: Double) -> Double
}

extension IsotropicCovariance {
  /// C(|offset|).
  public func value(at offset: [Double]) -> Double {
    value(atHalfSquare: offset.reduce(0) { $0 + $1 * $1 } / 2)
  }

  /// C(r).
  public func value(at distance: Double) -> Double {
    value(atHalfSquare: distance * distance / 2)
  }

  /// Not known.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? { nil }

  /// By ``profile(_:)``.
  public func value(atHalfSquare τ: Double) -> Double { profile(Taylor(τ))[0] }

  /// f and its first four derivatives at τ.
  public func derivatives(at τ: Double) -> [Double] {
    let series = profile(.variable(τ))
    return (0..<Taylor.count).map(series.derivative)
  }

  /// C(0) = f(0), the variance of the field.
  public var variance: Double { value(atHalfSquare: 0) }

  /// λ₂ = -f'(0), the variance of a first derivative; infinite for fields without one.
  public var secondMoment: Double { finite(-derivatives(at: 0)[1]) }

  /// λ₄ = 3f''(0), the variance of a second derivative ∂₁²V, three times that of ∂₁∂₂V; infinite for
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
}

extension ParameterError {
  /// Throws unless a length or a variance is positive and from 1e-30 to 1e30: then variances of derivatives up to the
  /// fourth are numbers of full precision.
  package static func requireScale(_ name: String, _ value: Double) throws(ParameterError) {
    try requirePositive(name, value, in: 1e-30...1e30)
  }

  /// Whether a shape is infinite, and stands for the limit of a family; throws unless it is that or within a range.
  static func isLimit(
    _ name: String, _ value: Double, orIn range: ClosedRange<Double>
  ) throws(ParameterError) -> Bool {
    guard range.contains(value) || value == .infinity else {
      throw ParameterError(
        name, value, valid: "a number from \(range.lowerBound) to \(range.upperBound), or inf")
    }
    return value == .infinity
  }
}
