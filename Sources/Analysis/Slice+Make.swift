public import Landscapes
internal import LinearAlgebra
public import Requirements

extension Slice {
  /// The line through a point along a direction, a vector of ambient space whose tangential part counts and whose length
  /// does not.
  ///
  /// - Parameters:
  ///   - domain: the space of the line.
  ///   - origin: the point, with coordinate 0.
  ///   - direction: where the coordinate grows.
  ///   - range: of distances from the point; on the sphere -π√N...π√N is the whole great circle.
  ///   - points: of the grid, both ends included; at least two.
  /// - Throws: if a number is not finite or the direction is zero.
  public static func line(
    in domain: Space, through origin: [Double], along direction: [Double],
    range: ClosedRange<Double>, points: Int = 201
  ) throws(ParameterError) -> Slice {
    let start = try Start(domain, origin)
    return try start.slice([try start.tangent(direction)], ranges: [range], points: points)
  }

  /// The line through two points: a has the coordinate 0, b its distance from a.
  ///
  /// - Parameters:
  ///   - domain: the space of both.
  ///   - a: the first point.
  ///   - b: the second.
  ///   - margin: how far it goes beyond both, over their distance.
  ///   - points: of the grid, both ends included; at least two.
  /// - Throws: if they are one, or opposite points of a sphere.
  public static func line(
    in domain: Space, from a: [Double], to b: [Double], margin: Double = 0.25, points: Int = 201
  ) throws(ParameterError) -> Slice {
    let start = try Start(domain, a)
    let vector = try start.vector(to: b)
    return try start.slice([vector], through: [vector], margin, points)
  }

  /// The plane through a point along two directions, the second made orthogonal to the first.
  ///
  /// - Parameters:
  ///   - domain: the space of the plane.
  ///   - origin: the point, with coordinates (0, 0).
  ///   - first: the direction of the first axis.
  ///   - second: the other direction; its part orthogonal to the first is the second axis.
  ///   - ranges: of distances from the point along both.
  ///   - points: along each axis.
  /// - Throws: if a number is not finite, or a direction is zero or parallel to the other.
  public static func plane(
    in domain: Space, through origin: [Double], along first: [Double], _ second: [Double],
    ranges: (ClosedRange<Double>, ClosedRange<Double>), points: Int = 101
  ) throws(ParameterError) -> Slice {
    let start = try Start(domain, origin)
    return try start.slice(
      [try start.tangent(first), try start.tangent(second)], ranges: [ranges.0, ranges.1],
      points: points)
  }

  /// The plane through two points and along a direction at the first, as wide on both sides of their line as they are
  /// apart.
  ///
  /// - Throws: if the points are one or opposite, or the direction is along their line.
  public static func plane(
    in domain: Space, through a: [Double], _ b: [Double], along direction: [Double],
    margin: Double = 0.25, points: Int = 101
  ) throws(ParameterError) -> Slice {
    let start = try Start(domain, a)
    let (vector, other) = (try start.vector(to: b), try start.tangent(direction))
    let distance = norm(vector)
    var slice = try start.slice(
      [vector, other],
      ranges: [-margin * distance...(1 + margin) * distance, -distance...distance], points: points)
    slice.mark(through: [vector])
    return slice
  }

  /// The plane through three points, the first its origin, the second on the first axis.
  ///
  /// - Parameters:
  ///   - domain: the space of the three.
  ///   - a: the origin.
  ///   - b: the point on the first axis.
  ///   - c: the third point.
  ///   - margin: how far it goes beyond them, over its width.
  ///   - points: along each axis.
  /// - Throws: if two are one or opposite, or all lie on a line.
  public static func plane(
    in domain: Space, through a: [Double], _ b: [Double], _ c: [Double], margin: Double = 0.25,
    points: Int = 101
  ) throws(ParameterError) -> Slice {
    let start = try Start(domain, a)
    let vectors = [try start.vector(to: b), try start.vector(to: c)]
    return try start.slice(vectors, through: vectors, margin, points)
  }

  /// The plane along two eigenvectors of a landscape's Hessian at a point, 0 the one of the lowest eigenvalue.
  ///
  /// - Parameters:
  ///   - landscape: whose Hessian it is.
  ///   - origin: the point, with coordinates (0, 0).
  ///   - eigenvectors: numbers of the two, in ascending order of eigenvalues.
  ///   - reach: distance from the point to each side.
  ///   - points: along each axis.
  /// - Precondition: the numbers differ and are those of eigenvectors.
  /// - Throws: if the Hessian is not finite.
  public static func eigenplane<L: Landscape>(
    of landscape: L, at origin: [Double], eigenvectors: (Int, Int), reach: Double, points: Int = 101
  ) throws(ParameterError) -> Slice where L.Space == Space {
    let start = try Start(landscape.domain, origin)
    let all = 0..<landscape.domain.dimension
    let (i, j) = eigenvectors
    demand(
      i != j && all.contains(i) && all.contains(j),
      "eigenvectors \(i) and \(j) are not two of \(all.count)")
    var solver = HermitianEigensolver<Double>(size: all.count)
    guard solver.diagonalize(landscape.riemannianHessian(at: start.origin), vectors: true) else {
      throw ParameterError("Hessian", .nan, valid: "a point with a finite one")
    }
    let slice = try start.slice(
      [i, j].map { solver.eigenvectors.column($0) }, ranges: try symmetric(reach, 2), points: points
    )
    return slice.named(
      [i, j].map { "eigenvector \($0), eigenvalue \(Float(solver.eigenvalues[$0]))" })
  }

  /// The same reach to both sides along every axis.
  static func symmetric(
    _ reach: Double, _ count: Int
  ) throws(ParameterError) -> [ClosedRange<Double>] {
    try ParameterError.requireModerate("reach", reach)
    return [ClosedRange<Double>](repeating: -reach...reach, count: count)
  }
}

extension Slice {
  /// Where a slice begins: its origin, which fixes tangent coordinates.
  struct Start {
    let domain: Space
    let origin: [Double]
    let model: LocalModel

    init(_ domain: Space, _ origin: [Double]) throws(ParameterError) {
      try Self.require(domain, origin, "coordinate of a point")
      self.domain = domain
      self.origin = domain.nearestPoint(to: origin)
      var model = LocalModel(of: domain, order: .gradient)
      let jets = JetBatch(dimension: domain.ambientDimension, count: 1, order: .gradient)
      domain.expand(jets, at: Matrix(columns: [self.origin]), column: 0, into: &model)
      self.model = model
    }

    private static func require(
      _ domain: Space, _ numbers: [Double], _ name: String
    ) throws(ParameterError) {
      demand(
        numbers.count == domain.ambientDimension,
        "\(numbers.count) numbers given in \(domain.ambientDimension) dimensions")
      for number in numbers {
        try ParameterError.require(name, number, "finite numbers") { _ in true }
      }
    }

    func tangent(_ direction: [Double]) throws(ParameterError) -> [Double] {
      try Self.require(domain, direction, "component of a direction")
      return domain.tangentCoordinates(of: direction, in: model)
    }

    func vector(to point: [Double]) throws(ParameterError) -> [Double] {
      try Self.require(domain, point, "coordinate of a point")
      guard let vector = domain.vector(from: origin, to: point) else {
        throw ParameterError(
          "overlap of points", -1, valid: "points that are not opposite, which many lines join")
      }
      return domain.tangentCoordinates(of: vector, in: model)
    }

    /// The slice along orthonormal vectors that span the same space.
    func slice(
      _ vectors: [[Double]], ranges: [ClosedRange<Double>], points: Int
    ) throws(ParameterError) -> Slice {
      slice(along: try orthonormal(vectors), ranges, try count(points), isOrthonormal: true)
    }

    /// One that holds the origin and the ends of vectors, with a margin.
    func slice(
      _ vectors: [[Double]], through ends: [[Double]], _ margin: Double, _ points: Int
    ) throws(ParameterError) -> Slice {
      try ParameterError.require("margin", margin, "a number from 0 to 1000") {
        $0 >= 0 && $0 <= 1000
      }
      let ranges = try orthonormal(vectors).map { axis in
        let places = [0] + ends.map { dot($0, axis) }
        let (low, high) = (places.min()!, places.max()!)
        return low - margin * (high - low)...high + margin * (high - low)
      }
      var slice = try slice(vectors, ranges: ranges, points: points)
      slice.mark(through: ends)
      return slice
    }

    func slice(
      along vectors: [[Double]], _ ranges: [ClosedRange<Double>], _ points: Int, isOrthonormal: Bool
    ) -> Slice {
      let directions = zip(zip(["s", "t"], vectors), ranges).map { axis, range in
        // Zero is on a grid that reaches as far to both sides.
        let (middle, half) = (
          range.lowerBound / 2 + range.upperBound / 2, range.upperBound / 2 - range.lowerBound / 2
        )
        let coordinates = (0..<points).map {
          middle + half * (Double(2 * $0 - points + 1) / Double(points - 1))
        }
        return Direction(name: axis.0, vector: axis.1, coordinates: coordinates)
      }
      return Slice(domain, origin, directions, model: model, isOrthonormal: isOrthonormal)
    }

    func count(_ points: Int) throws(ParameterError) -> Int {
      try ParameterError.require("number of points", points, in: 2...100_000)
      return points
    }

    private func orthonormal(_ vectors: [[Double]]) throws(ParameterError) -> [[Double]] {
      var axes: [[Double]] = []
      for vector in vectors {
        let length = norm(vector)
        try ParameterError.requirePositive("length of a direction", length)
        var rest = vector.map { $0 / length }
        // Once more takes away what rounding left.
        for axis in axes + axes {
          let part = dot(rest, axis)
          for i in rest.indices { rest[i] -= part * axis[i] }
        }
        let size = norm(rest)
        guard size > 1e-10 else {
          throw ParameterError("angle of directions", size, valid: "two that are not parallel")
        }
        axes.append(rest.map { $0 / size })
      }
      return axes
    }
  }

  /// Marks the origin and the ends of vectors.
  mutating func mark(through ends: [[Double]]) {
    let places = ends.map { end in directions.map { dot($0.vector, end) } }
    marks = ([directions.map { _ in 0 }] + places).enumerated().map {
      Mark(name: "point \($0 + 1)", coordinates: $1)
    }
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
