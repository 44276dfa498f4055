internal import COpenBLAS
internal import Requirements

/// P A Pᵀ = L D Lᵀ of a real symmetric matrix, D block diagonal with 1x1 and 2x2 blocks.
///
/// Gives the inertia (Sylvester: A and D have the same signs) and solves linear systems, for a
/// third of n³ operations, six times less than the eigenvalues. Bunch-Kaufman pivoting
/// (`dsytrf`).
package struct LDLFactorization: Sendable {
  /// The size n of the matrices.
  package let size: Int
  /// Number of negative eigenvalues of the last matrix factorised; nil before the first, and if the
  /// factors are not finite.
  package private(set) var negativeEigenvalues: Int?
  /// Whether the last matrix has no solutions: a pivot was exactly zero, the factors are not finite, or
  /// there was no matrix yet. One that is singular up to rounding is as a rule not flagged; its
  /// solutions are huge.
  package private(set) var isSingular = true
  private var factors: [Double]
  private var pivots: [Int32]
  private var work: [Double]

  /// Workspace for n x n matrices.
  package init(size n: Int) {
    demand(n >= 1, "a factorisation needs size at least 1, not \(n)")
    size = n
    factors = [Double](repeating: 0, count: n * n)
    pivots = [Int32](repeating: 0, count: n)
    work = [Double](repeating: 0, count: 64 * n)
  }

  /// Factorises a matrix, of which only the lower triangle is read.
  package mutating func factorize(_ matrix: Matrix<Double>) {
    demand(
      matrix.rows == size && matrix.columns == size,
      "a \(matrix.rows)x\(matrix.columns) matrix given to a factorisation of size \(size)")
    _ = OpenBLAS.serial
    factors = matrix.elements
    let n = Int32(size)
    let info = lapack_dsytrf(n, &factors, n, &pivots, &work, Int32(work.count))
    let isFinite = (0..<size).allSatisfy { j in
      factors[(j * (size + 1))..<((j + 1) * size)].allSatisfy(\.isFinite)
    }
    isSingular = info != 0 || !isFinite
    negativeEigenvalues = isFinite ? countNegative() : nil
  }

  /// Solves A x = b in place. The last matrix must not be singular.
  package func solve(_ x: inout [Double]) {
    demand(x.count == size, "right-hand side of length \(x.count), not \(size)")
    demand(!isSingular, "the matrix is singular, not finite, or none was factorised")
    let n = Int32(size)
    _ = lapack_dsytrs(n, 1, factors, n, pivots, &x, n)
  }

  /// The solution x of A x = b, or nil if A is singular.
  package func solution(of b: [Double]) -> [Double]? {
    guard !isSingular else { return nil }
    var x = b
    solve(&x)
    return x
  }

  /// Negative signs in D. A 2x2 block of Bunch-Kaufman always has one eigenvalue of each sign.
  private func countNegative() -> Int {
    var count = 0
    var i = 0
    while i < size {
      if pivots[i] > 0 {
        if factors[i * (size + 1)] < 0 { count += 1 }
        i += 1
      } else {
        count += 1
        i += 2
      }
    }
    return count
  }
}
