internal import Foundation
public import LinearAlgebra

/// Exact mean numbers of critical points of a stationary isotropic Gaussian field per unit volume, by
/// index.
///
/// With λ₂ the variance of a first derivative and λ₄ that of ∂₁², in R^N
///
///     n_k = (λ₄/(3πλ₂))^{N/2} D_k(0),
///
/// D_k(0) the mean absolute determinant of a GOE matrix with a standard normal shift, by index. The
/// variance of the field does not enter. In the plane minima : saddles : maxima = 1 : 2 : 1
/// and the total is 2λ₄/(3√3πλ₂).
///
/// Reference: Longuet-Higgins, Phil. Trans. R. Soc. A 249, 321 (1957), N = 2; Bardeen, Bond, Kaiser and
/// Szalay, Astrophys. J. 304, 15 (1986), N = 3; Cheng and Schwartzman, arXiv:1511.06835.
public struct FieldCriticalPointDensity: Sendable {
  /// Mean number per unit volume of index 0...N.
  public let byIndex: [CriticalPointCounts.Value]
  /// Mean number of all per unit volume.
  public let total: CriticalPointCounts.Value

  /// The densities for λ₂, λ₄ > 0 and 1 ≤ N ≤ ``ConfinedFieldCounts/largestDimension``.
  public init(
    secondMoment λ2: Double, fourthMoment λ4: Double, dimension n: Int,
    threads: Int = defaultThreads
  ) {
    precondition(
      λ2 > 0 && λ4 > 0 && λ2.isFinite && λ4.isFinite,
      "variances of derivatives are positive and finite, not \(λ2) and \(λ4)")
    precondition(
      (1...ShiftedGOE.largestDimension).contains(n),
      "N must be 1...\(ShiftedGOE.largestDimension), not \(n)")
    byIndex = ShiftedGOE.counts(
      dimension: n, shift: 0, logScale: 0.5 * log(λ4 / (3 * Double.pi * λ2)), threads: threads)
    total = ShiftedGOE.total(byIndex)
  }
}
