public import LinearAlgebra
internal import Foundation
internal import Requirements

/// A box in R^n with walls: flat space of which a part is looked at.
///
/// Critical points are those inside. Walks end at the walls.
public struct Box: Domain {
  /// What each coordinate runs over.
  public let sides: [ClosedRange<Double>]
  /// The distance over which functions change.
  public let length: Double

  /// The dimension n.
  public var dimension: Int { sides.count }
  /// The dimension n.
  public var ambientDimension: Int { sides.count }
  /// It has walls: the Morse sum depends on the function there.
  public var eulerCharacteristic: Int? { nil }
  /// √n lengths, of n sides.
  public var scale: Double { Double(dimension).squareRoot() * length }

  /// A box of its sides.
  ///
  /// - Parameters:
  ///   - sides: a range for each coordinate.
  ///   - length: the distance over which functions on it change; a tenth of the shortest side if nil.
  public init(_ sides: [ClosedRange<Double>], length: Double? = nil) {
    demand(!sides.isEmpty, "a box needs at least one side")
    let widths = sides.map { $0.upperBound - $0.lowerBound }
    for (side, width) in zip(sides, widths) {
      demand(width > 0 && width.isFinite, "the side \(side) of a box is not positive and finite")
    }
    let length = length ?? widths.min()! / 10
    demand(length > 0 && length.isFinite, "a length is positive and finite, not \(length)")
    (self.sides, self.length) = (sides, length)
  }

  /// A cube: every side is the same.
  public init(_ side: ClosedRange<Double>, dimension: Int, length: Double? = nil) {
    demand(dimension >= 1, "a box needs dimension at least 1, not \(dimension)")
    self.init([ClosedRange<Double>](repeating: side, count: dimension), length: length)
  }

  /// The jets themselves.
  public func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel
  ) {
    EuclideanSpace(dimension: dimension).expand(jets, at: points, column: b, into: &model)
  }

  /// x ← x + step, or as far as the walls.
  public func move(
    _ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel
  ) {
    for (i, side) in sides.enumerated() {
      points[i, b] = min(max(points[i, b] + step[i], side.lowerBound), side.upperBound)
    }
  }

  /// Nothing: all vectors are tangent.
  public func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>) {}

  /// Back to the walls.
  public func restore(_ points: inout Matrix<Double>) {
    for b in 0..<points.columns {
      for (i, side) in sides.enumerated() {
        points[i, b] = min(max(points[i, b], side.lowerBound), side.upperBound)
      }
    }
  }

  /// A uniform point of the box.
  public func point(fromNormals normals: [Double]) -> [Double] {
    demand(
      normals.count == dimension,
      "\(normals.count) numbers given for a point in \(dimension) dimensions")
    return zip(sides, normals).map { side, x in
      let part = erfc(-x / 2.0.squareRoot()) / 2
      return side.lowerBound * (1 - part) + side.upperBound * part
    }
  }
}
