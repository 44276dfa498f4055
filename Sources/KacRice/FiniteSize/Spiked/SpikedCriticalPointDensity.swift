public import Models
public import Requirements
internal import Foundation

/// Exact mean density, by index, of the critical points of a spherical model with a planted signal, in
/// the overlap m = σ·u/N with it and in energy, at finite N.
///
///     H = H_noise - N φ(m),   E = H/N the energy with the signal's part
///
/// By the Kac-Rice formula, from the law of a Hessian with a rank-one term (Ben Arous, Mei, Montanari
/// and Nica, arXiv:1711.05424, who take its limit); the mean modulus of its determinant is exact by
/// index. Errors are mostly below 1e-9 of the sum over indices at the same overlap and energy;
/// ``CriticalPointCounts`` states them.
public struct SpikedCriticalPointDensity: Sendable {
  private let law: SpikedLaw
  private let determinant: ShiftedDeterminant

  /// The largest N served.
  package static var largestDimension: Int { 64 }

  /// The largest φ′(1)/√ξ′(1) served: beyond it the point at the signal is all that differs from
  /// no signal, and too narrow for the grids.
  package static var largestSteepness: Double { 20 }

  /// φ′(1)/√ξ′(1), the force of the signal over that of the noise.
  package static func steepness(_ mixture: Mixture, _ signal: Signal) -> Double {
    let xi = CovarianceAtOne(mixture)
    return signal.energy(1, derivative: 1) / xi.unit / xi.first.squareRoot()
  }

  /// Whether a model, a signal and an N are within what is served.
  package static func serves(_ mixture: Mixture, signal: Signal, dimension n: Int) -> Bool {
    (try? requireSupported(mixture, signal, dimension: n)) != nil
  }

  /// The density of a mixture with a term of degree 2 or more, 2 ≤ N ≤ `largestDimension`, and a
  /// signal with φ′(1)/√ξ′(1) ≤ `largestSteepness`.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for other models and sizes.
  public init(_ mixture: Mixture, signal: Signal, dimension n: Int) throws(ParameterError) {
    try Self.requireSupported(mixture, signal, dimension: n)
    law = SpikedLaw(xi: CovarianceAtOne(mixture), signal: signal, dimension: n)
    // Points matter within a few standard deviations of where the model has any.
    let reach = CriticalPointCounts.reach(n, law.xi.damping)
    let ends = [law.centers.lowerBound - reach, law.centers.upperBound + reach]
    determinant = ShiftedDeterminant(
      size: n - 1, largestPhase: ends.map(abs).max()! + law.largestShift)
  }

  /// Mean number of points of index 0...N-1 per unit of overlap and of energy; NaN for NaN, 0 at an infinite
  /// energy.
  ///
  /// - Complexity: a pure model has one x at a given overlap and energy, a mixture is integrated over
  ///   33 of them; each takes 1 ms at N = 10, 30 ms at N = 40.
  public func byIndex(overlap m: Double, energy: Double) -> [Double] {
    demand(m.isNaN || abs(m) <= 1, "an overlap is within -1...1, not \(m)")
    let energy = energy / law.xi.unit
    // Beyond, exp(-N E²) is nothing.
    guard abs(energy) < 1e10, !m.isNaN else {
      let value = m.isNaN || energy.isNaN ? Double.nan : 0
      return [Double](repeating: value, count: law.dimension)
    }
    let at = law.at(m)
    let slope = law.xi.energySlope(law.dimension)
    let noise = law.xi.energyVariance(law.dimension)
    // Given m: x ~ N(x̄, variance) times f_k, E = slope (x - x̄) - φ + N(0, noise).
    let whole = slope * slope * law.variance + noise
    let offset = energy + at.signalEnergy
    let mean = at.center + offset * slope * law.variance / whole
    let deviation = (law.variance * noise / whole).squareRoot()
    let logFactor =
      at.logWeight + 0.5 * Double(law.dimension - 3) * log((1 - m) * (1 + m))
      - offset * offset / (2 * whole) - 0.5 * log(2 * Double.pi * whole)
    var sum = [Double](repeating: 0, count: law.dimension)
    for i in deviation > 0 ? -16...16 : 0...0 {
      let t = 0.5 * Double(i)
      let weight =
        deviation > 0 ? 0.5 * exp(-t * t / 2) / (2 * Double.pi).squareRoot() : 1
      let values = determinant.at(mean + t * deviation)(at.shift)
      for k in sum.indices { sum[k] += weight * exp(logFactor) * values[k] }
    }
    return sum.map { $0 / law.xi.unit }
  }

  static func requireSupported(
    _ mixture: Mixture, _ signal: Signal, dimension n: Int
  ) throws(ParameterError) {
    try CriticalPointCounts.requireSupported(mixture, dimension: n)
    try ParameterError.require("N with a signal", n, in: 2...largestDimension)
    try ParameterError.require(
      "force phi'(1)/sqrt(xi'(1)) of the signal \(signal)", steepness(mixture, signal),
      "one of at most \(largestSteepness)"
    ) { $0 <= largestSteepness }
  }
}
