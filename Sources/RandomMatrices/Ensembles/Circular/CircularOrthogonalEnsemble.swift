public import ComplexModule
public import LinearAlgebra
public import RandomStreams
public import RealModule
public import Requirements

/// The circular orthogonal ensemble: symmetric unitary matrices Uᵀ U, U evenly distributed; its eigenvalues on the
/// circle have the joint density ∝ ∏|e^{iθ_j} - e^{iθ_k}|.
///
/// Reference: Dyson, J. Math. Phys. 3, 140 (1962).
public struct CircularOrthogonalEnsemble: MatrixEnsemble {
  /// The size n.
  public let size: Int
  private let unitary: HaarUnitary

  /// Number of rows, n.
  public var rows: Int { size }
  /// Number of columns, n.
  public var columns: Int { size }

  /// Matrices of size n ≥ 1.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    unitary = try HaarUnitary(size: size)
  }

  /// One sample, unitary and symmetric to rounding.
  ///
  /// Randomness: 2n² normals.
  public func sample(into matrix: inout Matrix<Complex<Double>>, using stream: inout RandomStream) {
    unitary.sample(into: &matrix, using: &stream)
    matrix = matrix.transposed * matrix
  }
}
