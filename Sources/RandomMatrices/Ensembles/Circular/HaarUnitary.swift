internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
public import Requirements

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
  public init(size: Int) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    self.size = size
    normals = try ComplexGinibreEnsemble(rows: size, columns: size)
  }

  /// One sample, unitary to rounding.
  ///
  /// Randomness: 2n² normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    normals.sample(into: &matrix, using: &stream)
    matrix.multiplyColumns(by: QRFactorization.orthonormalize(&matrix))
  }
}
