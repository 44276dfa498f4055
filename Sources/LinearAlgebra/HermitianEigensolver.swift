internal import Numerics
internal import Requirements

/// Eigenvalues, and eigenvectors if asked, of real symmetric or complex Hermitian matrices of one size.
///
/// The solver owns its workspace, so one instance serves many matrices without allocating.
/// LAPACK's divide and conquer (`dsyevd`, `zheevd`): about 4/3 n³ operations for eigenvalues, 9 n³ with vectors, four
/// times as many for complex numbers.
public struct HermitianEigensolver<Scalar: MatrixScalar>: Sendable {
  /// The size n of the matrices.
  public let size: Int
  /// Eigenvalues of the last matrix, ascending; NaN before the first and after a failure.
  public private(set) var eigenvalues: [Double]
  /// Eigenvectors of the last matrix, one per column; not numbers unless they were asked for and found.
  public var eigenvectors: Matrix<Scalar> {
    if hasVectors { return copy }
    let none = [Scalar](repeating: Scalar.zero / Scalar.zero, count: size * size)
    return Matrix(rows: size, columns: size, elements: none)
  }
  private var hasVectors = false
  private var copy: Matrix<Scalar>
  private var workspace = EigensolverWorkspace<Scalar>()

  /// Workspace for n x n matrices.
  public init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    eigenvalues = [Double](repeating: .nan, count: n)
    copy = Matrix(rows: 0, columns: 0)
  }

  /// Diagonalises a matrix, of which only the lower triangle is read.
  ///
  /// - Returns: false if the matrix has non-finite entries, in either triangle, or the iteration
  ///   failed; the results are then NaN.
  @_specialize(where Scalar == Double)
  public mutating func diagonalize(_ matrix: Matrix<Scalar>, vectors: Bool = false) -> Bool {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a solver of size \(size)")
    _ = OpenBLAS.serial
    copy = matrix
    let isDone =
      matrix.elements.allSatisfy(\.isFinite)
      && Scalar._routines.diagonalize(
        size, &copy.storage, vectors, &eigenvalues, &workspace)
    if !isDone { eigenvalues = [Double](repeating: .nan, count: size) }
    hasVectors = isDone && vectors
    return isDone
  }
}
