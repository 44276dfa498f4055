public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// Orthogonal, unitary or symplectic matrices, evenly distributed: Haar measure on O(n), both determinants, on U(n),
/// which is the circular unitary ensemble, and on Sp(n).
///
///     the law of U A and of A U is that of A,   for every fixed U
///
/// The Q of a QR factorisation of independent normals, each column times the phase of R's diagonal: the
/// factorisation is then unique, and Q as evenly distributed as the normals' directions. Without the phases it
/// is not, since LAPACK's Q depends on its own choice. Quaternions may be factorised as complex blocks: the unique
/// factorisation is the same. Eigenvalues of O(n) and Sp(n) come in pairs e^{±iθ}.
///
/// Reference: Mezzadri, Notices of the AMS 54, 592 (2007).
public struct Haar<Field: RandomScalar>: MatrixEnsemble {
  /// The size n, in numbers of the field.
  public let size: Int
  private let normals: Ginibre<Field>

  /// Number of stored rows.
  public var rows: Int { normals.rows }
  /// Number of stored columns.
  public var columns: Int { normals.columns }

  /// Matrices of size n ≥ 1.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller n.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    normals = try Ginibre(rows: size, columns: size)
  }

  /// One sample, orthogonal to rounding.
  ///
  /// Randomness: βn² normals. Cost: 8/3 n³ operations, four times as many for each stored complex row.
  public func sample(into matrix: inout Matrix<Field.Stored>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    normals.sample(into: &matrix, using: &stream)
    matrix.orthonormalizeUniquely()
  }
}

/// Haar measure on orthogonal matrices.
public typealias HaarOrthogonal = Haar<Double>
/// Haar measure on unitary matrices.
public typealias HaarUnitary = Haar<Complex<Double>>
/// Unitary matrices of quaternions.
public typealias HaarSymplectic = Haar<Quaternion>

extension Matrix {
  /// Becomes the Q of the QR factorisation in which the diagonal of R is positive.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Complex<Double>)
  mutating func orthonormalizeUniquely() {
    let phases = QRFactorization.orthonormalize(&self)
    for (j, phase) in phases.enumerated() where phase != 1 {
      for i in 0..<rows { self[i, j] *= phase }
    }
  }
}
