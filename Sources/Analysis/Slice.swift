public import Landscapes
public import LinearAlgebra
internal import Requirements
public import Statistics

/// A line or a piece of a plane through the domain of a landscape, with a regular grid on it.
///
///     x(s, t) = exp_o(s u + t v),
///
/// o the origin, u and v tangent vectors there, exp the shortest line of that direction and length: o + s u + t v in flat
/// space, back in the box on a torus. On the sphere |σ|² = N a line is a great circle and a plane a piece of the great
/// two-sphere through o, u and v, s and t being arcs from o; its points have |σ|² = N to rounding.
///
/// Directions are orthonormal unless they are said to be normalised otherwise, so that s and t are distances.
public struct Slice<Space: SliceDomain>: Sendable {
  /// A direction and the grid along it.
  public struct Direction: Sendable, Hashable {
    /// What the axis is called.
    public var name: String
    /// The tangent vector at the origin, in the orthonormal coordinates of ``/Landscapes/Landscape/riemannianGradient(at:)``.
    public let vector: [Double]
    /// The grid, ascending and evenly spaced.
    public let coordinates: [Double]
  }

  /// A point of the slice to be shown.
  public struct Mark: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// Its coordinates: one for each direction.
    public var coordinates: [Double]
  }

  /// Where the slice lies.
  public let domain: Space
  /// The point all coordinates of which are zero.
  public let origin: [Double]
  /// One direction of a line, two of a plane.
  public private(set) var directions: [Direction]
  /// Points that it is laid through.
  public var marks: [Mark] = []
  /// Whether the directions are orthonormal.
  public let isOrthonormal: Bool
  /// A model at the origin, which fixes the tangent coordinates.
  private let model: LocalModel

  init(
    _ domain: Space, _ origin: [Double], _ directions: [Direction], model: LocalModel,
    isOrthonormal: Bool
  ) {
    (self.domain, self.origin, self.directions) = (domain, origin, directions)
    (self.model, self.isOrthonormal) = (model, isOrthonormal)
  }

  /// The point of the domain at coordinates of the slice, which may lie beyond its grid.
  public func point(at coordinates: [Double]) -> [Double] {
    var points = Matrix<Double>(columns: [origin])
    move(&points, column: 0, to: coordinates)
    return points.elements
  }

  /// The points of the grid, a column each, the first coordinate fastest.
  public var points: Matrix<Double> {
    let places = grid
    var points = Matrix<Double>(columns: places.map { _ in origin })
    for (b, place) in places.enumerated() { move(&points, column: b, to: place) }
    return points
  }

  /// The values of a landscape on the grid, the first coordinate fastest.
  ///
  /// - Complexity: an evaluation for each point, in batches.
  public func values<L: Landscape>(of landscape: L, threads: Int = defaultThreads) -> [Double]
  where L.Space == Space {
    demand(landscape.domain == domain, "the slice lies in another domain than the landscape's")
    let points = points
    let batches = landscape.batches(of: points.columns)
    return concurrentMap(0..<batches.count, threads: threads) {
      landscape.jets(at: points.columns(in: batches[$0]), upTo: .value).values
    }.flatMap(\.self)
  }

  /// The slice with other names of its directions.
  public func named(_ names: [String]) -> Slice {
    demand(
      names.count == directions.count, "\(names.count) names for \(directions.count) directions")
    var slice = self
    for (axis, name) in names.enumerated() { slice.directions[axis].name = name }
    return slice
  }

  /// The coordinates of all points of the grid, the first fastest.
  var grid: [[Double]] {
    let first = directions[0].coordinates
    guard directions.count == 2 else { return first.map { [$0] } }
    return directions[1].coordinates.flatMap { t in first.map { [$0, t] } }
  }

  private func move(_ points: inout Matrix<Double>, column b: Int, to coordinates: [Double]) {
    demand(
      coordinates.count == directions.count,
      "\(coordinates.count) coordinates given in a slice of \(directions.count)")
    let step = directions[0].vector.indices.map { i in
      zip(coordinates, directions).reduce(0) { $0 + $1.0 * $1.1.vector[i] }
    }
    domain.move(&points, column: b, by: step, in: model)
  }
}
