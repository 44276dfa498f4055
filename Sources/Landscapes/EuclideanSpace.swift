public import LinearAlgebra
internal import Requirements

/// R^n with its standard coordinates.
public struct EuclideanSpace: Domain {
  /// The dimension n.
  public let dimension: Int
  /// The dimension n.
  public var ambientDimension: Int { dimension }
  /// Not compact: the Morse sum depends on the function at infinity.
  public var eulerCharacteristic: Int? { nil }
  /// √n, the distance scale of coordinates of order one.
  public var scale: Double { Double(dimension).squareRoot() }

  /// R^n.
  public init(dimension: Int) {
    demand(dimension >= 1, "a space needs dimension at least 1, not \(dimension)")
    self.dimension = dimension
  }

  /// The jets themselves.
  public func expand(
    _ jets: JetBatch, at points: Matrix, column b: Int, into model: inout LocalModel
  ) {
    model.value = jets.values[b]
    model.radialDerivative = 0
    for i in 0..<dimension { model.gradient[i] = jets.gradients[i, b] }
    model.hessian = jets.hessian(b)
  }

  /// x ← x + step.
  public func move(_ points: inout Matrix, column b: Int, by step: [Double], in model: LocalModel) {
    for i in 0..<dimension { points[i, b] += step[i] }
  }

  /// A standard normal point.
  public func point(fromNormals normals: [Double]) -> [Double] {
    demand(
      normals.count == dimension,
      "\(normals.count) numbers given for a point in \(dimension) dimensions")
    return normals
  }
}
