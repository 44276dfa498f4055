public import LinearAlgebra
public import Numerics
public import RandomStreams

/// The quaternions q₀ + q₁i + q₂j + q₃k, as blocks [[a, b], [-b̄, ā]] of a complex matrix of twice the size,
/// a = q₀ + iq₁ and b = q₂ + iq₃.
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public enum Quaternion: RandomScalar {
  /// The Dyson index 4.
  public static var beta: Int { 4 }
  /// 2: a block is 2×2.
  public static var blockSize: Int { 2 }

  /// Makes an element of the diagonal real.
  public static func _setReal(_ i: Int, _ x: Double, in matrix: inout Matrix<Complex<Double>>) {
    set(i, i, Complex(x), .zero, in: &matrix)
  }

  /// Makes elements of a column independent and normal.
  public static func _setNormals(
    _ rows: Range<Int>, _ column: Int, deviation: Double, in matrix: inout Matrix<Complex<Double>>,
    using stream: inout RandomStream
  ) {
    for i in rows {
      let q = (stream.normal(), stream.normal(), stream.normal(), stream.normal())
      set(
        i, column, Complex(deviation * q.0, deviation * q.1),
        Complex(deviation * q.2, deviation * q.3), in: &matrix)
    }
  }

  private static func set(
    _ i: Int, _ j: Int, _ a: Complex<Double>, _ b: Complex<Double>,
    in matrix: inout Matrix<Complex<Double>>
  ) {
    matrix[2 * i, 2 * j] = a
    matrix[2 * i, 2 * j + 1] = b
    matrix[2 * i + 1, 2 * j] = -b.conjugate
    matrix[2 * i + 1, 2 * j + 1] = a.conjugate
  }
}
