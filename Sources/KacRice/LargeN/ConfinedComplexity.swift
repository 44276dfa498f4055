internal import Foundation
internal import RandomMatrices
public import Requirements

/// Exponential rates, as N → ∞, of the mean numbers of critical points of a Gaussian field in a
/// parabola (``ConfinedFieldCounts``): numbers ~ exp(NΣ).
///
///     all points   Σ = (m² - 1)/2 - log m,   minima   Σ = -log m - 3/2 + 2m - m²/2,   m ≤ 1
///
/// They are zero or positive below the transition m = μ/μ_c = 1; above it one critical point is left, a
/// minimum.
///
/// Reference: Fyodorov, arXiv:cond-mat/0401287; Bray and Dean, arXiv:cond-mat/0611023; Fyodorov and
/// Williams, arXiv:cond-mat/0702601.
public struct ConfinedComplexity: Sendable, Equatable {
  /// m = μ/μ_c.
  package let confinement: Double

  /// The rates at m > 0.
  ///
  /// - Throws: ``/Requirements/ParameterError`` unless m is positive and finite.
  public init(confinement m: Double) throws(ParameterError) {
    try ParameterError.requirePositive("confinement", m)
    confinement = m
  }

  /// Σ of all critical points: (m² - 1)/2 - log m for m < 1, otherwise 0.
  public var total: Double {
    let m = confinement
    return m < 1 ? max(0, (m * m - 1) / 2 - log(m)) : 0
  }

  /// Σ of minima: -log m - 3/2 + 2m - m²/2 for m < 1, otherwise 0.
  public var minima: Double {
    let m = confinement
    return m < 1 ? max(0, -log(m) - 1.5 + 2 * m - m * m / 2) : 0
  }

  /// Σ of points whose index fraction k/N is α in (0, 1), the shift s of the spectrum being fixed by
  /// F(-s/2) = α: -log m - (s-m)²/2 + s²/4 - 1/2. Negative where there are none on average.
  public func rate(indexFraction α: Double) -> Double {
    demand(α.isNaN || (0...1).contains(α), "an index fraction lies in 0...1, not \(α)")
    let m = confinement
    let s = -2 * SemicircleLaw.unit.quantile(α)
    return -log(m) - (s - m) * (s - m) / 2 + s * s / 4 - 0.5
  }

  /// The index fraction of most critical points: F(-m), zero for m ≥ 1.
  public var typicalIndexFraction: Double { SemicircleLaw.unit.distribution(-confinement) }
}
