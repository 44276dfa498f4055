internal import Foundation
public import Statistics
public import Requirements

/// Exact mean numbers of critical points of a Gaussian field in a parabola, at finite N, by index.
///
///     H(x) = μ|x|²/2 + V(x),   Cov(V(x), V(y)) = N f(|x-y|²/(2N)),   x in R^N.
///
/// The numbers depend on the field only through m = μ/μ_c with μ_c = √f″(0), for every scale of the
/// field: μ_c² is the variance of ∂₁∂₂V times N. Their alternating sum is 1. In the limit N → ∞ there
/// are exponentially many points for m < 1 and one for m > 1 (``ConfinedComplexity``).
///
/// Reference: Fyodorov, Phys. Rev. Lett. 92, 240601 (2004), arXiv:cond-mat/0401287.
public struct ConfinedFieldCounts: Sendable {
  /// Mean number of critical points of index 0...N.
  public let byIndex: [CriticalPointCounts.Value]
  /// Mean number of all critical points.
  public let total: CriticalPointCounts.Value

  /// The largest N served.
  package static var largestDimension: Int { ShiftedGOE.largestDimension }

  /// The confinements served: beyond, there is one point.
  package static var confinements: ClosedRange<Double> { 0.001...1000 }

  /// The counts at m in `confinements` and 1 ≤ N ≤ `largestDimension`. Numbers beyond the range of a double are
  /// infinite or NaN.
  ///
  /// About N⁴ operations, as ``CriticalPointCounts``.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for others.
  public init(
    confinement m: Double, dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) {
    self = try Self.curve(confinements: [m], dimension: n, threads: threads)[0]
  }

  /// The counts at each of some confinements, in little more time than at one.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for an N or a confinement that ``init(confinement:dimension:threads:)``
  ///   refuses.
  public static func curve(
    confinements: [Double], dimension n: Int, threads: Int = defaultThreads
  ) throws(ParameterError) -> [ConfinedFieldCounts] {
    for m in confinements {
      try ParameterError.requirePositive("confinement", m, in: Self.confinements)
    }
    try ParameterError.require("N", n, in: 1...largestDimension)
    guard !confinements.isEmpty else { return [] }
    let half = Double(n) / 2
    return ShiftedGOE.integrals(
      dimension: n,
      confinements.map {
        .init(shift: $0 * half.squareRoot(), logScale: -log($0) - 0.5 * log(half))
      }, threads: threads
    ).map { ConfinedFieldCounts(byIndex: $0, total: ShiftedGOE.total($0)) }
  }

  private init(byIndex: [CriticalPointCounts.Value], total: CriticalPointCounts.Value) {
    (self.byIndex, self.total) = (byIndex, total)
  }
}
