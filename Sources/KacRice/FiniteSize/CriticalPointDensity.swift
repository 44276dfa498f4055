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
public struct CriticalPointDensity: Sendable {
  private let xi: CovarianceAtOne
  private let dimension: Int
  private let density: IndexDensity
  /// Standard deviation, in x, of the Gaussian that spreads one energy over x; 0 for a pure model.
  private let width: Double
  /// The factor before the expectation in the identity, per unit of energy.
  private let prefactor: Double
  private let step: Double
  /// The densities on a grid in x, if the Gaussian is wide enough for it; a narrow one brings its own
  /// few points.
  private let grid: [Point]

  private struct Point: Sendable {
    let x: Double
    /// exp(-c x²) p_k(x) for every k.
    let weights: [Double]
  }

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
    density = IndexDensity(size: n)
    width = xi.energyVariance(n).squareRoot() / xi.energySlope(n)
    prefactor = xi.countPrefactor(n) / xi.energySlope(n) / xi.unit
    step = CriticalPointCounts.step(n) / 2
    guard width > 2 * step else {
      grid = []
      return
    }
    let points = Int(CriticalPointCounts.reach(n, xi.damping) / step)
    let (xi, density, step) = (xi, density, step)
    grid = concurrentMap(0..<(2 * points + 1), threads: threads) {
      Self.point(Double($0 - points) * step, xi, density)
    }
  }

  /// ρ_0(E), ..., ρ_{N-1}(E); NaN for NaN.
  public func byIndex(energy: Double) -> [Double] {
    if energy.isNaN { return [Double](repeating: energy, count: dimension) }
    let center = energy / xi.unit / xi.energySlope(dimension)
    guard width > 0 else {
      return Self.point(center, xi, density).weights.map { $0 * prefactor }
    }
    // The trapezoidal rule in t = (x - E/slope)/width; half a standard deviation apart out to eight
    // is exact to rounding.
    let spacing = grid.isEmpty ? 0.5 : step / width
    let points =
      grid.isEmpty
      ? (-16...16).map { Self.point(center + 0.5 * Double($0) * width, xi, density) } : grid
    var sum = [Double](repeating: 0, count: dimension)
    for point in points {
      let t = (point.x - center) / width
      let weight = prefactor * spacing * exp(-t * t / 2) / (2 * Double.pi).squareRoot()
      guard weight > 0 else { continue }
      for k in 0..<dimension { sum[k] += weight * point.weights[k] }
    }
    return sum
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

  private static func point(_ x: Double, _ xi: CovarianceAtOne, _ density: IndexDensity) -> Point {
    Point(x: x, weights: density(x, damping: xi.damping))
  }
}
