package import LinearAlgebra

/// Value, gradient and Hessian of a landscape at a point, in orthonormal tangent coordinates.
///
/// To second order along the domain, f(move(s)) = value + g·s + s·H s/2. The buffers are reused
/// from point to point.
public struct LocalModel: Sendable {
  /// Dimension m of the tangent space.
  package let dimension: Int
  /// The value f.
  package var value = 0.0
  /// The Riemannian gradient, m numbers.
  package var gradient: [Double]
  /// The Riemannian Hessian, m x m; only the lower triangle is meaningful.
  package var hessian: Matrix<Double>
  /// On a sphere of squared radius N, y = ⟨σ, ∇f⟩/N; on a flat domain 0.
  package var radialDerivative = 0.0
  /// |∇f| in ambient coordinates: rounding errors of the gradient are some ulps of this, or of
  /// ``hessianSize`` times a distance.
  package var gradientSize = 0.0
  /// The Frobenius norm of what the Hessian is made of: rounding errors are some ulps of it.
  package var hessianSize = 0.0
  /// How far gradient and Hessian may be off.
  package var accuracy = DerivativeAccuracy.rounding
  /// The vector that fixes the tangent basis; its meaning is the domain's.
  package var frame: [Double]

  /// A model of zeros; to first order it has no Hessian.
  package init(of domain: some Domain, order: DerivativeOrder = .hessian) {
    dimension = domain.dimension
    gradient = [Double](repeating: 0, count: dimension)
    let size = order == .hessian ? dimension : 0
    hessian = Matrix<Double>(rows: size, columns: size)
    frame = [Double](repeating: 0, count: domain.ambientDimension)
  }

  /// |gradient|, Euclidean.
  package var gradientNorm: Double { norm(gradient) }

  /// Whether every number that a step would use is finite.
  package var isFinite: Bool {
    value.isFinite && gradient.allSatisfy(\.isFinite) && hessianSize.isFinite
  }
}
