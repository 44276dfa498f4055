public import LinearAlgebra
public import SpinGlasses

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Mean index fraction of the critical points of given energy at finite N, each point weighing the
/// same:
///
///     α_N(E) = Σ_k k ρ_k(E) / ((N-1) Σ_k ρ_k(E)),   ρ_k(E) the mean density of points of index k.
///
/// It tends to ``LimitingIndexCurve`` (for mixtures too: the mean tends to the most likely value).
/// In a pure model one energy is one x of the identity in ``CriticalPointCounts``; in a mixture
/// ρ_k(E) is an integral over x, done with the trapezoidal rule.
public struct FiniteIndexCurve: Sendable {
  private let xi: CovarianceAtOne
  private let dimension: Int
  /// (x, Σ_k p_k, Σ_k k p_k), the Gaussian factor of the identity included; for mixtures only.
  private let grid: [(x: Double, density: Double, moment: Double)]
  private let density: IndexDensity

  /// The curve of a mixture with a term of degree 2 or more, 2 ≤ N ≤ 128.
  public init(_ mixture: Mixture, dimension n: Int, threads: Int = defaultThreads) {
    CriticalPointCounts.requireSupported(mixture, dimension: n)
    xi = CovarianceAtOne(mixture)
    dimension = n
    let density = IndexDensity(size: n)
    self.density = density
    guard !mixture.isPure else {
      grid = []
      return
    }
    let (xi, step) = (xi, CriticalPointCounts.step(n) / 2)
    let points = Int(CriticalPointCounts.reach(n, xi.damping) / step)
    grid = concurrentMap(count: 2 * points + 1, threads: threads) { i in
      let x = Double(i - points) * step
      let (sum, moment) = Self.sums(density(x))
      let weight = exp(-xi.damping * x * x)
      return (x, weight * sum, weight * moment)
    }
  }

  /// α_N(E); NaN where the density underflows.
  public func indexFraction(energy: Double) -> Double {
    let n = Double(dimension)
    if xi.isPure {
      let (sum, moment) = Self.sums(density(energy / xi.energySlope(dimension)))
      return moment / sum / (n - 1)
    }
    let variance = xi.energyVariance(dimension)
    var (sum, moment) = (0.0, 0.0)
    for (x, density, first) in grid {
      let distance = energy - xi.energySlope(dimension) * x
      let weight = exp(-distance * distance / (2 * variance))
      sum += weight * density
      moment += weight * first
    }
    return moment / sum / (n - 1)
  }

  private static func sums(_ densities: [Double]) -> (sum: Double, moment: Double) {
    var (sum, moment) = (0.0, 0.0)
    for (k, value) in densities.enumerated() {
      sum += value
      moment += Double(k) * value
    }
    return (sum, moment)
  }
}
