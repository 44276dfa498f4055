internal import COpenBLAS

/// A factor of a product: a matrix in memory, column-major, or its transpose.
package struct Factor {
  let elements: UnsafePointer<Double>
  let stride: Int
  let form: CChar

  /// The matrix as it lies in memory.
  ///
  /// - Parameter stride: the distance between its columns.
  package static func plain(_ elements: UnsafePointer<Double>, stride: Int) -> Factor {
    Factor(elements: elements, stride: stride, form: .plain)
  }

  /// The transpose of what lies in memory.
  package static func transposed(_ elements: UnsafePointer<Double>, stride: Int) -> Factor {
    Factor(elements: elements, stride: stride, form: CChar(UInt8(ascii: "T")))
  }
}

extension OpenBLAS {
  /// C ← A B + β C, of parts of larger memory.
  ///
  /// - Parameters:
  ///   - shape: rows and columns of C, and the inner dimension.
  ///   - beta: with 0 what was in C is not read.
  package static func multiply(
    _ shape: (rows: Int, columns: Int, inner: Int), _ a: Factor, _ b: Factor,
    into c: UnsafeMutablePointer<Double>, stride: Int, adding beta: Double = 0
  ) {
    guard shape.rows > 0, shape.columns > 0 else { return }
    _ = serial
    blas_dgemm(
      a.form, b.form, Int32(shape.rows), Int32(shape.columns), Int32(shape.inner), 1, a.elements,
      Int32(a.stride), b.elements, Int32(b.stride), beta, c, Int32(stride))
  }
}
