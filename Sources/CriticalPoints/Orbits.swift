public import Landscapes
internal import LinearAlgebra

/// Critical points counted up to the symmetries of the landscape.
///
/// The convention: two points are one orbit if some symmetry carries one to the other; an orbit's ``Orbit/size`` is the
/// number of points it has, found or not. A sum of (-1)^index over all points is one over orbits with their sizes.
public struct Orbits: Sendable {
  /// Points that the symmetries carry to each other.
  public struct Orbit: Sendable {
    /// The first of them among those given.
    public let representative: CriticalPoint
    /// How many different points its images are.
    public let size: Int
    /// How many of them, different ones, were given.
    public let found: Int
  }

  /// The orbits, in the order of their first points.
  public let orbits: [Orbit]
  /// How many maps the symmetries have.
  public let order: Int

  /// Orbits of the converged ones of some points.
  ///
  /// Points are the same where ``CriticalPoint/error`` and ``CriticalPoint/isolation`` say that they are.
  ///
  /// - Complexity: pairs of points of equal value and index, times the elements of the group.
  public init(_ points: [CriticalPoint], under symmetries: SymmetryGroup) {
    let distinct = DistinctPoints(among: points)
    let converged = points.indices.filter {
      points[$0].outcome == .converged && distinct.duplicateOf[$0] == nil
    }
    var orbits: [Orbit] = []
    for i in converged {
      let point = points[i]
      func reach(_ other: CriticalPoint) -> Double {
        max(4 * (point.error + other.error), min(point.isolation, other.isolation))
      }
      let images = symmetries.images(of: point.position)
      let known = orbits.indices.first { k in
        let other = orbits[k].representative
        return other.index == point.index
          && images.contains { Self.distance($0, other.position) <= reach(other) }
      }
      if let known {
        let orbit = orbits[known]
        orbits[known] = Orbit(
          representative: orbit.representative, size: orbit.size, found: orbit.found + 1)
      } else {
        var different: [[Double]] = []
        for image in images
        where !different.contains(where: { Self.distance($0, image) <= reach(point) }) {
          different.append(image)
        }
        orbits.append(Orbit(representative: point, size: different.count, found: 1))
      }
    }
    (self.orbits, order) = (orbits, symmetries.elements.count)
  }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    norm(zip(a, b).map { $0 - $1 })
  }

  /// Σ (-1)^index of all points of the orbits.
  public var morseSum: Int {
    orbits.reduce(0) {
      $0 + ($1.representative.index?.isMultiple(of: 2) == true ? $1.size : -$1.size)
    }
  }

  /// Whether every point of every orbit was found.
  public var isWhole: Bool { orbits.allSatisfy { $0.found == $0.size } }
}

extension Orbits: CustomStringConvertible {
  /// The count and its convention in a line.
  public var description: String {
    let found = orbits.reduce(0) { $0 + $1.found }
    let points = orbits.reduce(0) { $0 + $1.size }
    return
      "\(orbits.count) orbits under \(order) symmetries, \(found) of their \(points) points found; "
      + "(-1)^index over all points of the orbits adds up to \(morseSum)"
  }
}
