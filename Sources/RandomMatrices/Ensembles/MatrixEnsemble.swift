public import LinearAlgebra
public import RandomStreams

/// A law of real random matrices, to draw samples from.
public protocol MatrixEnsemble: Sendable {
  /// Number of rows of a sample.
  var rows: Int { get }
  /// Number of columns of a sample.
  var columns: Int { get }
  /// Replaces every element of a matrix of ``rows`` x ``columns`` by those of a sample.
  func sample(into matrix: inout Matrix, using stream: inout RandomStream)
}

extension MatrixEnsemble {
  /// One sample.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func sample(seed: UInt64, sample: Int = 0) -> Matrix {
    precondition(sample >= 0, "sample \(sample) is negative; samples are counted from 0")
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: UInt64(sample))
    var matrix = Matrix(rows: rows, columns: columns)
    self.sample(into: &matrix, using: &stream)
    return matrix
  }

  func requireShape(of matrix: Matrix) {
    precondition(
      matrix.rows == rows && matrix.columns == columns,
      "a \(matrix.rows) x \(matrix.columns) matrix given for samples of \(rows) x \(columns)")
  }
}
