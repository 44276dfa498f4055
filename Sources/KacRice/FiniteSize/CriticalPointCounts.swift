public import Statistics
public import Models
public import Requirements
internal import Foundation

/// Exact mean numbers of critical points of a spherical model at finite N, by index, with the mean
/// and standard deviation of their energies.
///
///     E N_k = 2 √(2ξ''/(ξ'+ξ'')) (ξ''/ξ')^{(N-1)/2} E_GOE(N)[exp(-(ξ''-ξ')/(2(ξ''+ξ')) x_k²)]
///
/// with x_k the k-th smallest eigenvalue of an N x N GOE matrix of entry variance (1+δ)/2, for any
/// ξ, field and p = 2 included. A point that comes with x has y = √(2ξ″/N) x and, given y, energy
/// N(yξ'/(ξ′+ξ″), (ξ - ξ′²/(ξ′+ξ″))/N).
///
/// Every number is computed twice, on disjoint grids with different quadratures; the mean of the two
/// is returned, and their difference with a bound on rounding is the error.
///
/// Reference: Auffinger, Ben Arous and Černý, arXiv:1003.1129, Theorem 2.1 (pure); the mixed form
/// follows in the same way from the joint law of (E, y, Hessian).
public struct CriticalPointCounts: Sendable {
  /// A number with an estimate of its error.
  public struct Value: Sendable, Equatable {
    /// The mean number itself.
    public let value: Double
    /// An upper estimate of its absolute error.
    public let error: Double
  }

  /// Mean number of critical points of index 0...N-1.
  public let byIndex: [Value]
  /// Mean number of all critical points.
  public let total: Value
  /// Mean energy E = H/N of the points of each index, each point weighing the same.
  public let meanEnergyByIndex: [Value]
  /// Standard deviation of the energy of the points of each index.
  public let standardDeviationByIndex: [Value]
  /// Mean overlap m = σ·u/N with the signal of the points of each index; nil without a signal.
  public let meanOverlapByIndex: [Value]?

  package static var largestDimension: Int { 512 }
  /// ξ′(1)/ξ″(1), above 1 where a field makes the landscape trivial as N → ∞.
  package static func fieldRatio(_ mixture: Mixture) -> Double {
    let xi = CovarianceAtOne(mixture)
    return xi.first / xi.second
  }

  /// Whether a model and an N are within what is served.
  package static func serves(_ mixture: Mixture, dimension n: Int) -> Bool {
    (try? requireSupported(mixture, dimension: n)) != nil
  }

  /// The counts of a mixture with a term of degree 2 or more and ξ′(1)/ξ″(1) ≤ 10⁴ (the work grows
  /// as its root, and few points are left), at 2 ≤ N ≤ 512. Numbers beyond the range of a double are infinite
  /// or NaN, as are their energies.
  ///
  /// About N⁴ operations: 0.2 s at N = 100, 1.7 s at N = 200, a minute at N = 500, on two cores; √(ξ′/ξ″) times more with a strong field.
  ///
  /// With a signal energies include its part and mean overlaps are given. N is 64 at most then, and φ′(1)/√ξ′(1) 20:
  /// 0.1 s at N = 5, 2.5 s at N = 20, half a minute at N = 40; more with a strong signal. Relative errors are below
  /// 1e-9 there with λ of order one, and stated where they are larger.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for other models and sizes.
  public init(
    _ mixture: Mixture, signal: Signal? = nil, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    if let signal {
      try self.init(spiked: mixture, signal, dimension: n, threads: threads)
      return
    }
    try self.init(mixture, dimension: n, firstPass: 0, threads: threads)
  }

  /// - Parameter firstPass: an even number; every pass has more quadrature nodes than the one before, and other
  ///   roundings.
  package init(
    _ mixture: Mixture, dimension n: Int, firstPass: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    try Self.requireSupported(mixture, dimension: n)
    let xi = CovarianceAtOne(mixture)
    let passes = Self.sums(xi, n, passes: firstPass...(firstPass + 1), threads: threads)
    let (unit, spread) = (xi.unit, xi.energyVariance(n))
    let floor = 64 * Double.ulpOfOne * Double(n)
    func combine(
      _ number: (Moments) -> Double, rounding: (Sums) -> Double
    ) -> [Value] {
      zip(passes[0], passes[1]).map { a, b in
        let (first, second) = (number(a.values), number(b.values))
        return Value(
          value: (first + second) / 2, error: abs(first - second) + (rounding(a) + rounding(b)) / 2)
      }
    }
    let byIndex = combine(\.count) { floor * $0.values.count + $0.noise.count }
    let totals = passes.map { $0.reduce(0) { $0 + $1.values.count } }
    let range = try LimitingIndexCurve(mixture).threshold
    self.init(
      byIndex: byIndex,
      total: Value(
        value: (totals[0] + totals[1]) / 2,
        error: abs(totals[0] - totals[1]) + floor * totals[0]),
      meanEnergyByIndex: combine {
        unit * $0.mean
      } rounding: {
        let noise = $0.noise.count * $0.noise.squares(about: $0.values.mean)
        return floor * range + unit * noise.squareRoot() / $0.values.count
      },
      standardDeviationByIndex: combine {
        unit * $0.deviation(spread)
      } rounding: {
        let noise = $0.noise.squares(about: $0.values.mean) / $0.values.count
        return floor * range + unit * noise / (2 * $0.values.deviation(spread))
      },
      meanOverlapByIndex: nil)
  }

  init(
    byIndex: [Value], total: Value, meanEnergyByIndex: [Value], standardDeviationByIndex: [Value],
    meanOverlapByIndex: [Value]?
  ) {
    (self.byIndex, self.total, self.meanOverlapByIndex) = (byIndex, total, meanOverlapByIndex)
    (self.meanEnergyByIndex, self.standardDeviationByIndex) = (
      meanEnergyByIndex, standardDeviationByIndex
    )
  }

  /// Sums over points: their number, the energy given x, its square.
  private struct Moments: Sendable {
    var count = 0.0
    var energy = 0.0
    var square = 0.0

    mutating func add(_ weight: Double, energy x: Double) {
      count += weight
      energy += weight * x
      square += weight * x * x
    }

    var mean: Double { energy / count }

    /// Sum of the squares of the distances to an energy.
    func squares(about mean: Double) -> Double {
      nonNegative(square - 2 * mean * energy + mean * mean * count)
    }

    /// Standard deviation of the energy, whose variance given x is `spread`.
    func deviation(_ spread: Double) -> Double {
      nonNegative(square / count - mean * mean + spread).squareRoot()
    }
  }

  /// Of one index: the moments, and those of bounds on the rounding errors at each x.
  private struct Sums: Sendable {
    var values = Moments()
    var noise = Moments()
  }

  /// The trapezoidal rule in x, on a grid of its own for each pass. Its error falls faster than any
  /// power of the step, since the densities are entire with Gaussian tails.
  private static func sums(
    _ xi: CovarianceAtOne, _ n: Int, passes: ClosedRange<Int>, threads: Int
  ) -> [[Sums]] {
    let (damping, step) = (xi.damping, step(n))
    // x ≥ 0 is enough: p_k(-x) = p_{N-1-k}(x). One grid has its points at (i + 1/2) step, the other
    // at i step.
    let points = Int(reach(n, damping) / step) + 1
    let densities = passes.map {
      IndexDensity(size: n, extraNodes: 10 * $0, isSteep: damping * Double(n) > 20)
    }
    let grids = passes.map { pass in
      (0..<points).map { (Double($0) + (pass.isMultiple(of: 2) ? 0.5 : 0)) * step }
    }
    // Groups of neighbours, those at the edge, which take longer, first.
    let groups = stride(from: 0, to: points, by: 24).map { $0..<min($0 + 24, points) }
    let count = groups.count
    let found = concurrentMap(0..<(passes.count * count), threads: threads) { i in
      densities[i % passes.count].along(
        Array(grids[i % passes.count][groups[count - 1 - i / passes.count]])
      ) { -damping * $0 * $0 }
    }
    return grids.indices.map { pass in
      let rows = (0..<count).reversed().flatMap { found[$0 * passes.count + pass] }
      return sums(xi, n, step: step, xs: grids[pass], rows)
    }
  }

  private static func sums(
    _ xi: CovarianceAtOne, _ n: Int, step: Double, xs: [Double], _ rows: [IndexDensity.ByIndex]
  ) -> [Sums] {
    let (prefactor, slope) = (xi.countPrefactor(n), xi.energySlope(n))
    var sums = [Sums](repeating: Sums(), count: n)
    for (x, byIndex) in zip(xs, rows) {
      let weight = prefactor * step * (x == 0 ? 0.5 : 1)
      for k in 0..<n {
        for (index, energy) in [(k, slope * x), (n - 1 - k, -slope * x)] {
          sums[index].values.add(weight * byIndex.values[k], energy: energy)
          sums[index].noise.add(weight * byIndex.noise[k], energy: energy)
        }
      }
    }
    return sums
  }

  /// The step in x: bulk eigenvalues fluctuate by about their spacing, π/√(2N) at the centre.
  static func step(_ n: Int) -> Double { min(0.16, 1.6 / Double(n).squareRoot()) }

  package static func requireSupported(
    _ mixture: Mixture, dimension n: Int
  ) throws(ParameterError) {
    try ParameterError.requireHessian(mixture)
    try ParameterError.require("N", n, in: 2...largestDimension)
    try ParameterError.require(
      "field xi'(1)/xi''(1) of the mixture \(mixture)", fieldRatio(mixture),
      "one of at most 10000.0"
    ) { $0 <= 10_000 }
  }

  /// |x| beyond which x^{2N} exp(-(1/2 + damping) x²) is below 1e-20 of its maximum.
  static func reach(_ n: Int, _ damping: Double) -> Double {
    let a = 0.5 + damping
    let peak = (Double(n) / a).squareRoot()
    func exponent(_ x: Double) -> Double { 2 * Double(n) * log(x) - a * x * x }
    var x = peak
    while exponent(x) > exponent(peak) - 46 { x += 0.1 * peak }
    return x
  }
}

/// A number that is 0 or more but for rounding; NaN stays NaN.
func nonNegative(_ x: Double) -> Double { x < 0 ? 0 : x }

extension ParameterError {
  /// Throws unless a model has a Hessian.
  static func requireHessian(_ mixture: Mixture) throws(ParameterError) {
    try require(
      "top degree of the mixture", Double(mixture.topDegree),
      "a term of degree 2 or more: a pure field has two critical points and no Hessian"
    ) { $0 >= 2 }
  }
}
