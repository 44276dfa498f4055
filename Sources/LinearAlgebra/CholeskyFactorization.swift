internal import COpenBLAS
internal import Requirements

/// A = L Lᵀ of a real symmetric positive definite matrix, L lower triangular.
///
/// Turns independent standard normals z into normals L z of covariance A, and solves linear systems, for a
/// third of n³ operations (`dpotrf`).
package struct CholeskyFactorization: Sendable {
  /// The size n of the matrices.
  package let size: Int
  /// The first row of the last matrix that makes it not positive definite, as far as rounding lets one see;
  /// nil if there is none.
  ///
  /// The pivot L_ii² is what the rows before leave of A_ii, and carries an error of order n ε A_ii (Higham,
  /// Accuracy and Stability of Numerical Algorithms, section 10.1). A row whose pivot is below
  /// 10 n ε A_ii counts: L Lᵀ would be A to rounding, but solutions would be noise.
  package private(set) var dependentRow: Int? = 0
  private var factors: [Double]

  /// Workspace for n x n matrices.
  package init(size n: Int) {
    demand(n >= 1, "a factorisation needs size at least 1, not \(n)")
    size = n
    factors = []
  }

  /// Factorises a matrix, of which only the lower triangle is read.
  package mutating func factorize(_ matrix: Matrix<Double>) {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a factorisation of size \(size)")
    _ = OpenBLAS.serial
    factors = matrix.elements
    let n = Int32(size)
    let info = lapack_dpotrf(n, &factors, n)
    let done = info == 0 ? size : Int(info) - 1
    let rounding = 10 * Double(size) * 0x1p-52
    dependentRow = (0..<done).first { i in
      let root = factors[i * (size + 1)]
      // Not `<=`, for the sake of NaN.
      return !(root * root > rounding * matrix[i, i])
    }
    if dependentRow == nil, done < size { dependentRow = done }
  }

  /// Solves A x = b in place. The last matrix must be positive definite.
  package func solve(_ x: inout [Double]) {
    demand(x.count == size, "right-hand side of length \(x.count), not \(size)")
    demand(dependentRow == nil, "the matrix is not positive definite")
    let n = Int32(size)
    _ = lapack_dpotrs(n, 1, factors, n, &x, n)
  }

  /// X ← L X, n x m. The last matrix must be positive definite.
  package func multiply(_ x: inout Matrix<Double>) {
    demand(x.rows == size, "columns of length \(x.rows), not \(size)")
    demand(dependentRow == nil, "the matrix is not positive definite")
    guard x.columns > 0 else { return }
    let n = Int32(size)
    blas_dtrmm(n, Int32(x.columns), factors, n, &x.storage, n)
  }
}
