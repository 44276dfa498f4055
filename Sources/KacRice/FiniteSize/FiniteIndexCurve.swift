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
/// ρ_k(E) is an integral over x against a Gaussian, done with the trapezoidal rule.
public struct FiniteIndexCurve: Sendable {
  private let xi: CovarianceAtOne
  private let dimension: Int
  private let density: IndexDensity
  /// Standard deviation, in x, of the Gaussian that spreads one energy over x; 0 for a pure model.
  private let width: Double
  /// What is needed of the densities on a grid in x, if the Gaussian is wide enough for it; a narrow
  /// one brings its own few points.
  private let grid: [Point]

  private struct Point: Sendable {
    let x: Double
    /// exp(-c x²) Σ_k p_k(x).
    let sum: Double
    /// exp(-c x²) Σ_k k p_k(x).
    let moment: Double
  }

  /// The curve of a mixture with a term of degree 2 or more, 2 ≤ N ≤ 512.
  public init(_ mixture: Mixture, dimension n: Int, threads: Int = defaultThreads) {
    CriticalPointCounts.requireSupported(mixture, dimension: n)
    xi = CovarianceAtOne(mixture)
    dimension = n
    density = IndexDensity(size: n)
    width = xi.energyVariance(n).squareRoot() / xi.energySlope(n)
    let step = CriticalPointCounts.step(n) / 2
    guard width > 2 * step else {
      grid = []
      return
    }
    let points = Int(CriticalPointCounts.reach(n, xi.damping) / step)
    let (xi, density) = (xi, density)
    grid = concurrentMap(count: 2 * points + 1, threads: threads) {
      Self.point(Double($0 - points) * step, xi, density)
    }
  }

  /// α_N(E); NaN where the density underflows.
  public func indexFraction(energy: Double) -> Double {
    let center = energy / xi.energySlope(dimension)
    var points = grid
    if width == 0 {
      points = [Self.point(center, xi, density)]
    } else if grid.isEmpty {
      // Half a standard deviation apart out to eight: the trapezoidal rule is exact to rounding.
      points = (-16...16).map { Self.point(center + 0.5 * Double($0) * width, xi, density) }
    }
    var (sum, moment) = (0.0, 0.0)
    for point in points {
      let distance = width > 0 ? (point.x - center) / width : 0
      let weight = exp(-distance * distance / 2)
      sum += weight * point.sum
      moment += weight * point.moment
    }
    return moment / sum / Double(dimension - 1)
  }

  private static func point(_ x: Double, _ xi: CovarianceAtOne, _ density: IndexDensity) -> Point {
    var (sum, moment) = (0.0, 0.0)
    for (k, value) in density(x).enumerated() {
      sum += value
      moment += Double(k) * value
    }
    let weight = exp(-xi.damping * x * x)
    return Point(x: x, sum: weight * sum, moment: weight * moment)
  }
}
