internal import Foundation
public import Models
public import Statistics
public import Requirements

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
  /// E[x] and E[x²] by index, x = -ζ/√2 of the shift ζ.
  private let shifts: [(mean: CriticalPointCounts.Value, square: CriticalPointCounts.Value)]

  /// The densities in dimension 1 ≤ N ≤ `ConfinedFieldCounts.largestDimension`.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another.
  public init(
    _ moments: SpectralMoments, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    try ParameterError.require("N", n, in: 1...ShiftedGOE.largestDimension)
    let logScale = moments.logDensityScale
    let moments = ShiftedGOE.integrals(
      dimension: n, (0...2).map { .init(shift: 0, logScale: logScale, power: $0) },
      threads: threads)
    byIndex = moments[0]
    total = ShiftedGOE.total(byIndex)
    func ratio(_ moment: Int, _ k: Int) -> CriticalPointCounts.Value {
      let (sum, count) = (moments[moment][k], moments[0][k])
      let value = sum.value / count.value
      return .init(value: value, error: (sum.error + abs(value) * count.error) / count.value)
    }
    shifts = (0...n).map { (ratio(1, $0), ratio(2, $0)) }
  }

  /// Mean height of the points of each index, in units of the field's standard deviation √λ₀.
  ///
  /// For any κ = λ₂/√(λ₀λ₄/3) the height is -κ times the shift on average (Gaussian integration by
  /// parts).
  public func meanHeightByIndex(kappa: Double) -> [CriticalPointCounts.Value] {
    shifts.map { shift in
      let slope = kappa * 2.0.squareRoot()
      return .init(value: slope * shift.mean.value, error: slope * shift.mean.error)
    }
  }

  /// Standard deviation of the heights of the points of each index, in the same units: the square root
  /// of κ² Var(shift) + 1 - κ², for any κ.
  public func heightDeviationByIndex(kappa: Double) -> [CriticalPointCounts.Value] {
    let square = kappa * kappa
    return shifts.map { shift in
      let spread = shift.square.value - shift.mean.value * shift.mean.value
      let value = nonNegative(2 * square * spread + 1 - square).squareRoot()
      let error = 2 * square * (shift.square.error + 2 * abs(shift.mean.value) * shift.mean.error)
      return .init(value: value, error: error / (2 * max(value, error.squareRoot())))
    }
  }
}
