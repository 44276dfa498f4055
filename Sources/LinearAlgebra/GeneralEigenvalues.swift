internal import COpenBLAS
public import ComplexModule
public import RealModule
internal import Requirements

/// Eigenvalues of square matrices without symmetry, by LAPACK's QR iteration (`dgeev`, `zgeev`).
public enum GeneralEigenvalues {
  /// All eigenvalues of a real matrix, complex ones in neighbouring pairs; nil if it has non-finite elements or the
  /// iteration failed. Cost: about 10n³ operations.
  public static func of(_ matrix: Matrix) -> [Complex<Double>]? {
    let n = requireSquare(matrix.rows, matrix.columns)
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    _ = OpenBLAS.serial
    var copy = matrix.elements
    var (real, imaginary) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    var work = [Double](repeating: 0, count: 34 * n)
    let status = lapack_dgeev(
      Int32(n), &copy, Int32(n), &real, &imaginary, &work, Int32(work.count))
    return status == 0 ? zip(real, imaginary).map { Complex($0, $1) } : nil
  }

  /// All eigenvalues of a complex matrix, in no order; nil as for a real one. Cost: about 40n³ operations.
  public static func of(_ matrix: ComplexMatrix) -> [Complex<Double>]? {
    let n = requireSquare(matrix.rows, matrix.columns)
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    _ = OpenBLAS.serial
    var copy = matrix.elements
    var eigenvalues = [Complex<Double>](repeating: .zero, count: n)
    var work = [Complex<Double>](repeating: .zero, count: 34 * n)
    var realWork = [Double](repeating: 0, count: 2 * n)
    let status = lapack_zgeev(
      Int32(n), &copy, Int32(n), &eigenvalues, &work, Int32(work.count), &realWork)
    return status == 0 ? eigenvalues : nil
  }

  private static func requireSquare(_ rows: Int, _ columns: Int) -> Int {
    demand(
      rows == columns && rows >= 1, "a matrix of \(rows)x\(columns) has no eigenvalues")
    return rows
  }
}
