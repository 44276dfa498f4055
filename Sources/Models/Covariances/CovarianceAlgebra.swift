internal import Foundation
internal import Requirements
public import SpecialFunctions

/// The sum of covariances: that of a sum of independent fields.
public struct CovarianceSum: IsotropicCovariance {
  /// The terms, at least one.
  public let terms: [any IsotropicCovariance]

  /// The sum of at least one term.
  public init(_ terms: [any IsotropicCovariance]) {
    demand(!terms.isEmpty, "a sum of covariances needs at least one")
    self.terms = terms
  }

  /// The smallest of the parts.
  public var largestDimension: Int? { terms.compactMap(\.largestDimension).min() }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    terms.reduce(Taylor(0)) { $0 + $1.profile(τ) }
  }

  /// The sum of those of the terms.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    var sum = 0.0
    for term in terms {
      guard let density = term.spectralDensity(at: k, dimension: n) else { return nil }
      sum += density
    }
    return sum
  }

  /// That of one of the terms, each as often as its share of the variance.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    let parts = terms.compactMap { term in
      term.spectralMeasure(dimension: n).map { (weight: term.variance, measure: $0) }
    }
    return parts.count == terms.count ? .mixture(parts) : nil
  }
}

/// The product of covariances.
public struct CovarianceProduct: IsotropicCovariance {
  /// The factors, at least one.
  public let factors: [any IsotropicCovariance]

  /// The product of at least one factor.
  public init(_ factors: [any IsotropicCovariance]) {
    demand(!factors.isEmpty, "a product of covariances needs at least one")
    self.factors = factors
  }

  /// The smallest of the parts.
  public var largestDimension: Int? { factors.compactMap(\.largestDimension).min() }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor {
    factors.reduce(Taylor(1)) { $0 * $1.profile(τ) }
  }

  /// The sum of one wave vector of each factor.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    let parts = factors.compactMap { $0.spectralMeasure(dimension: n) }
    return parts.count == factors.count ? .sum(parts) : nil
  }
}

extension IsotropicCovariance {
  /// The sum of two covariances.
  public static func + (a: Self, b: some IsotropicCovariance) -> CovarianceSum {
    CovarianceSum([a, b])
  }

  /// The product of two covariances.
  public static func * (a: Self, b: some IsotropicCovariance) -> CovarianceProduct {
    CovarianceProduct([a, b])
  }

  /// N f(|x-y|²/(2N)): the field whose values grow as N and whose landscape has a limit as N → ∞, in the
  /// normalisation of the spin glasses.
  public func extensive(dimension n: Int) -> RescaledCovariance<Self> {
    RescaledCovariance(self, variance: Double(n), length: Double(n).squareRoot())
  }
}

/// A covariance with its variance and its lengths multiplied.
public struct RescaledCovariance<Base: IsotropicCovariance>: IsotropicCovariance {
  /// The covariance before.
  public let base: Base
  private let variance: Double
  private let length: Double

  init(_ base: Base, variance: Double, length: Double) {
    (self.base, self.variance, self.length) = (base, variance, length)
  }

  /// That of the base.
  public var largestDimension: Int? { base.largestDimension }

  /// f at τ.
  public func profile(_ τ: Taylor) -> Taylor { variance * base.profile(τ / (length * length)) }

  /// That of the base at k times the length.
  public func spectralDensity(at k: Double, dimension n: Int) -> Double? {
    base.spectralDensity(at: k * length, dimension: n).map {
      $0 * variance * Foundation.pow(length, Double(n))
    }
  }

  /// That of the base, over the length.
  public func spectralMeasure(dimension n: Int) -> SpectralMeasure? {
    base.spectralMeasure(dimension: n).map { .scaled($0, length: length) }
  }
}
