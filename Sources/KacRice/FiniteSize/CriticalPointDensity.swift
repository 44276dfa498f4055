public import Requirements
public import Statistics
public import Models
internal import Foundation

/// Exact mean density in energy of the critical points of each index at finite N.
///
///     ρ_k(E) dE = mean number of points of index k with H/N in [E, E + dE]
///
/// In a pure model one energy is one x of the identity in ``CriticalPointCounts``; in a mixture ρ_k is
/// an integral over x against a Gaussian, done with the trapezoidal rule. Relative errors are below
/// 1e-9 except where ρ_k is many orders below Σ_k ρ_k(E): in the bulk the noise is 1e-15 of that sum.
///
/// Reference: Auffinger, Ben Arous and Černý, arXiv:1003.1129, Theorem 2.1 (pure), and ``CriticalPointCounts`` for
/// mixtures.
public struct CriticalPointDensity: Sendable {
  private let xi: CovarianceAtOne
  private let dimension: Int
  /// Of x, spread by that of one energy; it has no width for a pure model.
  private let density: SpreadDensity
  /// The factor before the expectation in the identity, per unit of energy.
  private let prefactor: Double

  /// The density of a mixture with a term of degree 2 or more, 2 ≤ N ≤ 512.
  ///
  /// For a mixture the densities on the grid are computed here, about as long as the counts take.
  ///
  /// - Throws: as ``CriticalPointCounts``.
  public init(
    _ mixture: Mixture, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    try CriticalPointCounts.requireSupported(mixture, dimension: n)
    xi = CovarianceAtOne(mixture)
    dimension = n
    prefactor = xi.countPrefactor(n) / xi.energySlope(n) / xi.unit
    let (bare, damping) = (IndexDensity(size: n), xi.damping)
    density = SpreadDensity(
      width: xi.energyVariance(n).squareRoot() / xi.energySlope(n),
      step: CriticalPointCounts.step(n) / 2, reach: CriticalPointCounts.reach(n, damping),
      threads: threads
    ) { bare($0, damping: damping) }
  }

  /// ρ_0(E), ..., ρ_{N-1}(E); NaN for NaN.
  public func byIndex(energy: Double) -> [Double] {
    if energy.isNaN { return [Double](repeating: energy, count: dimension) }
    let center = energy / xi.unit / xi.energySlope(dimension)
    return density(center: center, factor: prefactor)
  }

  /// Mean index fraction α_N(E) = Σ_k k ρ_k/((N-1) Σ_k ρ_k), each point weighing the same; NaN where
  /// the densities underflow. It tends to ``LimitingIndexCurve``, for mixtures as well.
  public func indexFraction(energy: Double) -> Double {
    var (sum, moment) = (0.0, 0.0)
    for (k, value) in byIndex(energy: energy).enumerated() {
      sum += value
      moment += Double(k) * value
    }
    return moment / sum / Double(dimension - 1)
  }
}
