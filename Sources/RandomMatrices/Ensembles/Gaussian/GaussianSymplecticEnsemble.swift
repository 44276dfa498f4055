internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule
public import Requirements

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
public struct GaussianSymplecticEnsemble: HermitianMatrixEnsemble {
  /// The number n of quaternions in a row.
  public let size: Int
  /// v.
  public let variance: Double
  private let tridiagonal: HermiteEnsemble

  /// Number of rows, 2n.
  public var rows: Int { 2 * size }
  /// Number of columns, 2n.
  public var columns: Int { 2 * size }

  /// The semicircle of radius 2√(nv).
  public var limitingLaw: (any SpectralLaw)? {
    SemicircleLaw(validRadius: 2 * Double(size).squareRoot() * variance.squareRoot())
  }

  /// The ensemble of size n ≥ 1.
  public init(size: Int, variance: Double = 2) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
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
      matrix.setQuaternion(j, j, Complex(deviation * stream.normal()), .zero)
      for i in (j + 1)..<max(size, j + 1) {
        matrix.setNormalQuaternion(i, j, component: component, using: &stream)
      }
    }
    matrix.mirrorLowerTriangle()
  }

  /// The n distinct eigenvalues of one matrix, ascending, from a tridiagonal matrix of the same spectrum.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    tridiagonal.eigenvalues(from: &generator).map { unit * $0 }
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonal.spectra(seed: seed, samples: samples).map { $0.map { unit * $0 } }
  }

  /// Of the tridiagonal matrices.
  private var unit: Double { (variance / 2).squareRoot() }
}
