internal import Foundation
public import Landscapes
internal import LinearAlgebra

/// A domain with shortest lines, along which slices are laid. Points and vectors are in ambient coordinates.
public protocol SliceDomain: Domain {
  /// The point of the domain nearest to one of ambient space.
  func nearestPoint(to point: [Double]) -> [Double]
  /// The tangent vector at `a` that points along the shortest line to `b` and is as long; nil if there is no such line,
  /// or several.
  func vector(from a: [Double], to b: [Double]) -> [Double]?
  /// The tangential part of a vector, in the tangent coordinates of a model that was expanded at a point.
  func tangentCoordinates(of vector: [Double], in model: LocalModel) -> [Double]
}

extension SliceDomain {
  /// The point itself.
  public func nearestPoint(to point: [Double]) -> [Double] { point }

  /// The vector itself.
  public func tangentCoordinates(of vector: [Double], in model: LocalModel) -> [Double] { vector }
}

extension EuclideanSpace: SliceDomain {
  /// b - a.
  public func vector(from a: [Double], to b: [Double]) -> [Double]? { zip(b, a).map(-) }
}

extension Torus: SliceDomain {
  /// The shortest way around.
  public func vector(from a: [Double], to b: [Double]) -> [Double]? { offset(from: a, to: b) }
}

extension Sphere: SliceDomain {
  /// √N times its direction.
  public func nearestPoint(to point: [Double]) -> [Double] { self.point(fromNormals: point) }

  /// Along the great circle, |vector| the arc; nil for opposite points, to a part in 10¹².
  public func vector(from a: [Double], to b: [Double]) -> [Double]? {
    let (from, to) = (nearestPoint(to: a), nearestPoint(to: b))
    let cosine = zip(from, to).reduce(0) { $0 + $1.0 * $1.1 } / Double(ambientDimension)
    let aside = zip(to, from).map { $0 - cosine * $1 }
    let sine = norm(aside) / scale
    guard sine > 1e-12 || cosine > 0 else { return nil }
    // Where the arc is its own sine, and may be zero, nothing is to be stretched.
    let stretch = sine > 1e-9 || cosine < 0 ? atan2(sine, cosine) / sine : 1
    return aside.map { stretch * $0 }
  }

  /// The first N - 1 numbers of the reflected vector, as in ``expand(_:at:column:into:)``.
  public func tangentCoordinates(of vector: [Double], in model: LocalModel) -> [Double] {
    Array(ambient(vector, frame: model.frame).dropLast())
  }
}
