internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule
public import Requirements

/// Complex matrices of any shape with independent normal entries, E|M_ij|² = v, real and imaginary part alike.
///
/// Scale: v = 1 unless given. The eigenvalues of an n x n matrix fill the disc of radius √(nv) evenly at large
/// n.
///
/// Reference: Ginibre, J. Math. Phys. 6, 440 (1965).
public struct ComplexGinibreEnsemble: ComplexMatrixEnsemble {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// v.
  public let variance: Double

  /// Matrices of a shape of at least 1 x 1.
  public init(rows: Int, columns: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("number of rows", rows)
    try ParameterError.requireCount("number of columns", columns)
    try ParameterError.requirePositive("variance", variance)
    (self.rows, self.columns, self.variance) = (rows, columns, variance)
  }

  /// One sample.
  ///
  /// Randomness: two normals for each element, column by column.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let half = (variance / 2).squareRoot()
    for i in matrix.elements.indices {
      let real = stream.normal()
      matrix.elements[i] = Complex(half * real, half * stream.normal())
    }
  }
}
