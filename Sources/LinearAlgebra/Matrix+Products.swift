internal import COpenBLAS
internal import Requirements

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
    demand(
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

  /// C ← A Aᵀ, symmetric to the last bit; n²k operations for an A of n x k (`dsyrk`).
  public static func multiplyByTranspose(_ a: Matrix, into c: inout Matrix) {
    demand(
      c.rows == a.rows && c.columns == a.rows,
      "\(a.rows)x\(a.columns) times its transpose into \(c.rows)x\(c.columns)")
    guard a.rows > 0 else { return }
    _ = OpenBLAS.serial
    let n = Int32(a.rows)
    blas_dsyrk(n, Int32(a.columns), a.elements, n, &c.elements, n)
    c.mirrorLowerTriangle()
  }

  /// Copies the lower triangle of a square matrix to the upper one, in tiles that stay in the cache.
  public mutating func mirrorLowerTriangle() {
    demand(rows == columns, "a matrix of \(rows)x\(columns) has no triangles to mirror")
    let (n, tile) = (rows, 32)
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let elements = buffer.baseAddress else { return }
      for left in stride(from: 0, to: n, by: tile) {
        for top in stride(from: left, to: n, by: tile) {
          let bottom = min(top + tile, n)
          for j in left..<min(left + tile, n) {
            for i in max(top, j + 1)..<max(bottom, j + 1) {
              elements[j + n * i] = elements[i + n * j]
            }
          }
        }
      }
    }
  }
}
