public import LinearAlgebra
public import SpinGlasses
internal import Foundation

/// Exact mean density, by index, of the critical points of a spherical model with a planted signal, in
/// the overlap m = σ·u/N with it and in energy, at finite N.
///
///     H = H_noise - N φ(m),   E = H/N the energy with the signal's part
///
/// By the Kac-Rice formula, from the law of a Hessian with a rank-one term (Ben Arous, Mei, Montanari
/// and Nica, arXiv:1711.05424, who take its limit); the mean modulus of its determinant is exact by
/// index. Errors are mostly below 1e-9 of the sum over indices at the same overlap and energy;
/// ``SpikedCriticalPointCounts`` states them.
public struct SpikedCriticalPointDensity: Sendable {
  private let law: SpikedLaw
  private let determinant: ShiftedDeterminant
  private let grid: [Point]
  private let step: Double

  private struct Point: Sendable {
    let x: Double
    let values: ShiftedDeterminant.AtPoint
  }

  /// The largest N served.
  public static var largestDimension: Int { 64 }

  /// The largest φ'(1)/√ξ'(1) served: beyond it the point at the signal is all that differs from
  /// no signal, and too narrow for the grids.
  public static var largestSteepness: Double { 20 }

  /// φ'(1)/√ξ'(1), the force of the signal over that of the noise.
  public static func steepness(_ mixture: Mixture, _ signal: Signal) -> Double {
    signal.energy(1, derivative: 1) / mixture.covariance(1, derivative: 1).squareRoot()
  }

  /// The density of a mixture with a term of degree 2 or more, 2 ≤ N ≤ ``largestDimension``, and a
  /// signal with φ'(1)/√ξ'(1) ≤ ``largestSteepness``.
  ///
  /// Half the time of ``SpikedCriticalPointCounts``, spent here.
  public init(
    _ mixture: Mixture, signal: Signal, dimension n: Int, threads: Int = defaultThreads
  ) {
    self.init(mixture, signal: signal, dimension: n, pass: 0, threads: threads)
  }

  /// - Parameter pass: 0 or 1, for grids that differ in every discretisation.
  init(_ mixture: Mixture, signal: Signal, dimension n: Int, pass: Int, threads: Int) {
    CriticalPointCounts.requireSupported(mixture, dimension: n)
    precondition(
      n <= Self.largestDimension,
      "N must be 2...\(Self.largestDimension) with a signal, not \(n)")
    let steepness = Self.steepness(mixture, signal)
    precondition(
      steepness <= Self.largestSteepness,
      "φ'(1)/√ξ'(1) must be at most \(Self.largestSteepness), not \(steepness)")
    let law = SpikedLaw(xi: CovarianceAtOne(mixture), signal: signal, dimension: n)
    let reach = CriticalPointCounts.reach(n, law.xi.damping)
    let (low, high) = (law.centers.lowerBound - reach, law.centers.upperBound + reach)
    let phase = max(abs(low), abs(high)) + law.largestShift
    let determinant = ShiftedDeterminant(size: n - 1, largestPhase: phase, extraNodes: 10 * pass)
    step = 1.5 * CriticalPointCounts.step(n)
    let (first, step) = (low + Double(pass) * step / 2, step)
    grid = concurrentMap(count: Int((high - low) / step) + 1, threads: threads) {
      let x = first + Double($0) * step
      return Point(x: x, values: determinant.at(x))
    }
    self.law = law
    self.determinant = determinant
  }

  /// Mean number of points of index 0...N-1 per unit of overlap, -1 ≤ m ≤ 1.
  public func byIndex(overlap m: Double) -> [Double] {
    let jacobian = exp(0.5 * Double(law.dimension - 3) * log((1 - m) * (1 + m)))
    return moments(overlap: m).map { $0.count * jacobian }
  }

  /// Mean number of points of index 0...N-1 per unit of overlap and of energy.
  ///
  /// - Complexity: a pure model has one x at a given overlap and energy, a mixture is integrated over
  ///   33 of them, each as costly as a point of the grid made by the initialiser.
  public func byIndex(overlap m: Double, energy: Double) -> [Double] {
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
    return sum
  }

  /// Per index: the density in m over (1-m²)^{(N-3)/2}, and the same with the energy given x and its
  /// square; `noise` bounds the rounding error of every count.
  struct Moment: Sendable {
    var count = 0.0
    var energy = 0.0
    var square = 0.0
    var noise = 0.0
  }

  func moments(overlap m: Double) -> [Moment] {
    precondition(abs(m) <= 1, "an overlap is within -1...1, not \(m)")
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
