public import Landscapes
internal import LinearAlgebra
public import RandomStreams
public import Requirements

extension Slice {
  /// The plane through a point along two uniformly distributed orthonormal directions.
  ///
  /// - Parameters:
  ///   - domain: the space of the plane.
  ///   - origin: the point, with coordinates (0, 0).
  ///   - reach: distance from the point to each side.
  ///   - points: along each axis.
  ///   - stream: takes normal numbers, two for each dimension of the domain.
  /// - Throws: ``/Requirements/ParameterError`` as ``plane(in:through:along:_:ranges:points:)``.
  public static func randomPlane(
    in domain: Space, through origin: [Double], reach: Double, points: Int = 101,
    using stream: inout RandomStream
  ) throws(ParameterError) -> Slice {
    demand(domain.dimension >= 2, "a plane needs two dimensions, not \(domain.dimension)")
    let start = try Start(domain, origin)
    let vectors = [0, 1].map { _ in stream.normals(count: domain.dimension) }
    return try start.slice(vectors, ranges: try symmetric(reach, 2), points: points)
  }
}

extension Slice where Space == EuclideanSpace {
  /// The plane through a point along two random directions normalised block by block, for functions that do not change
  /// when a block is scaled, such as the filters of a network.
  ///
  ///     d_b ← |x_b| d_b / |d_b|
  ///
  /// in each block b of coordinates, d normal; in a block where x is zero, d is. The directions are not made orthogonal,
  /// and 1 is the size of the point itself.
  ///
  /// - Parameters:
  ///   - domain: the space of the plane.
  ///   - origin: the point, with coordinates (0, 0).
  ///   - blocks: ranges of coordinates; those in none keep their place.
  ///   - reach: to each side, over the size of the point.
  ///   - points: along each axis.
  ///   - stream: takes normal numbers, two for each coordinate.
  /// - Precondition: blocks do not overlap and lie within the coordinates.
  /// - Throws: if all blocks of the point are zero.
  ///
  /// Reference: Li, Xu, Taylor, Studer and Goldstein (2018), arXiv:1712.09913, section 4.
  public static func filterNormalizedPlane(
    in domain: Space, through origin: [Double], blocks: [Range<Int>], reach: Double = 1,
    points: Int = 101, using stream: inout RandomStream
  ) throws(ParameterError) -> Slice {
    let sorted = blocks.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    demand(
      zip(sorted, sorted.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        && sorted.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= domain.dimension },
      "blocks \(blocks) overlap or go beyond \(domain.dimension) coordinates")
    let start = try Start(domain, origin)
    let vectors = [0, 1].map { _ in
      let normal = stream.normals(count: domain.dimension)
      var vector = [Double](repeating: 0, count: domain.dimension)
      for block in sorted {
        let factor = norm(Array(origin[block])) / norm(Array(normal[block]))
        for i in block { vector[i] = factor * normal[i] }
      }
      return vector
    }
    for vector in vectors {
      try ParameterError.requirePositive("norm of all blocks", norm(vector))
    }
    return start.slice(
      along: vectors, try symmetric(reach, 2), try start.count(points), isOrthonormal: false)
  }
}
