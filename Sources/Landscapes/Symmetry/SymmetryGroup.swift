internal import Requirements

/// All maps made of some: under each of them a function is the same.
///
/// Critical points come in orbits: the images of one, all of the same value and index. `Orbits` of the points found counts
/// them so.
public struct SymmetryGroup: Sendable, Equatable {
  /// The maps, the one that changes nothing first.
  public let elements: [SignedPermutation]

  /// The most that a group may hold.
  public static let sizeLimit = 50_000

  /// The group made of generators on n coordinates.
  ///
  /// - Complexity: as many compositions as elements times generators; a group of more than ``sizeLimit`` elements is
  ///   refused.
  public init(dimension n: Int, generators: [SignedPermutation]) {
    let identity = SignedPermutation(Array(0..<n))
    for generator in generators {
      demand(
        generator.places.count == n,
        "a map of \(generator.places.count) coordinates on \(n) of them")
    }
    var (elements, seen) = ([identity], Set([identity]))
    var next = 0
    while next < elements.count {
      for generator in generators {
        let product = generator.after(elements[next])
        if seen.insert(product).inserted { elements.append(product) }
      }
      demand(
        elements.count <= Self.sizeLimit,
        "these symmetries make a group of more than \(Self.sizeLimit) elements")
      next += 1
    }
    self.elements = elements
  }

  /// All permutations of blocks of coordinates of equal size.
  public static func permuting(_ blocks: [[Int]], of n: Int) -> SymmetryGroup {
    SymmetryGroup(
      dimension: n,
      generators: zip(blocks, blocks.dropFirst()).map { .swapping($0, $1, of: n) })
  }

  /// All images of a point, itself first; some may be the same.
  public func images(of point: [Double]) -> [[Double]] { elements.map { $0(point) } }
}

/// A landscape that names its symmetries: under these maps of the ambient coordinates its value is the same.
public protocol SymmetricLandscape: Landscape {
  /// The maps.
  var symmetries: SymmetryGroup { get }
}

extension SymmetricLandscape {
  /// The largest change of value at a point under the symmetries, relative to the largest value there: rounding if they
  /// are what they are said to be.
  public func asymmetry(at point: [Double]) -> Double {
    let values = symmetries.images(of: point).map(value(at:))
    let size = values.reduce(0) { max($0, abs($1)) }
    return size > 0 ? values.reduce(0) { max($0, abs($1 - values[0])) } / size : 0
  }
}
