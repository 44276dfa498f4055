public import Models
public import Requirements
internal import Foundation

/// Exponential rate, as N → ∞, of the mean number of critical points of a spherical model with a planted
/// signal, by overlap m with the signal.
///
/// H = H_noise - N φ(m), E = H/N and y = ⟨σ, ∇H⟩/N with the signal's part. The mean number of points
/// near (m, E, y) is exp(N Σ),
///
///     Σ = (1/2) log(ξ''/ξ') + 1/2 + Ω(y/√ξ'') + (1/2) log(1-m²) - φ'²(1-m²)/(2ξ')
///         - (1/2)(E + φ, y + mφ') C⁻¹ (E + φ, y + mφ')ᵀ,
///
/// Ω the logarithmic potential of the semicircle on [-2, 2]. Beside a GOE the Hessian has the rank-one
/// term -φ″(1-m²) ee^T, of strength θ = φ″(1-m²)/√ξ″ in units of half the semicircle's radius.
/// For θ > 1 it detaches an eigenvalue to θ + 1/θ (Baik, Ben Arous and Péché); a minimum of
/// y = -t√ξ″ must pay L(θ, t) to keep it below t (`rankOneCost(_:_:)`).
///
/// The rate of a NaN is NaN, that of an infinite energy -∞.
///
/// These are rates of means (annealed), bounds for a typical sample.
///
/// Reference: Ben Arous, Mei, Montanari and Nica, arXiv:1711.05424 (pure); Ros, Ben Arous, Biroli and
/// Cammarota, arXiv:1804.02686. The mixed form follows in the same way.
public struct SpikedComplexity: Sendable {
  /// The noise.
  package let mixture: Mixture
  /// The signal.
  package let signal: Signal
  let noise: AnnealedComplexity
  private var xi: CovarianceAtOne { noise.xi }

  /// The complexity of a mixture with a term of degree 2 or more and a signal.
  ///
  /// - Throws: as ``AnnealedComplexity``.
  public init(_ mixture: Mixture, signal: Signal) throws(ParameterError) {
    self.mixture = mixture
    self.signal = signal
    noise = try AnnealedComplexity(mixture)
  }

  /// θ, the strength of the rank-one term at overlap m; an eigenvalue is detached where θ > 1.
  public func spikeStrength(overlap m: Double) -> Double {
    2 * signal.energy(m, derivative: 2) / xi.unit * (1 - m) * (1 + m) / noise.edge
  }

  /// Rate of all critical points of overlap m.
  public func total(overlap m: Double) -> Double {
    best(m, energy: nil) { _ in 0 }
  }

  /// Rate of all critical points of overlap m and energy E.
  public func total(overlap m: Double, energy: Double) -> Double {
    best(m, energy: energy) { _ in 0 }
  }

  /// Rate of the minima of overlap m; -∞ if there are none up to exp(-N²).
  public func minima(overlap m: Double) -> Double {
    best(m, energy: nil, minimaCost(m))
  }

  /// Rate of the minima of overlap m and energy E.
  public func minima(overlap m: Double, energy: Double) -> Double {
    best(m, energy: energy, minimaCost(m))
  }

  /// L(θ, t): the rate at which a GOE matrix of radius 2 with a rank-one term θ has no eigenvalue
  /// above t, t ≥ 2. Zero for θ ≤ 1 and for t ≥ θ + 1/θ; with t = 2 cosh τ, θ = e^a,
  ///
  ///     L = (J(τ) - J(a))/2 - θ (cosh τ - cosh a) + (cosh²τ - cosh²a)/2,   J(τ) = (sinh 2τ)/2 - τ.
  ///
  /// Reference: Maïda, Electron. J. Probab. 12, 1131 (2007).
  package static func rankOneCost(_ theta: Double, _ t: Double) -> Double {
    demand(!(t < 2), "the cost is infinite for t = \(t), below the edge 2")
    guard theta > 1, t < theta + 1 / theta else { return theta.isNaN || t.isNaN ? .nan : 0 }
    let (tau, a) = (acosh(t / 2), log(theta))
    let (x, c) = (t / 2, cosh(a))
    return (AnnealedComplexity.edgeCost(tau) - AnnealedComplexity.edgeCost(a)) / 2
      - theta * (x - c) + (x - c) * (x + c) / 2
  }

  private func minimaCost(_ m: Double) -> (Double) -> Double {
    let theta = spikeStrength(overlap: m)
    return { y in
      y > -noise.edge ? .infinity : Self.rankOneCost(theta, max(2, -2 * y / noise.edge))
    }
  }

  /// The largest rate over y, and over E if it is not given, less a cost of y.
  private func best(
    _ m: Double, energy: Double?, _ cost: (Double) -> Double
  ) -> Double {
    demand(m.isNaN || abs(m) <= 1, "an overlap is within -1...1, not \(m)")
    let energy = energy.map { $0 / xi.unit }
    if m.isNaN || energy?.isNaN == true { return .nan }
    guard abs(m) < 1, energy.map({ abs($0) < 1e150 }) ?? true else { return -.infinity }
    let (phi, slope) = (
      signal.energy(m) / xi.unit, signal.energy(m, derivative: 1) / xi.unit
    )
    let square = (1 - m) * (1 + m)
    let sphere = 0.5 * log(square) - slope * slope * square / (2 * xi.first)
    func rate(_ y: Double) -> Double {
      let radial = y + m * slope
      let form =
        energy.map { xi.quadraticForm(energy: $0 + phi, radialDerivative: radial) }
        ?? radial * radial / (xi.first + xi.second)
      return noise.logDeterminant(y) + sphere - form / 2 - cost(y)
    }
    if xi.isPure, let energy {
      return rate(Double(xi.mixture.topDegree) * (energy + phi) - m * slope)
    }
    // Below the edge, inside the support and above it the rate is smooth; beyond ±reach the Gaussian
    // outweighs the determinant's logarithm.
    let edge = noise.edge
    let deviation = (xi.first + xi.second).squareRoot()
    let reach = edge + abs(m * slope) + 8 * deviation + 4 * abs((energy ?? 0) + phi) * deviation
    return [(-reach, -edge), (-edge, edge), (edge, reach)]
      .map { maximum(of: rate, from: $0.0, to: $0.1) }
      .reduce(-.infinity) { $1.isNaN || $1 > $0 ? $1 : $0 }
  }
}

/// The maximum of a smooth function, NaN if a value is: the best of a scan, refined by golden sections around it.
private func maximum(of f: (Double) -> Double, from low: Double, to high: Double) -> Double {
  let count = 400
  let step = (high - low) / Double(count)
  func point(_ i: Int) -> Double { i == count ? high : low + step * Double(i) }
  let values = (0...count).map { f(point($0)) }
  if values.contains(where: \.isNaN) { return .nan }
  guard let top = values.indices.max(by: { values[$0] < values[$1] }) else { return -.infinity }
  var (a, b) = (point(max(0, top - 1)), point(min(count, top + 1)))
  let ratio = (5.0.squareRoot() - 1) / 2
  var best = values[top]
  for _ in 0..<60 {
    let (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
    let (fc, fd) = (f(c), f(d))
    best = max(best, fc, fd)
    if fc > fd { b = d } else { a = c }
  }
  return best
}
