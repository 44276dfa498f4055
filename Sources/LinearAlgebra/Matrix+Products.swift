internal import COpenBLAS

extension CChar {
  /// LAPACK's letter for "not transposed".
  static let plain = CChar(UInt8(ascii: "N"))
  /// LAPACK's letter for "transposed".
  static let transposed = CChar(UInt8(ascii: "T"))
}

extension Matrix {
  /// C ← α A B + β C.
  ///
  /// One call of OpenBLAS: 2 m n k floating-point operations. `dgemm` first copies A into its own
  /// order, which one column does not pay for: that goes to `dgemv`.
  public static func multiply(
    _ a: Matrix, _ b: Matrix, scale alpha: Double = 1, into c: inout Matrix, adding beta: Double = 0
  ) {
    precondition(
      a.columns == b.rows && c.rows == a.rows && c.columns == b.columns,
      "shapes do not match: \(a.rows)x\(a.columns) times \(b.rows)x\(b.columns)"
        + " into \(c.rows)x\(c.columns)")
    guard c.rows > 0, c.columns > 0 else { return }
    _ = OpenBLAS.serial
    let (m, n, k) = (Int32(a.rows), Int32(b.columns), Int32(a.columns))
    a.elements.withUnsafeBufferPointer { a in
      b.elements.withUnsafeBufferPointer { b in
        c.elements.withUnsafeMutableBufferPointer { c in
          if n == 1 && k > 0 {
            blas_dgemv(.plain, m, k, alpha, a.baseAddress, m, b.baseAddress, beta, c.baseAddress)
          } else {
            blas_dgemm(
              .plain, .plain, m, n, k, alpha, a.baseAddress, m, b.baseAddress, max(k, 1), beta,
              c.baseAddress, m)
          }
        }
      }
    }
  }

  /// The product A B.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    var c = Matrix(rows: a.rows, columns: b.columns)
    multiply(a, b, into: &c)
    return c
  }

  /// The transpose.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns { for i in 0..<rows { result[j, i] = self[i, j] } }
    return result
  }
}
