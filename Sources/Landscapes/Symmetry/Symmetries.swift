internal import LinearAlgebra

/// Maps of the coordinates under which a function is the same.
///
/// Critical points come in orbits: the images of one, all of the same value and index. `Orbits` of the points found counts
/// them so.
public protocol Symmetries: Sendable {
  /// Some maps that all others are made of.
  var generators: [SignedPermutation] { get }
  /// How many maps there are; nil if more than an `Int` holds.
  var order: Int? { get }
  /// Whether some map carries a point to within a distance of another.
  func carry(_ point: [Double], to other: [Double], within distance: Double) -> Bool
  /// How many different points the images of a point are, those within a distance of each other being one; nil if more
  /// than an `Int` holds.
  func imageCount(of point: [Double], within distance: Double) -> Int?
}

/// A landscape that names its symmetries: under these maps of the ambient coordinates its value is the same.
public protocol SymmetricLandscape: Landscape {
  /// What kind they are.
  associatedtype Maps: Symmetries
  /// The maps that change nothing.
  var symmetries: Maps { get }
}

extension SymmetricLandscape {
  /// The largest change of value at a point under the maps that all symmetries are made of, relative to the largest value
  /// there: rounding if they are what they are said to be.
  public func asymmetry(at point: [Double]) -> Double {
    let values = ([point] + symmetries.generators.map { $0(point) }).map(value(at:))
    let size = values.reduce(0) { max($0, abs($1)) }
    return size > 0 ? values.reduce(0) { max($0, abs($1 - values[0])) } / size : 0
  }
}

extension [Double] {
  /// Whether the distance to another point is at most so much.
  package func isWithin(_ distance: Double, of other: [Double]) -> Bool {
    norm(zip(self, other).map { $0 - $1 }) <= distance
  }
}
