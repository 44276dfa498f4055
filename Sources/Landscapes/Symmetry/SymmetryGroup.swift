internal import Requirements

/// All maps made of some, one by one.
public struct SymmetryGroup: Symmetries, Equatable {
  /// The maps that the others are made of.
  public let generators: [SignedPermutation]
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
    (self.generators, self.elements) = (generators, elements)
  }

  /// All permutations of blocks of coordinates of equal size.
  public static func permuting(_ blocks: [[Int]], of n: Int) -> SymmetryGroup {
    SymmetryGroup(
      dimension: n,
      generators: zip(blocks, blocks.dropFirst()).map { .swapping($0, $1, of: n) })
  }

  /// All images of a point, itself first; some may be the same.
  public func images(of point: [Double]) -> [[Double]] { elements.map { $0(point) } }

  /// How many maps there are.
  public var order: Int? { elements.count }

  /// Whether some map carries a point to within a distance of another.
  public func carry(_ point: [Double], to other: [Double], within distance: Double) -> Bool {
    elements.contains { $0(point).isWithin(distance, of: other) }
  }

  /// How many different points the images of a point are.
  public func imageCount(of point: [Double], within distance: Double) -> Int? {
    var different: [[Double]] = []
    for image in images(of: point)
    where !different.contains(where: { $0.isWithin(distance, of: image) }) {
      different.append(image)
    }
    return different.count
  }
}
