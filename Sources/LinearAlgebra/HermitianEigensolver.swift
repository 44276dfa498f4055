internal import COpenBLAS
internal import ComplexModule
internal import RealModule
internal import Requirements

/// Eigenvalues of complex Hermitian matrices of one size, by LAPACK's divide and conquer (`zheevd`).
///
/// The solver owns its workspace, so one instance serves many matrices without allocating.
public struct HermitianEigensolver: Sendable {
  /// The size n of the matrices.
  public let size: Int
  /// Eigenvalues of the last matrix, ascending; NaN before the first and after a failure.
  public private(set) var eigenvalues: [Double]
  private var copy: [Complex<Double>]
  private var work: [Complex<Double>]
  private var realWork: [Double]
  private var integerWork: [Int32]

  /// Workspace for n x n matrices.
  public init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    eigenvalues = [Double](repeating: .nan, count: n)
    copy = []
    work = [Complex<Double>](repeating: .zero, count: 66 * n + 1)
    realWork = [Double](repeating: 0, count: n)
    integerWork = [0]
  }

  /// Finds the eigenvalues of a matrix, of which only the lower triangle is read.
  ///
  /// - Returns: false if the matrix has non-finite entries or the iteration failed; the results are then
  ///   NaN.
  public mutating func diagonalize(_ matrix: ComplexMatrix) -> Bool {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a solver of size \(size)")
    let isDone = matrix.elements.allSatisfy(\.isFinite) && solve(matrix)
    if !isDone { eigenvalues = [Double](repeating: .nan, count: size) }
    return isDone
  }

  private mutating func solve(_ matrix: ComplexMatrix) -> Bool {
    _ = OpenBLAS.serial
    copy = matrix.elements
    let n = Int32(size)
    return lapack_zheevd(
      CChar(UInt8(ascii: "N")), n, &copy, n, &eigenvalues, &work, Int32(work.count), &realWork, n,
      &integerWork, 1) == 0
  }
}
