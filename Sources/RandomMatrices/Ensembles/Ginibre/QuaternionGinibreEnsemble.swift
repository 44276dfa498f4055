public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Matrices of quaternions of any shape, independent and normal with E|q|² = v, as complex ones of twice the size.
///
/// A quaternion is the block [[a, b], [-b̄, ā]] of ``GaussianSymplecticEnsemble``; its four components have variance
/// v/4. The eigenvalues of a square matrix come in pairs z, z̄.
///
/// Scale: v = 1 unless given. The eigenvalues of an n x n matrix fill the disc of radius √(nv) evenly at large
/// n.
///
/// Reference: Ginibre, J. Math. Phys. 6, 440 (1965).
public struct QuaternionGinibreEnsemble: ComplexMatrixEnsemble {
  /// Number of rows of complex numbers, two for each of quaternions.
  public let rows: Int
  /// Number of columns of complex numbers.
  public let columns: Int
  /// v.
  public let variance: Double

  /// Matrices of a shape of at least 1 x 1, in quaternions.
  public init(rows: Int, columns: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("number of rows", rows)
    try ParameterError.requireCount("number of columns", columns)
    try ParameterError.requirePositive("variance", variance)
    (self.rows, self.columns, self.variance) = (2 * rows, 2 * columns, variance)
  }

  /// One sample.
  ///
  /// Randomness: four normals for each quaternion, column by column.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let component = variance.squareRoot() / 2
    for j in 0..<(columns / 2) {
      for i in 0..<(rows / 2) {
        matrix.setNormalQuaternion(i, j, component: component, using: &stream)
      }
    }
  }
}
