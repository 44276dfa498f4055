public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// Matrices of any shape of independent normal numbers, E|M_ij|² = v, the β components alike.
///
///     density of M ∝ exp(-β Σ |M_ij|²/(2v))
///
/// Scale: v = 1 unless given. The eigenvalues of an n x n matrix fill the disc of radius √(nv) evenly at large
/// n, those of quaternions in pairs z, z̄; its singular values follow the quarter circle of radius 2√(nv).
///
/// Reference: Ginibre, J. Math. Phys. 6, 440 (1965).
public struct Ginibre<Field: RandomScalar>: MatrixEnsemble {
  /// Number of stored rows, two for each of quaternions.
  public let rows: Int
  /// Number of stored columns.
  public let columns: Int
  /// v.
  package let variance: Double

  /// Matrices of a shape of at least 1 x 1, in numbers of the field.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller shape, or a variance that is not positive and finite.
  public init(rows: Int, columns: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("number of rows", rows)
    try ParameterError.requireCount("number of columns", columns)
    try ParameterError.requirePositive("variance", variance)
    (self.rows, self.columns) = (Field.blockSize * rows, Field.blockSize * columns)
    self.variance = variance
  }

  /// One sample.
  ///
  /// Randomness: β normals for each number, column by column.
  public func sample(into matrix: inout Matrix<Field.Stored>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let deviation = (variance / Double(Field.beta)).squareRoot()
    Field.setNormals(deviation: deviation, in: &matrix, using: &stream)
  }
}

/// Ginibre's ensemble of real matrices.
public typealias GinibreEnsemble = Ginibre<Double>
/// Ginibre's ensemble of complex matrices.
public typealias ComplexGinibreEnsemble = Ginibre<Complex<Double>>
/// Matrices of quaternions.
public typealias QuaternionGinibreEnsemble = Ginibre<Quaternion>
