internal import COpenBLAS
public import Numerics

extension Complex: MatrixScalar where RealType == Double {
  /// z/|z|, and 1 for 0.
  public var direction: Complex { self == .zero ? .one : self / Complex(length) }

  /// OpenBLAS's.
  public static var _routines: LinearAlgebraRoutines<Complex> {
    LinearAlgebraRoutines(
      multiply: multiply, multiplyByAdjoint: multiplyByAdjoint, orthonormalize: orthonormalize,
      diagonalize: diagonalize, eigenvalues: eigenvalues)
  }

  /// `zgemm`.
  private static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: [Complex], _ b: [Complex], _ c: inout [Complex]
  ) {
    blas_zgemm(.plain, .plain, Int32(m), Int32(n), Int32(k), a, Int32(m), b, Int32(k), &c, Int32(m))
  }

  /// `zherk`: 4n²k operations.
  private static func multiplyByAdjoint(
    _ n: Int, _ k: Int, _ a: [Complex], _ c: inout [Complex]
  ) {
    blas_zherk(Int32(n), Int32(k), a, Int32(n), &c, Int32(n))
  }

  /// `zgeqrf`, `zungqr`.
  private static func orthonormalize(_ m: Int, _ n: Int, _ a: inout [Complex]) -> [Complex] {
    var tau = [Complex](repeating: .zero, count: n)
    var work = [Complex](repeating: .zero, count: 64 * n)
    let (rows, columns, length) = (Int32(m), Int32(n), Int32(work.count))
    _ = lapack_zgeqrf(rows, columns, &a, rows, &tau, &work, length)
    let diagonal = (0..<n).map { a[$0 * (m + 1)] }
    _ = lapack_zungqr(rows, columns, columns, &a, rows, tau, &work, length)
    return diagonal
  }

  /// `zheevd`.
  private static func diagonalize(
    _ n: Int, _ a: inout [Complex], _ vectors: Bool, _ eigenvalues: inout [Double],
    _ workspace: inout EigensolverWorkspace<Complex>
  ) -> Bool {
    if vectors {
      workspace.reserve(66 * n + n * n, 1 + 5 * n + 2 * n * n, 3 + 5 * n)
    } else {
      workspace.reserve(66 * n + 1, n, 1)
    }
    return lapack_zheevd(
      .job(vectors: vectors), Int32(n), &a, Int32(n), &eigenvalues, &workspace.numbers,
      Int32(workspace.numbers.count), &workspace.reals, Int32(workspace.reals.count),
      &workspace.integers, Int32(workspace.integers.count)) == 0
  }

  /// `zgeev`: about 40n³ operations.
  private static func eigenvalues(_ n: Int, _ a: inout [Complex]) -> [Complex]? {
    var eigenvalues = [Complex](repeating: .zero, count: n)
    var work = [Complex](repeating: .zero, count: 34 * n)
    var realWork = [Double](repeating: 0, count: 2 * n)
    let status = lapack_zgeev(
      Int32(n), &a, Int32(n), &eigenvalues, &work, Int32(work.count), &realWork)
    return status == 0 ? eigenvalues : nil
  }
}
