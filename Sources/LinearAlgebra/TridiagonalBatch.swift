internal import CLanes
internal import Requirements

/// Eigenvalues of many real symmetric tridiagonal matrices of one size, eight at a time.
///
/// The QL iteration without square roots of Pal, Walker and Kahan, as LAPACK's `dsterf` for one matrix. There every step
/// waits for two divisions of the step before; eight matrices in the lanes of a vector share the wait. Lanes do not
/// depend on each other: what a matrix gives does not depend on its neighbours.
///
/// Accuracy: some roundings of the norm, as `dsterf`.
///
/// Reference: Parlett, The Symmetric Eigenvalue Problem (1998), section 8.15.
package struct TridiagonalBatch: Sendable {
  /// The size n of the matrices.
  package let size: Int
  private let diagonal: LaneBuffer
  private let squares: LaneBuffer

  /// Workspace for matrices of size n ≥ 1.
  package init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    (diagonal, squares) = (LaneBuffer(count: n), LaneBuffer(count: n))
  }

  /// The eigenvalues of each matrix, ascending; nil for one with entries that are not finite.
  ///
  /// Cost: 1.2 n² steps of some ten operations each for a matrix.
  ///
  /// - Parameter matrices: diagonals of n entries and off-diagonals (i, i+1) of n-1.
  package mutating func eigenvalues(
    of matrices: [(diagonal: [Double], offDiagonal: [Double])]
  ) -> [[Double]?] {
    var result: [[Double]?] = []
    for start in stride(from: 0, to: matrices.count, by: 8) {
      result += eight(matrices[start..<min(start + 8, matrices.count)])
    }
    return result
  }

  private func eight(
    _ matrices: ArraySlice<(diagonal: [Double], offDiagonal: [Double])>
  ) -> [[Double]?] {
    var scale = [Double](repeating: 1, count: 8)
    for (lane, matrix) in matrices.enumerated() {
      demand(
        matrix.diagonal.count == size && matrix.offDiagonal.count == size - 1,
        "entries of a matrix of size \(matrix.diagonal.count) for size \(size)")
      let norm = (matrix.diagonal + matrix.offDiagonal).reduce(0) { max($0, abs($1)) }
      // A power of two; squares then neither overflow nor vanish where they matter.
      scale[lane] = norm > 0 && norm.isFinite ? norm.binade : 1
      for i in 0..<size {
        diagonal[i, lane] = matrix.diagonal[i] / scale[lane]
        let entry = i < size - 1 ? matrix.offDiagonal[i] / scale[lane] : 0
        squares[i, lane] = entry * entry
      }
    }
    let isDone = tridiagonal_eigenvalues(size, diagonal.numbers, squares.numbers) != 0
    return matrices.enumerated().map { lane, matrix in
      let values = (0..<size).map { scale[lane] * diagonal[$0, lane] }
      if isDone && values.allSatisfy(\.isFinite) { return values.sorted() }
      var (d, e) = (matrix.diagonal, matrix.offDiagonal)
      return TridiagonalEigenvalues.solve(diagonal: &d, offDiagonal: &e) ? d : nil
    }
  }
}
