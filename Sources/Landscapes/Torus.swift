public import LinearAlgebra
internal import Requirements

/// The torus [0, L)^n: flat space, periodic in every coordinate.
public struct Torus: Domain {
  /// The dimension n.
  public let dimension: Int
  /// The period L.
  public let length: Double
  /// The distance by which step caps are scaled; the period unless said otherwise. For a field give √n
  /// correlation lengths.
  public let scale: Double

  /// The dimension n.
  public var ambientDimension: Int { dimension }
  /// 0, as of every torus.
  public var eulerCharacteristic: Int? { 0 }

  /// The torus of a period, in units of the user.
  public init(dimension: Int, length: Double, scale: Double? = nil) {
    demand(dimension >= 1, "a torus needs dimension at least 1, not \(dimension)")
    demand(length > 0 && length.isFinite, "a period is positive and finite, not \(length)")
    (self.dimension, self.length, self.scale) = (dimension, length, scale ?? length)
  }

  /// The jets themselves.
  public func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel
  ) {
    EuclideanSpace(dimension: dimension).expand(jets, at: points, column: b, into: &model)
  }

  /// x ← x + step, back in [0, L)^n.
  public func move(
    _ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel
  ) {
    for i in 0..<dimension { points[i, b] = wrapped(points[i, b] + step[i]) }
  }

  /// Nothing: all vectors are tangent.
  public func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>) {}

  /// Back in [0, L)^n.
  public func restore(_ points: inout Matrix<Double>) {
    points.withUnsafeMutableElements { for i in $0.indices { $0[i] = wrapped($0[i]) } }
  }

  /// A uniform point would need uniform numbers; a normal one of standard deviation L is as good: its
  /// density on the torus is constant to 1e-8.
  public func point(fromNormals normals: [Double]) -> [Double] {
    demand(
      normals.count == dimension,
      "\(normals.count) numbers given for a point in \(dimension) dimensions")
    return normals.map { wrapped($0 * length) }
  }

  /// The shortest vector from a to b.
  public func offset(from a: [Double], to b: [Double]) -> [Double] {
    zip(a, b).map { ($1 - $0).remainder(dividingBy: length) }
  }

  /// The lengths of the shortest vectors.
  public func distances(from a: Matrix<Double>, to b: Matrix<Double>) -> [Double] {
    (0..<a.columns).map { norm(offset(from: a.column($0), to: b.column($0))) }
  }

  private func wrapped(_ x: Double) -> Double {
    let rest = x.truncatingRemainder(dividingBy: length)
    // -1e-20 + L is L.
    let inside = rest < 0 ? rest + length : rest
    return inside < length ? inside : 0
  }
}
