internal import COpenBLAS
internal import Requirements

/// Eigenvalues of real symmetric tridiagonal matrices: O(n²) operations (`dsterf`).
package enum TridiagonalEigenvalues {
  /// Replaces `diagonal` by the eigenvalues, ascending, and destroys `offDiagonal`.
  ///
  /// - Parameter offDiagonal: entries (i, i+1), at least n-1 of them.
  /// - Returns: false if the iteration failed or an entry is not finite.
  package static func solve(diagonal: inout [Double], offDiagonal: inout [Double]) -> Bool {
    demand(
      offDiagonal.count + 1 >= diagonal.count,
      "\(offDiagonal.count) off-diagonal entries for a matrix of size \(diagonal.count)")
    guard diagonal.allSatisfy(\.isFinite), offDiagonal.allSatisfy(\.isFinite) else { return false }
    return lapack_dsterf(Int32(diagonal.count), &diagonal, &offDiagonal) == 0
  }
}
