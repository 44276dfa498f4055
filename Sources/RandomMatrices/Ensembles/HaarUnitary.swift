internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule

/// Unitary matrices, evenly distributed (Haar measure on U(n)): the circular unitary ensemble.
///
/// The Q of a QR factorisation of independent complex normals, each column times the phase of R's diagonal;
/// without the phases Q is not evenly distributed.
///
/// Reference: Mezzadri, Notices of the AMS 54, 592 (2007).
public struct HaarUnitary: ComplexMatrixEnsemble {
  /// The size n.
  public let size: Int
  private let normals: ComplexGinibreEnsemble

  /// Number of rows, n.
  public var rows: Int { size }
  /// Number of columns, n.
  public var columns: Int { size }

  /// Matrices of size n ≥ 1.
  public init(size: Int) throws(RandomMatrixError) {
    try RandomMatrixError.requireCount("size", size)
    self.size = size
    normals = try ComplexGinibreEnsemble(rows: size, columns: size)
  }

  /// One sample, unitary to rounding.
  ///
  /// Randomness: 2n² normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    normals.sample(into: &matrix, using: &stream)
    let phases = QRFactorization.orthonormalize(&matrix)
    for (j, phase) in phases.enumerated() {
      for i in 0..<size { matrix[i, j] *= phase }
    }
  }
}

/// The circular orthogonal ensemble: symmetric unitary matrices Uᵀ U, U evenly distributed; its eigenvalues on the
/// circle have the joint density ∝ ∏|e^{iθ_j} - e^{iθ_k}|.
///
/// Reference: Dyson, J. Math. Phys. 3, 140 (1962).
public struct CircularOrthogonalEnsemble: ComplexMatrixEnsemble {
  /// The size n.
  public let size: Int
  private let unitary: HaarUnitary

  /// Number of rows, n.
  public var rows: Int { size }
  /// Number of columns, n.
  public var columns: Int { size }

  /// Matrices of size n ≥ 1.
  public init(size: Int) throws(RandomMatrixError) {
    try RandomMatrixError.requireCount("size", size)
    self.size = size
    unitary = try HaarUnitary(size: size)
  }

  /// One sample, unitary and symmetric to rounding.
  ///
  /// Randomness: 2n² normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    unitary.sample(into: &matrix, using: &stream)
    matrix = matrix.transposed * matrix
  }
}
