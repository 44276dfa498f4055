public import Landscapes

/// Critical points counted up to the symmetries of the landscape.
///
/// The convention: two points are one orbit if some symmetry carries one to the other; an orbit's ``Orbit/size`` is the
/// number of points it has, found or not. A sum of (-1)^index over all points is one over orbits with their sizes.
public struct Orbits: Sendable {
  /// Points that the symmetries carry to each other.
  public struct Orbit: Sendable {
    /// The first of them among those given.
    public let representative: CriticalPoint
    /// How many different points its images are; nil if more than an `Int` holds.
    public let size: Int?
    /// How many of them, different ones, were given.
    public let found: Int
  }

  /// The orbits, in the order of their first points.
  public let orbits: [Orbit]
  /// How many maps the symmetries have; nil if more than an `Int` holds.
  public let order: Int?

  /// Orbits of the converged ones of some points.
  ///
  /// Points are the same where ``CriticalPoint/error`` and ``CriticalPoint/isolation`` say that they are.
  ///
  /// - Complexity: pairs of orbits of equal index, times what it takes to compare two points.
  public init(_ points: [CriticalPoint], under symmetries: some Symmetries) {
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
      let known = orbits.indices.first { k in
        let other = orbits[k].representative
        return other.index == point.index
          && symmetries.carry(point.position, to: other.position, within: reach(other))
      }
      if let known {
        let orbit = orbits[known]
        orbits[known] = Orbit(
          representative: orbit.representative, size: orbit.size, found: orbit.found + 1)
      } else {
        let size = symmetries.imageCount(of: point.position, within: reach(point))
        orbits.append(Orbit(representative: point, size: size, found: 1))
      }
    }
    (self.orbits, order) = (orbits, symmetries.order)
  }

  /// How many points the orbits have together; nil if more than an `Int` holds.
  public var pointCount: Int? { sum { _ in 1 } }

  /// Σ (-1)^index of all points of the orbits; nil if these are more than an `Int` holds.
  public var morseSum: Int? {
    sum { $0.representative.index?.isMultiple(of: 2) == true ? 1 : -1 }
  }

  private func sum(_ sign: (Orbit) -> Int) -> Int? {
    orbits.reduce(0) { sum, orbit in
      guard let sum, let size = orbit.size else { return nil }
      let (result, isTooLarge) = sum.addingReportingOverflow(sign(orbit) * size)
      return isTooLarge ? nil : result
    }
  }

  /// Whether every point of every orbit was found.
  public var isWhole: Bool { orbits.allSatisfy { $0.found == $0.size } }
}

extension Orbits: CustomStringConvertible {
  /// The count and its convention in a line.
  public var description: String {
    let found = orbits.reduce(0) { $0 + $1.found }
    func words(_ count: Int?) -> String { count.map(String.init) ?? "more than 2^63" }
    return
      "\(orbits.count) orbits under \(words(order)) symmetries, \(found) of their \(words(pointCount)) points found"
      + (morseSum.map { "; (-1)^index over all points of the orbits adds up to \($0)" } ?? "")
  }
}
