public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Real matrices of any shape with independent normal entries of variance v, the (real) Ginibre ensemble if
/// square.
///
/// Scale: v = 1 unless given. The eigenvalues of an n x n matrix fill the disc of radius √(nv) evenly at large
/// n; its singular values follow the quarter circle of radius 2√(nv).
///
/// Reference: Ginibre, J. Math. Phys. 6, 440 (1965).
public struct GinibreEnsemble: MatrixEnsemble {
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
  /// Randomness: a normal for each element, column by column.
  public func sample(into matrix: inout Matrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let deviation = variance.squareRoot()
    matrix.elements.withUnsafeMutableBufferPointer { elements in
      stream.fill(normals: elements)
      if deviation != 1 { for i in elements.indices { elements[i] *= deviation } }
    }
  }
}
