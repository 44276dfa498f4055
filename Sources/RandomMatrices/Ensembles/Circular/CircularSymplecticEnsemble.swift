public import ComplexModule
public import LinearAlgebra
public import RandomStreams
public import RealModule
public import Requirements

/// The circular symplectic ensemble: self-dual unitary matrices Uᴰ U, U evenly distributed on U(2n) and
/// Uᴰ = Z Uᵀ Zᵀ with blocks [[0, 1], [-1, 0]] on the diagonal of Z.
///
/// Every eigenvalue occurs twice; the n distinct ones have the joint density ∝ ∏|e^{iθ_j} - e^{iθ_k}|⁴ on the circle.
///
/// Reference: Dyson, J. Math. Phys. 3, 140 (1962).
public struct CircularSymplecticEnsemble: MatrixEnsemble {
  /// The number n of distinct eigenvalues.
  public let size: Int
  private let unitary: HaarUnitary

  /// Number of rows, 2n.
  public var rows: Int { 2 * size }
  /// Number of columns, 2n.
  public var columns: Int { 2 * size }

  /// Matrices of n ≥ 1 distinct eigenvalues.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    unitary = try HaarUnitary(size: 2 * size)
  }

  /// One sample, unitary and self-dual to rounding.
  ///
  /// Randomness: 8n² normals.
  public func sample(into matrix: inout Matrix<Complex<Double>>, using stream: inout RandomStream) {
    unitary.sample(into: &matrix, using: &stream)
    var dual = Matrix<Complex<Double>>(rows: rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows {
        // Z maps 2k to 2k+1 with sign +, 2k+1 to 2k with sign -.
        let sign = (i ^ j).isMultiple(of: 2) ? 1.0 : -1.0
        dual[i, j] = Complex(sign) * matrix[j ^ 1, i ^ 1]
      }
    }
    matrix = dual * matrix
  }
}
