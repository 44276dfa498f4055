public import Requirements
public import Statistics
public import Models
internal import SpecialFunctions
internal import Foundation

/// Exact mean numbers of critical points of a spherical model with a planted signal, by index, with
/// their mean overlap and energy: ``SpikedOverlapDensity`` integrated over the overlap.
///
/// Every number is computed twice, on grids that differ in every discretisation; the mean of the two is
/// returned, and their difference with a bound on rounding is the error.
public struct SpikedCriticalPointCounts: Sendable {
  /// A number with an estimate of its error.
  public typealias Value = CriticalPointCounts.Value

  /// Mean number of critical points of index 0...N-1.
  public let byIndex: [Value]
  /// Mean number of all critical points.
  public let total: Value
  /// Mean energy E = H/N, signal included, of the points of each index.
  public let meanEnergyByIndex: [Value]
  /// Standard deviation of the energy of the points of each index.
  public let standardDeviationByIndex: [Value]
  /// Mean overlap m = σ·u/N of the points of each index.
  public let meanOverlapByIndex: [Value]

  /// The counts of a mixture with a term of degree 2 or more, 2 ≤ N ≤ 64, and a signal with
  /// φ'(1)/√ξ'(1) ≤ 20.
  ///
  /// 0.1 s at N = 5, 2.5 s at N = 20, half a minute at N = 40, on two cores; more with a strong signal.
  /// Relative errors are below 1e-9 there with λ of order one, and stated where they are larger.
  public init(
    _ mixture: Mixture, signal: Signal, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    let passes = try (0..<2).map { (pass) throws(ParameterError) in
      try Self.sums(mixture, signal, n, pass: pass, threads: threads)
    }
    let xi = CovarianceAtOne(mixture)
    let spread = xi.energyVariance(n)
    func combine(_ scale: Double, _ value: (Sum) -> Double) -> [Value] {
      zip(passes[0], passes[1]).map { a, b in
        let (first, second) = (value(a), value(b))
        let rounding = scale > 0 ? scale * (a.noise + b.noise) / max(a.count, a.noise) : a.noise
        return Value(value: (first + second) / 2, error: abs(first - second) + rounding)
      }
    }
    byIndex = combine(0) { $0.count }
    let totals = passes.map { $0.reduce(0) { $0 + $1.count } }
    total = Value(
      value: (totals[0] + totals[1]) / 2, error: abs(totals[0] - totals[1]) + 1e-14 * totals[0])
    let range = try LimitingIndexCurve(mixture).threshold + signal.energy(1)
    meanEnergyByIndex = combine(range) { $0.energy / $0.count * xi.unit }
    standardDeviationByIndex = combine(range) {
      let mean = $0.energy / $0.count
      return nonNegative($0.square / $0.count - mean * mean + spread).squareRoot() * xi.unit
    }
    meanOverlapByIndex = combine(1) { $0.overlap / $0.count }
  }

  private struct Sum {
    var count = 0.0
    var energy = 0.0
    var square = 0.0
    var overlap = 0.0
    var noise = 0.0
  }

  /// Gauss-Legendre in the angle of m = cos α; the weight is sin^{N-2} α.
  private static func sums(
    _ mixture: Mixture, _ signal: Signal, _ n: Int, pass: Int, threads: Int
  ) throws(ParameterError) -> [Sum] {
    let density = try SpikedOverlapDensity(
      mixture, signal: signal, dimension: n, pass: pass, threads: threads)
    // The weight falls off within 1/√N in α, faster where the gradient of the signal is large.
    let steepness = 1 + SpikedCriticalPointDensity.steepness(mixture, signal)
    let quadrature = HalfLineQuadrature(
      count: 32 + 8 * pass + Int(6 * Double(n).squareRoot() * steepness))
    let rows = concurrentMap(0..<quadrature.nodes.count, threads: threads) { i in
      let angle = Double.pi * (1 + quadrature.nodes[i]) / 2
      return (angle, density.moments(overlap: cos(angle)))
    }
    var sums = [Sum](repeating: Sum(), count: n)
    for (i, (angle, moments)) in rows.enumerated() {
      let weight = quadrature.weights[i] * Double.pi / 2 * pow(sin(angle), Double(n - 2))
      for (k, moment) in moments.enumerated() {
        sums[k].count += weight * moment.count
        sums[k].energy += weight * moment.energy
        sums[k].square += weight * moment.square
        sums[k].overlap += weight * moment.count * cos(angle)
        sums[k].noise += weight * moment.noise
      }
    }
    return sums
  }
}
