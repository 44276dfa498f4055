internal import COpenBLAS
internal import Requirements

/// Eigenvalues, and eigenvectors if asked, of real symmetric matrices of one size.
///
/// The solver owns its workspace, so one instance serves many matrices without allocating.
/// LAPACK's divide and conquer (`dsyevd`): about 4/3 n³ operations for eigenvalues, 9 n³ with
/// vectors.
public struct SymmetricEigensolver: Sendable {
  /// The size n of the matrices.
  public let size: Int
  /// Eigenvalues of the last matrix, ascending; NaN before the first and after a failure.
  public private(set) var eigenvalues: [Double]
  /// Eigenvectors of the last matrix, one per column; NaN unless they were asked for and found.
  public private(set) var eigenvectors: Matrix
  private var work: [Double]
  private var integerWork: [Int32]

  /// Workspace for n x n matrices.
  public init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    eigenvalues = [Double](repeating: .nan, count: n)
    eigenvectors = Matrix(
      rows: n, columns: n, elements: [Double](repeating: .nan, count: n * n))
    work = [Double](repeating: 0, count: 1 + 6 * n + 2 * n * n + 64 * n)
    integerWork = [Int32](repeating: 0, count: 3 + 5 * n)
  }

  /// Diagonalises a matrix, of which only the lower triangle is read.
  ///
  /// - Returns: false if the matrix has non-finite entries, in either triangle, or the iteration
  ///   failed; the results are then NaN.
  public mutating func diagonalize(_ matrix: Matrix, vectors: Bool) -> Bool {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a solver of size \(size)")
    let isDone = matrix.elements.allSatisfy(\.isFinite) && solve(matrix, vectors: vectors)
    if !isDone { eigenvalues = [Double](repeating: .nan, count: size) }
    if !isDone || !vectors {
      for i in eigenvectors.elements.indices { eigenvectors.elements[i] = .nan }
    }
    return isDone
  }

  private mutating func solve(_ matrix: Matrix, vectors: Bool) -> Bool {
    _ = OpenBLAS.serial
    eigenvectors.elements = matrix.elements
    let job = CChar(UInt8(ascii: vectors ? "V" : "N"))
    let n = Int32(size)
    let info = eigenvectors.elements.withUnsafeMutableBufferPointer { a in
      lapack_dsyevd(
        job, n, a.baseAddress, n, &eigenvalues, &work, Int32(work.count), &integerWork,
        Int32(integerWork.count))
    }
    return info == 0
  }
}
