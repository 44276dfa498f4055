public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Orthogonal matrices of both determinants, evenly distributed (Haar measure on O(n)).
///
/// The Q of a QR factorisation of independent normals, each column times the sign of R's diagonal: the
/// factorisation is then unique, and Q as evenly distributed as the normals' directions. Without the signs it
/// is not, since LAPACK's Q depends on its own choice of signs.
///
/// Reference: Mezzadri, Notices of the AMS 54, 592 (2007).
public struct HaarOrthogonal: MatrixEnsemble {
  /// The size n.
  public let size: Int
  private let normals: GinibreEnsemble

  /// Number of rows, n.
  public var rows: Int { size }
  /// Number of columns, n.
  public var columns: Int { size }

  /// Matrices of size n ≥ 1.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    normals = try GinibreEnsemble(rows: size, columns: size)
  }

  /// One sample, orthogonal to rounding.
  ///
  /// Randomness: n² normals. Cost: 8/3 n³ operations.
  public func sample(into matrix: inout Matrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    normals.sample(into: &matrix, using: &stream)
    let signs = QRFactorization.orthonormalize(&matrix)
    for (j, sign) in signs.enumerated() where sign < 0 {
      for i in 0..<size { matrix[i, j] = -matrix[i, j] }
    }
  }
}
