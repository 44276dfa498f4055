internal import Requirements

/// A = QR of a matrix of at least as many rows as columns: Q with orthonormal columns, R upper triangular.
package enum QRFactorization {
  /// Replaces a matrix of m x n, m ≥ n, by Q; returns the phases of the diagonal of R, signs of a real one, NaN where it
  /// is not a number.
  ///
  /// Q and R are those of Householder's reflections, R's diagonal of any phase: Q times the phases is the unique Q of
  /// an R with positive diagonal. Cost: 4mn² - 4n³/3 operations, four times as many for complex numbers.
  package static func orthonormalize<Scalar>(_ matrix: inout Matrix<Scalar>) -> [Scalar] {
    let (m, n) = (matrix.rows, matrix.columns)
    demand(n >= 1 && m >= n, "QR needs at least as many rows as columns, not \(m) x \(n)")
    _ = OpenBLAS.serial
    return Scalar._routines.orthonormalize(m, n, &matrix.storage).map(\.direction)
  }
}
