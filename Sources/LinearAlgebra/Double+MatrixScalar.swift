internal import COpenBLAS
public import Numerics

extension Double: MatrixScalar {
  /// The number itself.
  @inlinable public var conjugate: Double { self }
  /// -1 for negative numbers, else 1; NaN for NaN.
  public var direction: Double { self < 0 ? -1 : self >= 0 ? 1 : .nan }

  /// OpenBLAS's.
  public static var _routines: LinearAlgebraRoutines<Double> {
    LinearAlgebraRoutines(
      multiply: multiply, multiplyByAdjoint: multiplyByAdjoint, orthonormalize: orthonormalize,
      diagonalize: diagonalize, eigenvalues: eigenvalues)
  }

  /// `dgemm`.
  private static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: [Double], _ b: [Double], _ c: inout [Double]
  ) {
    Matrix<Double>.multiply(m, n, k, 1, a, b, 0, &c)
  }

  /// `dsyrk`: n²k operations.
  private static func multiplyByAdjoint(
    _ n: Int, _ k: Int, _ a: [Double], _ c: inout [Double]
  ) {
    blas_dsyrk(Int32(n), Int32(k), a, Int32(n), &c, Int32(n))
  }

  /// `dgeqrf`, `dorgqr`.
  private static func orthonormalize(_ m: Int, _ n: Int, _ a: inout [Double]) -> [Double] {
    var tau = [Double](repeating: 0, count: n)
    var work = [Double](repeating: 0, count: 64 * n)
    let (rows, columns, length) = (Int32(m), Int32(n), Int32(work.count))
    _ = lapack_dgeqrf(rows, columns, &a, rows, &tau, &work, length)
    let diagonal = (0..<n).map { a[$0 * (m + 1)] }
    _ = lapack_dorgqr(rows, columns, columns, &a, rows, tau, &work, length)
    return diagonal
  }

  /// `dsyevd`.
  private static func diagonalize(
    _ n: Int, _ a: inout [Double], _ vectors: Bool, _ eigenvalues: inout [Double],
    _ workspace: inout EigensolverWorkspace<Double>
  ) -> Bool {
    workspace.reserve(1 + 6 * n + 2 * n * n + 64 * n, 0, 3 + 5 * n)
    return lapack_dsyevd(
      .job(vectors: vectors), Int32(n), &a, Int32(n), &eigenvalues, &workspace.numbers,
      Int32(workspace.numbers.count), &workspace.integers, Int32(workspace.integers.count)) == 0
  }

  /// `dgeev`: about 10n³ operations.
  private static func eigenvalues(_ n: Int, _ a: inout [Double]) -> [Complex<Double>]? {
    var (real, imaginary) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    var work = [Double](repeating: 0, count: 34 * n)
    let status = lapack_dgeev(
      Int32(n), &a, Int32(n), &real, &imaginary, &work, Int32(work.count))
    return status == 0 ? zip(real, imaginary).map { Complex($0, $1) } : nil
  }
}

extension CChar {
  /// LAPACK's letter for "not transposed".
  static let plain = CChar(UInt8(ascii: "N"))
  /// LAPACK's letter for "transposed".
  static let transposed = CChar(UInt8(ascii: "T"))

  /// LAPACK's letter for eigenvalues with or without vectors.
  static func job(vectors: Bool) -> CChar { CChar(UInt8(ascii: vectors ? "V" : "N")) }
}
