public import LinearAlgebra
internal import Requirements

/// R^n up to translations along some directions, under which the function is the same.
///
/// Points are on the plane through the origin across these directions. The Hessian is the one along the plane: what is flat
/// because of the symmetry is no zero mode, and the index is that of the function of n - m coordinates that is left.
///
/// The basis of the plane is that of m Householder reflections, which carry the directions onto the last m axes.
public struct TranslationQuotient: Domain {
  /// The space before.
  public let space: EuclideanSpace
  /// The dimension n of that space.
  public var ambientDimension: Int { space.dimension }
  /// n - m.
  public var dimension: Int { space.dimension - reflections.count }
  /// None: it is not compact.
  public var eulerCharacteristic: Int? { nil }
  /// That of the space.
  public var scale: Double { space.scale }
  /// Whether the space states it.
  public var isScaleStated: Bool { space.isScaleStated }

  /// Vectors v with |v|² = 2.
  private let reflections: [[Double]]

  /// The space up to translations along directions that are linearly independent, fewer than n.
  public init(_ space: EuclideanSpace, along directions: [[Double]]) {
    let n = space.dimension
    demand(
      directions.count < n, "\(directions.count) directions leave nothing of \(n) dimensions")
    self.space = space
    var reflections: [[Double]] = []
    for (k, direction) in directions.enumerated() {
      demand(
        direction.count == n, "a direction of length \(direction.count) in \(n) dimensions")
      let length = norm(direction)
      let turned = Self.reflect(direction.map { $0 / length }, by: reflections)
      let end = n - 1 - k
      var v = Array(turned[...end])
      let rest = norm(v)
      demand(rest > 1e-8, "direction \(k) is a combination of those before it")
      for i in v.indices { v[i] /= rest }
      v[end] += v[end] < 0 ? -1 : 1
      let factor = 2.0.squareRoot() / norm(v)
      reflections.append(v.map { factor * $0 } + [Double](repeating: 0, count: k))
    }
    self.reflections = reflections
  }

  /// R_m ... R₁ x.
  private static func reflect(_ x: [Double], by reflections: [[Double]]) -> [Double] {
    reflections.reduce(x) { x, v in
      let projection = zip(v, x).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(x, v).map { $0 - projection * $1 }
    }
  }

  /// The gradient and the Hessian along the plane.
  public func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel
  ) {
    model.value = jets.values[b]
    model.radialDerivative = 0
    let gradient = jets.gradients.column(b)
    model.gradientSize = norm(gradient)
    model.gradient = Array(Self.reflect(gradient, by: reflections)[..<dimension])
    guard jets.order == .hessian else { return }
    let hessian = jets.hessian(b)
    model.hessianSize = norm(hessian.elements)
    // Columns, then rows.
    let half = Matrix<Double>(
      columns: (0..<hessian.columns).map { Self.reflect(hessian.column($0), by: reflections) }
    ).transposed
    for j in 0..<dimension {
      let column = Self.reflect(half.column(j), by: reflections)
      for i in 0..<dimension { model.hessian[i, j] = column[i] }
    }
  }

  /// x ← x + step, on the plane.
  public func move(
    _ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel
  ) {
    let m = reflections.count
    let ambient = Self.reflect(
      step + [Double](repeating: 0, count: m), by: reflections.reversed())
    let moved = representative(of: zip(points.column(b), ambient).map(+))
    for i in moved.indices { points[i, b] = moved[i] }
  }

  /// To the plane.
  public func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>) {
    restore(&vectors)
  }

  /// To the plane.
  public func restore(_ points: inout Matrix<Double>) {
    points = Matrix(columns: (0..<points.columns).map { representative(of: points.column($0)) })
  }

  /// A normal point of the plane.
  public func point(fromNormals normals: [Double]) -> [Double] {
    representative(of: space.point(fromNormals: normals))
  }

  /// The point of the plane that a point is translated to.
  public func representative(of point: [Double]) -> [Double] {
    var turned = Self.reflect(point, by: reflections)
    for i in dimension..<ambientDimension { turned[i] = 0 }
    return Self.reflect(turned, by: reflections.reversed())
  }
}
