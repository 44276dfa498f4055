internal import COpenBLAS
internal import Requirements

/// Symmetric n x n matrices packed by columns of the upper triangle, one per column of a matrix.
///
/// Entry (i, j), i ≤ j, stands at i + j(j+1)/2.
package enum PackedSymmetric {
  /// n(n+1)/2.
  @inlinable package static func count(_ n: Int) -> Int { n * (n + 1) / 2 }

  /// y ← α A x, with A the given column of `matrices` and x the given column of `vectors`.
  package static func multiply(
    _ matrices: Matrix<Double>, column a: Int, _ vectors: Matrix<Double>, column b: Int,
    scale alpha: Double = 1,
    into y: inout [Double]
  ) {
    let n = vectors.rows
    demand(
      matrices.rows == count(n) && y.count == n,
      "packed column of \(matrices.rows) entries does not act on \(n) dimensions")
    demand(
      0 <= a && a < matrices.columns && 0 <= b && b < vectors.columns,
      "columns \(a) and \(b) of \(matrices.columns) matrices and \(vectors.columns) vectors")
    _ = OpenBLAS.serial
    matrices.elements.withUnsafeBufferPointer { matrices in
      vectors.elements.withUnsafeBufferPointer { vectors in
        blas_dspmv(
          Int32(n), alpha, matrices.baseAddress! + a * count(n), vectors.baseAddress! + b * n, 0,
          &y)
      }
    }
  }

  /// The Frobenius norm of the matrix held in one column.
  package static func norm(_ matrices: Matrix<Double>, column: Int, dimension n: Int) -> Double {
    demand(matrices.rows == count(n), "\(matrices.rows) entries are not a packed \(n)x\(n)")
    demand(0 <= column && column < matrices.columns, "column \(column) of \(matrices.columns)")
    let packed = matrices.elements[(column * count(n))..<((column + 1) * count(n))]
    let plain: Double = packed.withUnsafeBufferPointer { packed in
      // Four sums, which do not wait for one another.
      var sums = SIMD4<Double>.zero
      for i in 0..<(packed.count / 4) {
        let four = SIMD4(
          packed[4 * i], packed[4 * i + 1], packed[4 * i + 2], packed[4 * i + 3])
        sums += four * four
      }
      var square = sums.sum()
      for i in (packed.count / 4 * 4)..<packed.count { square += packed[i] * packed[i] }
      for j in 0..<n {
        let entry: Double = packed[j * (j + 3) / 2]
        square -= entry * entry / 2
      }
      return 2 * square
    }
    if plain > 1e-280 && plain < .infinity { return plain.squareRoot() }
    let scale = packed.reduce(0) { max($0, abs($1)) }
    guard scale > 0, scale.isFinite else { return scale }
    var (square, next) = (0.0, packed.startIndex)
    for j in 0..<n {
      for i in 0...j {
        let entry = packed[next] / scale
        square += (i < j ? 2 : 1) * entry * entry
        next += 1
      }
    }
    return scale * square.squareRoot()
  }

  /// The full symmetric matrix held in one column.
  package static func unpack(_ matrices: Matrix<Double>, column: Int, dimension n: Int) -> Matrix<
    Double
  > {
    demand(matrices.rows == count(n), "\(matrices.rows) entries are not a packed \(n)x\(n)")
    demand(0 <= column && column < matrices.columns, "column \(column) of \(matrices.columns)")
    var result = Matrix<Double>(rows: n, columns: n)
    var read = column * count(n)
    for j in 0..<n {
      for i in 0...j {
        result[i, j] = matrices.elements[read]
        result[j, i] = matrices.elements[read]
        read += 1
      }
    }
    return result
  }
}
