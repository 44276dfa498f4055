internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Unitary matrices of quaternions, evenly distributed (Haar measure on Sp(n)), as complex ones of twice the size.
///
/// The Q of a QR factorisation of independent normal quaternions, R's diagonal made positive; the factorisation of
/// the complex matrix of twice the size is the same. Eigenvalues come in pairs e^{±iθ}.
///
/// Reference: Mezzadri, Notices of the AMS 54, 592 (2007).
public struct HaarSymplectic: ComplexMatrixEnsemble {
  /// The number n of quaternions in a row.
  public let size: Int
  private let normals: QuaternionGinibreEnsemble

  /// Number of rows, 2n.
  public var rows: Int { 2 * size }
  /// Number of columns, 2n.
  public var columns: Int { 2 * size }

  /// Matrices of n ≥ 1 quaternions in a row.
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    normals = try QuaternionGinibreEnsemble(rows: size, columns: size)
  }

  /// One sample, unitary and of quaternions to rounding.
  ///
  /// Randomness: 4n² normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    normals.sample(into: &matrix, using: &stream)
    matrix.multiplyColumns(by: QRFactorization.orthonormalize(&matrix))
  }
}
