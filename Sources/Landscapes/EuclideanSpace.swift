public import LinearAlgebra
internal import Requirements

/// R^n with its standard coordinates.
public struct EuclideanSpace: Domain {
  /// The dimension n.
  public let dimension: Int
  /// The distance over which functions on it change, if stated.
  public let length: Double?

  /// The dimension n.
  public var ambientDimension: Int { dimension }
  /// Not compact: the Morse sum depends on the function at infinity.
  public var eulerCharacteristic: Int? { nil }
  /// √n lengths; √n, the scale of coordinates of order one, where no length is stated.
  public var scale: Double { Double(dimension).squareRoot() * (length ?? 1) }
  /// Whether a length is.
  public var isScaleStated: Bool { length != nil }

  /// R^n.
  ///
  /// - Parameters:
  ///   - dimension: n.
  ///   - length: the distance over which functions on it change, in the user's units; searches find it from the
  ///     function where it is nil.
  public init(dimension: Int, length: Double? = nil) {
    demand(dimension >= 1, "a space needs dimension at least 1, not \(dimension)")
    if let length {
      demand(length > 0 && length.isFinite, "a length is positive and finite, not \(length)")
    }
    (self.dimension, self.length) = (dimension, length)
  }

  /// The jets themselves.
  public func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel
  ) {
    model.value = jets.values[b]
    model.radialDerivative = 0
    for i in 0..<dimension { model.gradient[i] = jets.gradients[i, b] }
    model.gradientSize = norm(model.gradient)
    guard jets.order == .hessian else { return }
    model.hessian = jets.hessian(b)
    model.hessianSize = norm(model.hessian.elements)
  }

  /// x ← x + step.
  public func move(
    _ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel
  ) {
    for i in 0..<dimension { points[i, b] += step[i] }
  }

  /// Nothing: all vectors are tangent.
  public func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>) {}

  /// Nothing: all points belong to it.
  public func restore(_ points: inout Matrix<Double>) {}

  /// A normal point of standard deviation one length.
  public func point(fromNormals normals: [Double]) -> [Double] {
    demand(
      normals.count == dimension,
      "\(normals.count) numbers given for a point in \(dimension) dimensions")
    return length.map { length in normals.map { length * $0 } } ?? normals
  }
}
