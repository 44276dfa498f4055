public import LinearAlgebra
public import Numerics
public import RandomStreams
internal import Requirements

/// A law of random matrices, to draw samples from.
public protocol MatrixEnsemble<Scalar>: Sendable {
  /// What a sample is made of.
  associatedtype Scalar: MatrixScalar
  /// Number of rows of a sample.
  var rows: Int { get }
  /// Number of columns of a sample.
  var columns: Int { get }
  /// Replaces every element of a matrix of ``rows`` x ``columns`` by those of a sample.
  func sample(into matrix: inout Matrix<Scalar>, using stream: inout RandomStream)
}

extension MatrixEnsemble {
  /// One sample.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func sample(seed: UInt64, sample: Int = 0) -> Matrix<Scalar> {
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    return self.sample(using: &stream)
  }

  /// One sample in a matrix of its own.
  public func sample(using stream: inout RandomStream) -> Matrix<Scalar> {
    var matrix = Matrix<Scalar>(rows: rows, columns: columns)
    sample(into: &matrix, using: &stream)
    return matrix
  }

  /// All eigenvalues of a square sample, as complex numbers, in no order; NaN if an entry is no number, or
  /// one too large for one.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func complexEigenvalues(seed: UInt64, sample: Int = 0) -> [Complex<Double>] {
    GeneralEigenvalues.of(self.sample(seed: seed, sample: sample))
      ?? [Complex<Double>](repeating: Complex(.nan, .nan), count: rows)
  }

  func requireShape(of matrix: Matrix<Scalar>) {
    demand(
      matrix.rows == rows && matrix.columns == columns,
      "a \(matrix.rows) x \(matrix.columns) matrix given for samples of \(rows) x \(columns)")
  }
}
