public import Statistics
public import Models
public import Requirements
internal import Foundation

/// Exact mean number, by index and per unit of overlap, of the critical points of a spherical model with a
/// planted signal: ``SpikedCriticalPointDensity`` integrated over the energy.
///
///     ρ_k(m) dm = mean number of points of index k with overlap σ·u/N in [m, m + dm]
///
/// Reference: Ben Arous, Mei, Montanari and Nica, arXiv:1711.05424, for its limit in pure models.
public struct SpikedOverlapDensity: Sendable {
  private let law: SpikedLaw
  private let grid: [Point]
  private let step: Double

  private struct Point: Sendable {
    let x: Double
    let values: ShiftedDeterminant.AtPoint
  }

  /// The density of a model that ``SpikedCriticalPointDensity`` serves.
  ///
  /// Half the time of ``CriticalPointCounts``, spent here.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a model or an N that ``SpikedCriticalPointDensity`` refuses.
  public init(
    _ mixture: Mixture, signal: Signal, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    try self.init(mixture, signal: signal, dimension: n, pass: 0, threads: threads)
  }

  /// - Parameter pass: 0 or 1, for grids that differ in every discretisation.
  init(
    _ mixture: Mixture, signal: Signal, dimension n: Int, pass: Int, threads: Int
  ) throws(ParameterError) {
    try SpikedCriticalPointDensity.requireSupported(mixture, signal, dimension: n)
    let law = SpikedLaw(xi: CovarianceAtOne(mixture), signal: signal, dimension: n)
    let reach = CriticalPointCounts.reach(n, law.xi.damping)
    let (low, high) = (law.centers.lowerBound - reach, law.centers.upperBound + reach)
    let phase = max(abs(low), abs(high)) + law.largestShift
    let determinant = ShiftedDeterminant(size: n - 1, largestPhase: phase, extraNodes: 10 * pass)
    step = 1.5 * CriticalPointCounts.step(n)
    let (first, step) = (low + Double(pass) * step / 2, step)
    grid = concurrentMap(0..<(Int((high - low) / step) + 1), threads: threads) {
      let x = first + Double($0) * step
      return Point(x: x, values: determinant.at(x))
    }
    self.law = law
  }

  /// Mean number of points of index 0...N-1 per unit of overlap, -1 ≤ m ≤ 1; NaN for NaN.
  public func byIndex(overlap m: Double) -> [Double] {
    if m.isNaN { return [Double](repeating: m, count: law.dimension) }
    let jacobian = exp(0.5 * Double(law.dimension - 3) * log((1 - m) * (1 + m)))
    return moments(overlap: m).map { $0.count * jacobian }
  }

  /// Per index: the density in m over (1-m²)^{(N-3)/2}, and the same with the energy given x, in the unit of
  /// ``CovarianceAtOne``, and its square; `noise` bounds the rounding error of every count.
  struct Moment: Sendable {
    var count = 0.0
    var energy = 0.0
    var square = 0.0
    var noise = 0.0
  }

  func moments(overlap m: Double) -> [Moment] {
    demand(abs(m) <= 1, "an overlap is within -1...1, not \(m)")
    let at = law.at(m)
    var moments = [Moment](repeating: Moment(), count: law.dimension)
    for point in grid {
      let z = point.x - at.center
      let weight =
        step * exp(at.logWeight - z * z / (2 * law.variance))
        / (2 * Double.pi * law.variance).squareRoot()
      guard weight > 0 else { continue }
      let energy = law.energy(point.x, at)
      let noise = weight * point.values.noise(at.shift)
      for (k, value) in point.values(at.shift).enumerated() {
        moments[k].count += weight * value
        moments[k].energy += weight * value * energy
        moments[k].square += weight * value * energy * energy
        moments[k].noise += noise
      }
    }
    return moments
  }
}
