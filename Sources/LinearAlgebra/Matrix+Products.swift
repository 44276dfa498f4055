internal import COpenBLAS
internal import Numerics
public import Requirements

extension Matrix {
  /// The product A B.
  @_specialize(where Scalar == Double)
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    demand(
      a.columns == b.rows,
      "shapes do not match: \(a.rows)x\(a.columns) times \(b.rows)x\(b.columns)")
    var c = Matrix(rows: a.rows, columns: b.columns)
    guard a.rows > 0, b.columns > 0, a.columns > 0 else { return c }
    _ = OpenBLAS.serial
    Scalar._routines.multiply(a.rows, b.columns, a.columns, a.storage, b.storage, &c.storage)
    return c
  }

  /// C ← A Aᴴ, Hermitian to the last bit; n²k operations for an A of n x k, four times as many for complex numbers.
  package static func multiplyByAdjoint(_ a: Matrix, into c: inout Matrix) {
    demand(
      c.rows == a.rows && c.columns == a.rows,
      "\(a.rows)x\(a.columns) times its adjoint into \(c.rows)x\(c.columns)")
    guard a.rows > 0 else { return }
    _ = OpenBLAS.serial
    Scalar._routines.multiplyByAdjoint(a.rows, a.columns, a.storage, &c.storage)
    c.mirrorLowerTriangle()
  }

  /// The sum A + B.
  @inlinable public static func + (a: Matrix, b: Matrix) -> Matrix { a.combined(with: b, +) }

  /// The difference A - B.
  @inlinable public static func - (a: Matrix, b: Matrix) -> Matrix { a.combined(with: b, -) }

  @inlinable func combined(with other: Matrix, _ operation: (Scalar, Scalar) -> Scalar) -> Matrix {
    demand(
      rows == other.rows && columns == other.columns,
      "shapes do not match: \(rows)x\(columns) and \(other.rows)x\(other.columns)")
    return Matrix(
      rows: rows, columns: columns, elements: zip(storage, other.storage).map(operation))
  }

  /// The trace Σ A_ii.
  @inlinable public var trace: Scalar {
    (0..<min(rows, columns)).reduce(.zero) { $0 + self[$1, $1] }
  }

  /// The transpose Aᵀ of A.
  @inlinable public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns { for i in 0..<rows { result[j, i] = self[i, j] } }
    return result
  }

  /// Aᴴ, the transpose of a real matrix.
  @inlinable public var adjoint: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns { for i in 0..<rows { result[j, i] = self[i, j].conjugate } }
    return result
  }

  /// Makes a square matrix Hermitian by the conjugates of its lower triangle, in tiles that stay in the cache.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Complex<Double>)
  package mutating func mirrorLowerTriangle() {
    demand(rows == columns, "a matrix of \(rows)x\(columns) has no triangles to mirror")
    let (n, tile) = (rows, 32)
    withUnsafeMutableElements { elements in
      for left in stride(from: 0, to: n, by: tile) {
        for top in stride(from: left, to: n, by: tile) {
          let bottom = min(top + tile, n)
          for j in left..<min(left + tile, n) {
            for i in max(top, j + 1)..<max(bottom, j + 1) {
              elements[j + n * i] = elements[i + n * j].conjugate
            }
          }
        }
      }
    }
  }
}

extension Matrix<Double> {
  /// C ← α A B + β C.
  ///
  /// One call of OpenBLAS: 2 m n k floating-point operations.
  package static func multiply(
    _ a: Matrix, _ b: Matrix, scale alpha: Double = 1, into c: inout Matrix, adding beta: Double = 0
  ) {
    demand(
      a.columns == b.rows && c.rows == a.rows && c.columns == b.columns,
      "shapes do not match: \(a.rows)x\(a.columns) times \(b.rows)x\(b.columns)"
        + " into \(c.rows)x\(c.columns)")
    guard c.rows > 0, c.columns > 0 else { return }
    _ = OpenBLAS.serial
    multiply(a.rows, b.columns, a.columns, alpha, a.storage, b.storage, beta, &c.storage)
  }

  /// `dgemm` first copies A into its own order, which one column does not pay for: that goes to `dgemv`.
  static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: [Double], _ b: [Double], _ beta: Double,
    _ c: inout [Double]
  ) {
    let (m, n, k) = (Int32(m), Int32(n), Int32(k))
    if n == 1 && k > 0 {
      blas_dgemv(.plain, m, k, alpha, a, m, b, beta, &c)
    } else {
      blas_dgemm(.plain, .plain, m, n, k, alpha, a, m, b, max(k, 1), beta, &c, m)
    }
  }
}
