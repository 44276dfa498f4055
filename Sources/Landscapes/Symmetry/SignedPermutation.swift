internal import Requirements

/// A map of coordinates onto each other, some of them with the sign turned: y[i] = ±x[places[i]].
public struct SignedPermutation: Sendable, Hashable {
  /// Where each coordinate comes from.
  public let places: [Int]
  /// Which coordinates change their sign.
  public let isTurned: [Bool]

  /// A map of n coordinates.
  ///
  /// - Parameters:
  ///   - places: each of 0..<n once.
  ///   - isTurned: of n coordinates; none if nil.
  public init(_ places: [Int], isTurned: [Bool]? = nil) {
    demand(
      places.sorted() == Array(0..<places.count),
      "\(places) does not name each of 0..<\(places.count) once")
    demand(
      isTurned == nil || isTurned?.count == places.count,
      "\(isTurned?.count ?? 0) signs for \(places.count) coordinates")
    self.places = places
    self.isTurned = isTurned ?? places.map { _ in false }
  }

  /// Two blocks of coordinates exchanged, of n.
  public static func swapping(_ a: [Int], _ b: [Int], of n: Int) -> SignedPermutation {
    demand(a.count == b.count, "blocks of \(a.count) and \(b.count) coordinates do not match")
    var places = Array(0..<n)
    for (i, j) in zip(a, b) { places.swapAt(i, j) }
    return SignedPermutation(places)
  }

  /// The signs of some of n coordinates turned.
  public static func turning(_ some: [Int], of n: Int) -> SignedPermutation {
    SignedPermutation(Array(0..<n), isTurned: (0..<n).map(some.contains))
  }

  /// The image of a point.
  public func callAsFunction(_ point: [Double]) -> [Double] {
    demand(
      point.count == places.count,
      "a point of \(point.count) coordinates for a map of \(places.count)")
    return places.indices.map { isTurned[$0] ? -point[places[$0]] : point[places[$0]] }
  }

  /// This map after another one.
  package func after(_ first: SignedPermutation) -> SignedPermutation {
    SignedPermutation(
      places.map { first.places[$0] },
      isTurned: places.indices.map { isTurned[$0] != first.isTurned[places[$0]] })
  }
}
