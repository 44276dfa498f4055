internal import ComplexModule
public import LinearAlgebra
public import RandomStreams
internal import RealModule
public import Requirements

/// The Gaussian unitary ensemble: complex Hermitian matrices with independent normal entries, E|M_ij|² = v on
/// and off the diagonal, the only such law that unitary transformations do not change.
///
/// Scale: v = 1 unless given, as for ``HermiteEnsemble`` of β = 2; the joint density of the eigenvalues is then
/// ∝ ∏|x_i - x_j|² exp(-Σ x²/2). In general the spectrum fills [-2√(nv), 2√(nv)] at large n, as a
/// semicircle.
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public struct GaussianUnitaryEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// v.
  public let variance: Double
  private let tridiagonal: HermiteEnsemble

  /// Number of rows, n.
  public var rows: Int { size }
  /// Number of columns, n.
  public var columns: Int { size }

  /// The semicircle of radius 2√(nv).
  public var limitingLaw: (any SpectralLaw)? {
    SemicircleLaw(validRadius: 2 * Double(size).squareRoot() * variance.squareRoot())
  }

  /// The ensemble of size n ≥ 1.
  public init(size: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    (self.size, self.variance) = (size, variance)
    tridiagonal = try HermiteEnsemble(size: size, beta: 2)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: n² normals, column by column of the lower triangle.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let (deviation, half) = (variance.squareRoot(), (variance / 2).squareRoot())
    for j in 0..<size {
      matrix[j, j] = Complex(deviation * stream.normal())
      for i in (j + 1)..<max(size, j + 1) {
        let real = stream.normal()
        matrix[i, j] = Complex(half * real, half * stream.normal())
      }
    }
    matrix.mirrorLowerTriangle()
  }

  /// The eigenvalues of one matrix, ascending, from a tridiagonal matrix of the same spectrum: O(n²) instead of
  /// O(n³) operations.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    tridiagonal.eigenvalues(from: &generator).map { unit * $0 }
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonal.spectra(seed: seed, samples: samples).map { $0.map { unit * $0 } }
  }

  /// Of the tridiagonal matrices.
  private var unit: Double { variance.squareRoot() }
}
