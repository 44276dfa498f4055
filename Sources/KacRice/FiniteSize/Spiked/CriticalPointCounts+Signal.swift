internal import Requirements
internal import Statistics
internal import Models
internal import SpecialFunctions
internal import Foundation

extension CriticalPointCounts {
  /// The counts of a model with a planted signal: ``SpikedOverlapDensity`` integrated over the overlap.
  init(
    spiked mixture: Mixture, _ signal: Signal, dimension n: Int, threads: Int
  ) throws(ParameterError) {
    let passes = try (0..<2).map { (pass) throws(ParameterError) in
      try Self.spikedSums(mixture, signal, n, pass: pass, threads: threads)
    }
    let xi = CovarianceAtOne(mixture)
    let spread = xi.energyVariance(n)
    func combine(_ scale: Double, _ value: (SpikedSum) -> Double) -> [Value] {
      zip(passes[0], passes[1]).map { a, b in
        let (first, second) = (value(a), value(b))
        let rounding = scale > 0 ? scale * (a.noise + b.noise) / max(a.count, a.noise) : a.noise
        return Value(value: (first + second) / 2, error: abs(first - second) + rounding)
      }
    }
    let byIndex = combine(0) { $0.count }
    let totals = passes.map { $0.reduce(0) { $0 + $1.count } }
    let total = Value(
      value: (totals[0] + totals[1]) / 2, error: abs(totals[0] - totals[1]) + 1e-14 * totals[0])
    let range = try LimitingIndexCurve(mixture).threshold + signal.energy(1)
    self.init(
      byIndex: byIndex, total: total,
      meanEnergyByIndex: combine(range) { $0.energy / $0.count * xi.unit },
      standardDeviationByIndex: combine(range) {
        let mean = $0.energy / $0.count
        return nonNegative($0.square / $0.count - mean * mean + spread).squareRoot() * xi.unit
      },
      meanOverlapByIndex: combine(1) { $0.overlap / $0.count })
  }

  private struct SpikedSum {
    var count = 0.0
    var energy = 0.0
    var square = 0.0
    var overlap = 0.0
    var noise = 0.0
  }

  /// Gauss-Legendre in the angle of m = cos α; the weight is sin^{N-2} α.
  private static func spikedSums(
    _ mixture: Mixture, _ signal: Signal, _ n: Int, pass: Int, threads: Int
  ) throws(ParameterError) -> [SpikedSum] {
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
    var sums = [SpikedSum](repeating: SpikedSum(), count: n)
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
