public import LinearAlgebra
public import Numerics
public import RandomStreams

/// What random matrices are made of: real numbers (`Double`, β = 1), complex ones (`Complex<Double>`, β = 2) or
/// quaternions (``Quaternion``, β = 4).
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public protocol RandomScalar: Sendable {
  /// The numbers that a matrix is stored as.
  associatedtype Stored: MatrixScalar
  /// The Dyson index β, the number of real components.
  static var beta: Int { get }
  /// Stored rows, and columns, to one of these.
  static var blockSize: Int { get }
  /// Makes an element of the diagonal real.
  static func _setReal(_ i: Int, _ x: Double, in matrix: inout Matrix<Stored>)
  /// Makes elements of a column independent, each of β normal components of a standard deviation.
  static func _setNormals(
    _ rows: Range<Int>, _ column: Int, deviation: Double, in matrix: inout Matrix<Stored>,
    using stream: inout RandomStream)
}

extension RandomScalar {
  /// Makes all elements independent and normal, column by column.
  static func setNormals(
    deviation: Double, in matrix: inout Matrix<Stored>, using stream: inout RandomStream
  ) {
    for j in 0..<(matrix.columns / blockSize) {
      _setNormals(
        0..<(matrix.rows / blockSize), j, deviation: deviation, in: &matrix, using: &stream)
    }
  }
}

extension Double: RandomScalar {
  /// The Dyson index 1.
  public static var beta: Int { 1 }
  /// 1: a block is a number.
  public static var blockSize: Int { 1 }

  /// Makes an element of the diagonal real.
  public static func _setReal(_ i: Int, _ x: Double, in matrix: inout Matrix<Double>) {
    matrix[i, i] = x
  }

  /// Makes elements of a column independent and normal.
  public static func _setNormals(
    _ rows: Range<Int>, _ column: Int, deviation: Double, in matrix: inout Matrix<Double>,
    using stream: inout RandomStream
  ) {
    let start = matrix.rows * column
    matrix.withUnsafeMutableElements { elements in
      let part = UnsafeMutableBufferPointer(
        rebasing: elements[(start + rows.lowerBound)..<(start + rows.upperBound)])
      stream.fill(normals: part)
      if deviation != 1 { for i in part.indices { part[i] *= deviation } }
    }
  }
}

extension Complex: RandomScalar where RealType == Double {
  /// The Dyson index 2.
  public static var beta: Int { 2 }
  /// 1: a block is a number.
  public static var blockSize: Int { 1 }

  /// Makes an element of the diagonal real.
  public static func _setReal(_ i: Int, _ x: Double, in matrix: inout Matrix<Complex>) {
    matrix[i, i] = Complex(x)
  }

  /// Makes elements of a column independent and normal.
  public static func _setNormals(
    _ rows: Range<Int>, _ column: Int, deviation: Double, in matrix: inout Matrix<Complex>,
    using stream: inout RandomStream
  ) {
    for i in rows {
      let real = deviation * stream.normal()
      matrix[i, column] = Complex(real, deviation * stream.normal())
    }
  }
}
