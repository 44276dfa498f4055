internal import COpenBLAS
internal import Requirements

/// A = Q T Qᵀ with T tridiagonal, and functions of A applied to a vector through it.
///
/// All eigenvalues and a few eigenvectors cost a fifth of a full diagonalisation at n = 100: the
/// reduction (`dsytrd`, 4/3 n³ operations) is the only cubic step, eigenvalues of T are O(n²)
/// (`dsterf`), each eigenvector of T is O(n) (inverse iteration, `dstein`), and Q is applied to
/// vectors, never formed.
package struct Tridiagonalization: Sendable {
  /// The size n of the matrices.
  package let size: Int
  /// Eigenvalues of the last matrix, ascending; NaN before the first and after a failure.
  package private(set) var eigenvalues: [Double]
  private var reflectors: [Double]
  private var tau: [Double]
  private var diagonal: [Double]
  private var offDiagonal: [Double]
  private var scratch: [Double]
  private var work: [Double]
  private var integerWork: [Int32]
  private let oneBlock: [Int32]
  private let blockEnd: [Int32]

  /// Workspace for n x n matrices.
  package init(size n: Int) {
    demand(n >= 1, "a tridiagonal reduction needs size at least 1, not \(n)")
    size = n
    eigenvalues = [Double](repeating: .nan, count: n)
    reflectors = [Double](repeating: 0, count: n * n)
    tau = [Double](repeating: 0, count: n)
    diagonal = tau
    offDiagonal = tau
    scratch = tau
    work = [Double](repeating: 0, count: 64 * n)
    integerWork = [Int32](repeating: 0, count: 2 * n)
    oneBlock = [Int32](repeating: 1, count: n)
    blockEnd = [Int32](repeating: Int32(n), count: n)
  }

  /// Reduces a matrix, of which only the lower triangle is read, and finds its eigenvalues.
  ///
  /// - Returns: false if the lower triangle has non-finite entries or the iteration failed; what is
  ///   asked of it then is NaN, and eigenvectors nil.
  package mutating func reduce(_ matrix: Matrix<Double>) -> Bool {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a reduction of size \(size)")
    let isDone = solve(matrix)
    if !isDone { eigenvalues = [Double](repeating: .nan, count: size) }
    return isDone
  }

  private mutating func solve(_ matrix: Matrix<Double>) -> Bool {
    _ = OpenBLAS.serial
    reflectors = matrix.elements
    let n = Int32(size)
    guard
      lapack_dsytrd(
        n, &reflectors, n, &diagonal, &offDiagonal, &tau, &work, Int32(work.count)) == 0,
      diagonal.allSatisfy(\.isFinite), offDiagonal.allSatisfy(\.isFinite)
    else { return false }
    eigenvalues = diagonal
    scratch = offDiagonal
    return lapack_dsterf(n, &eigenvalues, &scratch) == 0
  }

  /// Whether T is one irreducible block, so that its eigenvectors can be found one by one.
  ///
  /// An off-diagonal entry at rounding level splits T; then the eigenvalues need not be simple
  /// and a full diagonalisation is the safe way.
  package var isIrreducible: Bool {
    let scale = max(abs(eigenvalues[0]), abs(eigenvalues[size - 1]))
    return scale.isFinite && offDiagonal.prefix(size - 1).allSatisfy { abs($0) > 1e-12 * scale }
  }

  /// x ← Qᵀ x.
  package mutating func rotateIntoTridiagonalBasis(_ x: inout [Double]) {
    apply(.transposed, to: &x)
  }

  /// x ← Q x.
  package mutating func rotateBack(_ x: inout [Double]) {
    apply(.plain, to: &x)
  }

  /// Eigenvectors of T, one per column, for the eigenvalues of the given ascending positions.
  ///
  /// - Returns: nil if inverse iteration did not converge.
  package mutating func eigenvectors(at positions: [Int]) -> Matrix<Double>? {
    demand(
      zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 },
      "positions \(positions) do not ascend")
    let wanted = positions.map { eigenvalues[$0] }
    guard wanted.allSatisfy(\.isFinite) else { return nil }
    var vectors = Matrix<Double>(rows: size, columns: positions.count)
    var failures = [Int32](repeating: 0, count: positions.count)
    let info = lapack_dstein(
      Int32(size), diagonal, offDiagonal, Int32(positions.count), wanted, oneBlock, blockEnd,
      &vectors.storage, Int32(size), &work, &integerWork, &failures)
    return info == 0 ? vectors : nil
  }

  private mutating func apply(_ transposition: CChar, to x: inout [Double]) {
    demand(x.count == size, "vector of length \(x.count), not \(size)")
    guard eigenvalues[0].isFinite else {
      x = eigenvalues
      return
    }
    let n = Int32(size)
    _ = lapack_dormtr(
      transposition, n, 1, reflectors, n, tau, &x, n, &work, Int32(work.count))
  }
}
