public import Numerics
internal import Requirements

/// Eigenvalues of square matrices without symmetry, by LAPACK's QR iteration (`dgeev`, `zgeev`).
public enum GeneralEigenvalues {
  /// All eigenvalues, in no order but that complex ones of a real matrix are in neighbouring pairs; nil if the matrix has
  /// non-finite elements or the iteration failed. Cost: about 10n³ operations, 40n³ for complex numbers.
  public static func of<Scalar>(_ matrix: Matrix<Scalar>) -> [Complex<Double>]? {
    let n = matrix.rows
    demand(
      n == matrix.columns && n >= 1,
      "a matrix of \(matrix.rows)x\(matrix.columns) has no eigenvalues")
    var copy = matrix.elements
    guard copy.allSatisfy(\.isFinite) else { return nil }
    _ = OpenBLAS.serial
    return Scalar._routines.eigenvalues(n, &copy)
  }
}
