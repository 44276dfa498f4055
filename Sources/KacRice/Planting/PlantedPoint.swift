public import LinearAlgebra
internal import RandomStreams

/// A critical point drawn from the law of those of an index: what is known at the point itself.
///
/// A landscape with such a point at a chosen place is what conditioning gives:
/// `PSpinHamiltonian.planting(_:at:)`, or a `ConditionedField` with its value and Hessian. Averages over draws are averages over all critical points of the
/// index, each weighing the same, at any N and without a search.
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
  public let hessian: Matrix

  /// - Parameter stream: for the eigenvectors, those of a GOE matrix.
  init(
    index: Int, value: Double, radialDerivative: Double, eigenvalues: [Double],
    using stream: inout RandomStream
  ) {
    let n = eigenvalues.count
    var random = Matrix(rows: n, columns: n)
    for j in 0..<n {
      for i in j..<n { random[i, j] = (i == j ? 2.0.squareRoot() : 1) * stream.normal() }
    }
    var solver = SymmetricEigensolver(size: n)
    precondition(
      solver.diagonalize(random, vectors: true), "eigenvectors of a finite matrix not found")
    let vectors = solver.eigenvectors
    var (scaled, transposed) = (vectors, Matrix(rows: n, columns: n))
    for j in 0..<n {
      for i in 0..<n {
        scaled[i, j] *= eigenvalues[j]
        transposed[j, i] = vectors[i, j]
      }
    }
    (self.index, self.value, self.radialDerivative) = (index, value, radialDerivative)
    self.eigenvalues = eigenvalues
    hessian = scaled * transposed
  }
}
