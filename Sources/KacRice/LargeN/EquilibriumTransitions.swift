public import Models
internal import SpecialFunctions
internal import Foundation

/// The dynamic and static transitions of a spherical model with a discontinuous glass transition.
///
/// States of self-overlap q exist at temperature T if
///
///     T² = ξ'(q)(1-q)/q;     their number has rate   Σ = -(1/2)[ξ(q)/T² + log(1-q) + q].
///
/// They appear at T_d, the largest such T, and dominate down to T_s, where Σ vanishes. Above T_s
/// the energy is E = -ξ(1)/T. Σ at T_d equals the rate of minima where they are most numerous in a
/// pure model.
///
/// That states are of this one-step kind is assumed, not checked; see ``OneStepGroundState`` for the
/// check at zero temperature.
///
/// Scale: temperatures and energies of this package; those of Crisanti and Sommers are smaller by
/// √2.
///
/// Reference: Crisanti and Sommers, Z. Phys. B 87, 341 (1992); Castellani and Cavagna, J. Stat.
/// Mech. P05012 (2005), for Σ.
public struct EquilibriumTransitions: Sendable {
  /// A point on the line of states.
  public struct Point: Sendable {
    /// The temperature T there.
    public let temperature: Double
    /// The self-overlap q of the states.
    public let overlap: Double
    /// The energy per spin, -ξ(1)/T.
    public let energy: Double
    /// The rate Σ of the number of states.
    public let complexity: Double
  }

  /// Where states appear.
  public let dynamic: Point
  /// Where their number stops being exponential.
  public let `static`: Point

  /// The transitions; nil if the model has a field or its largest T is at q = 0, where the
  /// transition is continuous (p = 2), or so close to 1 (p above 10¹⁴) that no double tells.
  public init?(_ mixture: Mixture) {
    guard mixture.terms[0].degree > 1 else { return nil }
    let xi = CovarianceAtOne(mixture)
    let mixture = xi.mixture
    func square(_ q: Double) -> Double {
      mixture.covariance(q, derivative: 1) * (1 - q) / q
    }
    func point(_ q: Double) -> Point {
      let square = square(q)
      return Point(
        temperature: square.squareRoot() * xi.unit, overlap: q,
        energy: -mixture.covariance(1) / square.squareRoot() * xi.unit,
        complexity: -(mixture.covariance(q) / square + log1p(-q) + q) / 2)
    }
    // Large degrees p have it at 1 - q = 1/p.
    let grid =
      (1..<2000).map { Double($0) / 2000 } + (1...40).map { 1 - scalbn(1.0 / 2000, -$0) } + [1]
    guard
      let best = grid.indices.dropLast().max(by: { square(grid[$0]) < square(grid[$1]) }), best > 0
    else { return nil }
    // d log T²/dq = ξ''/ξ' - 1/(1-q) - 1/q changes sign at the maximum.
    let top = bisect(from: grid[best - 1], to: grid[best + 1]) { q in
      mixture.covariance(q, derivative: 2) / mixture.covariance(q, derivative: 1)
        < 1 / (1 - q) + 1 / q
    }.last
    dynamic = point(top)
    `static` = point(bisect(from: top, to: 1) { point($0).complexity < 0 || $0 == 1 }.last)
  }
}
