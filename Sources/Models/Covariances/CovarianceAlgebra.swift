internal import Foundation
internal import Requirements
internal import SpecialFunctions

extension IsotropicCovariance {
  /// The sum of at least one covariance: that of a sum of independent fields.
  package static func sum(of terms: [IsotropicCovariance]) -> IsotropicCovariance {
    demand(!terms.isEmpty, "a sum of covariances needs at least one")
    let (measures, densities) = (terms.compactMap(\.spectralMeasure), terms.compactMap(\.density))
    // A wave of one of the terms, each as often as its share of the variance.
    let measure = SpectralMeasure.mixture(zip(terms, measures).map { ($0.variance, $1) })
    let density = { @Sendable (k: Double, n: Int) in densities.reduce(0) { $0 + $1(k, n) } }
    return IsotropicCovariance(
      largestDimension: terms.compactMap(\.largestDimension).min(),
      measure: measures.count == terms.count ? measure : nil,
      density: densities.count == terms.count ? density : nil,
      value: { τ in terms.reduce(0) { $0 + $1.function(τ) } },
      profile: { τ in terms.reduce(Taylor(0)) { $0 + $1.profile(τ) } })
  }

  /// The sum of two covariances: that of a sum of independent fields.
  public static func + (a: Self, b: Self) -> Self { sum(of: [a, b]) }

  /// The product of two covariances.
  public static func * (a: Self, b: Self) -> Self {
    let measures = [a, b].compactMap(\.spectralMeasure)
    return IsotropicCovariance(
      largestDimension: [a, b].compactMap(\.largestDimension).min(),
      measure: measures.count < 2 ? nil : .sum(measures),
      value: { a.function($0) * b.function($0) }, profile: { a.profile($0) * b.profile($0) })
  }

  /// N f(|x-y|²/(2N)): the field whose values grow as N and whose landscape has a limit as N → ∞, in the
  /// normalisation of the spin glasses.
  public func extensive(dimension n: Int) -> IsotropicCovariance {
    let (variance, length) = (Double(n), Double(n).squareRoot())
    let (square, volume) = (length * length, { @Sendable (n: Int) in pow(length, Double(n)) })
    return IsotropicCovariance(
      largestDimension: largestDimension,
      measure: spectralMeasure.map { .scaled($0, length: length) },
      density: density.map { density in
        { @Sendable k, n in density(k * length, n) * variance * volume(n) }
      },
      value: { variance * function($0 / square) }, profile: { variance * profile($0 / square) })
  }
}
