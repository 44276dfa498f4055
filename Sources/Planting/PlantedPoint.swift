public import LinearAlgebra
internal import RandomMatrices
internal import RandomStreams
internal import Requirements

/// A critical point drawn from the law of those of an index: what is known at the point itself.
///
///     Hessian = O diag(λ) Oᵀ,   λ the eigenvalues, O evenly distributed
///
/// A landscape with such a point at a chosen place is what conditioning gives:
/// `PSpinHamiltonian.planting(_:at:)`, or a `ConditionedField` with its value and Hessian. Averages over draws are averages over all critical points of the
/// index, each weighing the same, at any N and without a search.
///
/// Reference: that of its law, ``SphericalCriticalPointLaw`` or ``FieldCriticalPointLaw``.
public struct PlantedPoint: Sendable {
  /// The index k.
  public let index: Int
  /// The landscape's value, H or V; energies per spin are value/N.
  public let value: Double
  /// y = ⟨σ, ∇H⟩/N on the sphere, 0 in R^N.
  public let radialDerivative: Double
  /// Eigenvalues of the Riemannian Hessian, ascending; k of them are negative.
  public let eigenvalues: [Double]
  /// The Hessian in orthonormal tangent coordinates: these eigenvalues, Haar-distributed eigenvectors.
  public let hessian: Matrix<Double>

  /// - Parameter stream: for the eigenvectors.
  init(
    index: Int, value: Double, radialDerivative: Double, eigenvalues: [Double],
    using stream: inout RandomStream
  ) {
    let n = eigenvalues.count
    var vectors = Matrix<Double>(rows: n, columns: n)
    guard let haar = try? HaarOrthogonal(size: n) else {
      fail("a point without eigenvalues")
    }
    haar.sample(into: &vectors, using: &stream)
    let transposed = vectors.transposed
    for j in 0..<n { for i in 0..<n { vectors[i, j] *= eigenvalues[j] } }
    (self.index, self.value, self.radialDerivative) = (index, value, radialDerivative)
    self.eigenvalues = eigenvalues
    hessian = vectors * transposed
  }
}
