public import Landscapes
public import LinearAlgebra
internal import Requirements

/// The critical points that Newton's method reaches from places of a landscape: how far they are, and of which index.
///
/// It is ``CurvatureDescent`` by ``CurvatureDescent/Curvature/newton``, which has arrived where a step is a billionth of the
/// typical distance of unrelated points. That point is near the place only if the place is near it: in high dimension the
/// method wanders far from most places, so that its distance says no more than that some critical point is no farther.
///
///     let targets = NewtonTargets(hamiltonian, from: places)
///     targets.distances
public struct NewtonTargets: Sendable {
  /// Where each run ended, one a column.
  public let points: Matrix<Double>
  /// |x* - x|/√n from each place to its critical point, on a sphere along the chord (√2 for unrelated points), on a torus the
  /// shortest way around; NaN where the method has not arrived.
  public let distances: [Double]
  /// The indices of the critical points; NaN where the method has not arrived.
  public let indices: [Double]

  /// - Parameters:
  ///   - landscape: whose critical points are sought.
  ///   - places: points of the domain, one a column.
  ///   - longestStep: in units of the typical distance of unrelated points.
  ///   - limit: steps at most.
  /// - Complexity: a Hessian and its eigenvectors for each step and place on its way.
  public init<L: Landscape>(
    _ landscape: L, from places: Matrix<Double>, longestStep: Double = 0.25, steps limit: Int = 200
  ) {
    demand(limit >= 1, "Newton's method takes at least 1 step, not \(limit)")
    var run = Trajectories(
      landscape, from: places, by: CurvatureDescent(.newton, longestStep: longestStep))
    run.rest(within: 1e-9 * landscape.typicalScale, steps: limit)
    let isThere = run.outcomes.map { $0 == .settled }
    points = run.points
    let unit = Double(places.rows).squareRoot()
    distances = zip(landscape.domain.distances(from: places, to: points), isThere).map {
      $1 ? $0 / unit : .nan
    }
    indices = zip(landscape.indices(at: points), isThere).map { index, isThere in
      isThere ? index.map(Double.init) ?? .nan : .nan
    }
  }
}

extension Observable {
  /// The distance over √n to the critical point that Newton's method reaches, NaN where it reaches none in 200 steps; see
  /// ``NewtonTargets``, which finds distance and index at the cost of one of them.
  public static var newtonDistance: Observable {
    Observable("newton_distance") { NewtonTargets($0, from: $1).distances }
  }

  /// The index of the critical point that Newton's method reaches, NaN where it reaches none in 200 steps.
  public static var newtonIndex: Observable {
    Observable("newton_index") { NewtonTargets($0, from: $1).indices }
  }
}
