internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule

/// The Gaussian symplectic ensemble: self-dual Hermitian matrices of quaternions, as complex ones of twice the
/// size.
///
/// A quaternion q₀ + q₁i + q₂j + q₃k is the block [[a, b], [-b̄, ā]] with a = q₀ + iq₁ and b = q₂ + iq₃. Off
/// the diagonal the four components are normal of variance v/4, so that E|q|² = v; on it q is real of variance
/// v/2. Every eigenvalue occurs twice.
///
/// Scale: v = 2 unless given, as for ``HermiteEnsemble`` of β = 4; the joint density of the n distinct eigenvalues
/// is then ∝ ∏|x_i - x_j|⁴ exp(-Σ x²/2). In general the spectrum fills [-2√(nv), 2√(nv)] at large n.
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public struct GaussianSymplecticEnsemble: ComplexMatrixEnsemble {
  /// The number n of quaternions in a row.
  public let size: Int
  /// v.
  public let variance: Double
  private let tridiagonal: HermiteEnsemble

  /// Number of rows, 2n.
  public var rows: Int { 2 * size }
  /// Number of columns, 2n.
  public var columns: Int { 2 * size }

  /// The ensemble of size n ≥ 1.
  public init(size: Int, variance: Double = 2) throws(RandomMatrixError) {
    try RandomMatrixError.requireCount("size", size)
    try RandomMatrixError.requirePositive("variance", variance)
    (self.size, self.variance) = (size, variance)
    tridiagonal = try HermiteEnsemble(size: size, beta: 4)
  }

  /// One sample, Hermitian and self-dual to the last bit.
  ///
  /// Randomness: n(2n-1) normals, column by column of the lower triangle.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let (deviation, component) = ((variance / 2).squareRoot(), variance.squareRoot() / 2)
    for j in 0..<size {
      set(&matrix, j, j, Complex(deviation * stream.normal()), .zero)
      for i in (j + 1)..<max(size, j + 1) {
        let q = stream.normals(count: 4).map { component * $0 }
        set(&matrix, i, j, Complex(q[0], q[1]), Complex(q[2], q[3]))
      }
    }
    matrix.mirrorLowerTriangle()
  }

  private func set(
    _ matrix: inout ComplexMatrix, _ i: Int, _ j: Int, _ a: Complex<Double>, _ b: Complex<Double>
  ) {
    matrix[2 * i, 2 * j] = a
    matrix[2 * i, 2 * j + 1] = b
    matrix[2 * i + 1, 2 * j] = -b.conjugate
    matrix[2 * i + 1, 2 * j + 1] = a.conjugate
  }

  /// The n distinct eigenvalues of one matrix, ascending, from a tridiagonal matrix of the same spectrum.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    let unit = (variance / 2).squareRoot()
    return tridiagonal.eigenvalues(from: &generator).map { unit * $0 }
  }
}
