internal import COpenBLAS
public import ComplexModule
public import RealModule
internal import Requirements

/// A = QR of a matrix of at least as many rows as columns: Q with orthonormal columns, R upper triangular.
public enum QRFactorization {
  /// Replaces a matrix of m x n, m ≥ n, by Q; returns the signs of the diagonal of R, NaN where it
  /// is not a number.
  ///
  /// Q and R are those of Householder's reflections (`dgeqrf`, `dorgqr`), R's diagonal of either sign: Q times the
  /// signs is the unique Q of an R with positive diagonal. Cost: 4mn² - 4n³/3 operations.
  public static func orthonormalize(_ matrix: inout Matrix) -> [Double] {
    let (m, n) = (matrix.rows, matrix.columns)
    demand(n >= 1 && m >= n, "QR needs at least as many rows as columns, not \(m) x \(n)")
    _ = OpenBLAS.serial
    var tau = [Double](repeating: 0, count: n)
    var work = [Double](repeating: 0, count: 64 * n)
    _ = lapack_dgeqrf(
      Int32(m), Int32(n), &matrix.elements, Int32(m), &tau, &work, Int32(work.count))
    let signs = (0..<n).map { matrix[$0, $0] < 0 ? -1.0 : matrix[$0, $0] >= 0 ? 1.0 : .nan }
    _ = lapack_dorgqr(
      Int32(m), Int32(n), Int32(n), &matrix.elements, Int32(m), tau, &work, Int32(work.count))
    return signs
  }

  /// The same for a complex matrix (`zgeqrf`, `zungqr`); returns the phases of the diagonal of R.
  public static func orthonormalize(_ matrix: inout ComplexMatrix) -> [Complex<Double>] {
    let (m, n) = (matrix.rows, matrix.columns)
    demand(n >= 1 && m >= n, "QR needs at least as many rows as columns, not \(m) x \(n)")
    _ = OpenBLAS.serial
    var tau = [Complex<Double>](repeating: .zero, count: n)
    var work = [Complex<Double>](repeating: .zero, count: 64 * n)
    _ = lapack_zgeqrf(
      Int32(m), Int32(n), &matrix.elements, Int32(m), &tau, &work, Int32(work.count))
    let phases = (0..<n).map { j in
      let diagonal = matrix[j, j]
      return diagonal == .zero ? Complex<Double>.one : diagonal / Complex(diagonal.length)
    }
    _ = lapack_zungqr(
      Int32(m), Int32(n), Int32(n), &matrix.elements, Int32(m), tau, &work, Int32(work.count))
    return phases
  }
}
