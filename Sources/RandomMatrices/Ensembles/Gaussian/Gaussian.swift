public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// The Gaussian ensembles: Hermitian matrices of independent normal entries, E|M_ij|² = v off the diagonal and real of
/// variance 2v/β on it, the only such law that orthogonal (unitary, symplectic) transformations do not change.
///
///     density of M ∝ exp(-β tr M²/(4v)),   of its eigenvalues ∝ ∏|x_i - x_j|^β exp(-β Σ x_i²/(4v))
///
/// Quaternions stand as complex blocks, so that every eigenvalue occurs twice; ``size`` and tr count it once.
///
/// Scale: v = β/2 unless given, as for ``BetaEnsemble/hermite(size:beta:)``. The spectrum fills [-2√(nv), 2√(nv)] at
/// large n, as a semicircle.
///
/// Reference: Mehta, Random Matrices (2004), chapter 2.
public struct Gaussian<Field: RandomScalar>: HermitianMatrixEnsemble {
  /// The size n, in numbers of the field.
  public let size: Int
  /// v, the mean square of an entry off the diagonal.
  package let variance: Double
  /// √(2v/β): of the diagonal, and of the tridiagonal matrices.
  private let unit: Double
  private let spectrum: ScaledSpectrum

  /// Number of stored rows.
  public var rows: Int { Field.blockSize * size }

  /// The semicircle of radius 2√(nv).
  public var limitingLaw: (any SpectralLaw)? {
    SemicircleLaw(validRadius: 2 * Double(size).squareRoot() * variance.squareRoot())
  }

  /// The ensemble of size n ≥ 1.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller n, or a variance that is not positive and finite.
  public init(
    size: Int, variance: Double = Double(Field.beta) / 2
  ) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    (self.size, self.variance) = (size, variance)
    // In an order that does not overflow.
    unit = 2 * (variance / Double(2 * Field.beta)).squareRoot()
    spectrum = ScaledSpectrum(
      levels: try .hermite(size: size, beta: Double(Field.beta)), unit: unit)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: n + βn(n-1)/2 normals, column by column of the lower triangle. Cost: these, and reading and
  /// writing the matrix once.
  public func sample(into matrix: inout Matrix<Field.Stored>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let deviation = (variance / Double(Field.beta)).squareRoot()
    for j in 0..<size {
      Field._setReal(j, unit * stream.normal(), in: &matrix)
      Field._setNormals(
        j + 1..<max(size, j + 1), j, deviation: deviation, in: &matrix, using: &stream)
    }
    matrix.mirrorLowerTriangle()
  }

  /// The eigenvalues of one matrix, ascending, from a tridiagonal matrix of the same spectrum: O(n²) instead of
  /// O(n³) operations.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    spectrum.eigenvalues(from: &generator)
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    spectrum.spectra(seed: seed, samples: samples)
  }
}

/// Real symmetric matrices, β = 1.
public typealias GaussianOrthogonalEnsemble = Gaussian<Double>
/// Complex Hermitian matrices, β = 2.
public typealias GaussianUnitaryEnsemble = Gaussian<Complex<Double>>
/// Self-dual Hermitian matrices of quaternions, β = 4.
public typealias GaussianSymplecticEnsemble = Gaussian<Quaternion>
