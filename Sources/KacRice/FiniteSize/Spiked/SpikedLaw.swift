internal import Models
internal import Foundation

/// The law of gradient, radial derivative and Hessian at overlap m with the signal, at finite N.
///
/// The mean tangential gradient has norm √N φ′(m) √(1-m²). With x = y √(N/(2ξ″)) the Hessian is
/// √(2ξ″/N) (M - x - ϑ ee^T), M of the GOE with entry variance (1+δ)/2 and e the direction of the
/// signal, and the density of critical points in (m, x) is w(m) g(x - x̄) f_k(x, ϑ), g a Gaussian.
/// Energies are in the unit of `xi`.
struct SpikedLaw: Sendable {
  let xi: CovarianceAtOne
  let signal: Signal
  let dimension: Int

  /// What depends on the overlap alone.
  struct AtOverlap: Sendable {
    /// ϑ = φ″(m)(1-m²) √(N/(2ξ″)).
    let shift: Double
    /// x̄, the mean of x: y = -mφ' there.
    let center: Double
    /// φ(m).
    let signalEnergy: Double
    /// log of w(m) but for the factor (1-m²)^{(N-3)/2}.
    let logWeight: Double
  }

  func at(_ m: Double) -> AtOverlap {
    let n = Double(dimension - 1)
    let scale = (Double(dimension) / (2 * xi.second)).squareRoot()
    let slope = signal.energy(m, derivative: 1) / xi.unit
    let square = (1 - m) * (1 + m)
    return AtOverlap(
      shift: signal.energy(m, derivative: 2) / xi.unit * square * scale,
      center: -m * slope * scale, signalEnergy: signal.energy(m) / xi.unit,
      logWeight: log(2 * 2.0.squareRoot()) + n / 2 * log(xi.second / xi.first)
        + lgamma((n + 1) / 2) - lgamma(n / 2)
        - Double(dimension) * slope * slope * square / (2 * xi.first))
  }

  /// Variance of x at given overlap.
  var variance: Double { (xi.first + xi.second) / (2 * xi.second) }

  /// Mean energy of points with a given x.
  func energy(_ x: Double, _ m: AtOverlap) -> Double {
    xi.energySlope(dimension) * (x - m.center) - m.signalEnergy
  }

  /// Where x̄ lies for m in [-1, 1]. All terms of φ′ are positive on [0, 1], so m = ±1 are the ends.
  var centers: ClosedRange<Double> {
    let ends = [at(-1).center, 0, at(1).center]
    return ends.min()!...ends.max()!
  }

  /// max |ϑ| over the overlaps, on a grid that is fine enough for a bound.
  var largestShift: Double {
    (-200...200).map { abs(at(Double($0) / 200).shift) }.max()!
  }
}
