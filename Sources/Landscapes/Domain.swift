public import LinearAlgebra

/// A smooth manifold in n-dimensional ambient space on which landscapes live.
///
/// A domain converts Euclidean jets into the local model along itself, in orthonormal tangent
/// coordinates, and moves a point by a tangent step. The two belong together: both use the same
/// tangent basis at the point.
public protocol Domain: Sendable, Equatable {
  /// Dimension n of the ambient space, the N of every formula.
  var ambientDimension: Int { get }
  /// Dimension of the domain itself.
  var dimension: Int { get }
  /// Euler characteristic: what Σ (-1)^index over all critical points adds up to, or nil if the
  /// domain is not compact and the sum depends on the function.
  var eulerCharacteristic: Int? { get }
  /// The typical distance between unrelated points, by which step caps are scaled.
  var scale: Double { get }
  /// Whether ``scale`` was stated. If not, searches find it from the function: ``Landscape/typicalScale``.
  var isScaleStated: Bool { get }

  /// The model at point b of a batch, in tangent coordinates: to second order if the jets hold Hessians, else the
  /// Hessian of the model and its size stay as they are.
  ///
  /// Sizes are those before anything cancels, `LocalModel.gradientSize` and `LocalModel.hessianSize`.
  func expand(
    _ jets: JetBatch, at points: Matrix<Double>, column b: Int, into model: inout LocalModel)

  /// Moves column b of `points` by a step in the tangent coordinates of `model`, which must have
  /// been expanded at that very point. Agrees with the exponential map to second order.
  func move(_ points: inout Matrix<Double>, column b: Int, by step: [Double], in model: LocalModel)

  /// Takes from each column of `vectors` what is not tangent at the same column of `points`.
  func project(_ vectors: inout Matrix<Double>, at points: Matrix<Double>)

  /// Brings each column of `points`, near the domain, to the nearest point of it.
  func restore(_ points: inout Matrix<Double>)

  /// Moves each column of `points` by the tangent vector in the same column of `steps`, in ambient coordinates. Agrees with
  /// the exponential map to second order.
  func move(_ points: inout Matrix<Double>, along steps: Matrix<Double>)

  /// How far each column of `b` is from the same column of `a`: straight through ambient space, on a sphere the chord; on a
  /// torus the shortest way around.
  func distances(from a: Matrix<Double>, to b: Matrix<Double>) -> [Double]

  /// A point drawn from the domain's reference law, from standard normal numbers (n of them).
  func point(fromNormals normals: [Double]) -> [Double]
}

extension Domain {
  /// True, unless a domain says otherwise.
  public var isScaleStated: Bool { true }

  /// |b - a|.
  public func distances(from a: Matrix<Double>, to b: Matrix<Double>) -> [Double] {
    (0..<a.columns).map { column in norm(zip(a.column(column), b.column(column)).map(-)) }
  }

  /// x ← x + step, brought back to the domain.
  public func move(_ points: inout Matrix<Double>, along steps: Matrix<Double>) {
    points.add(steps, times: 1)
    restore(&points)
  }
}
