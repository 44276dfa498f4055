internal import LinearAlgebra
public import RandomStreams
internal import Requirements

/// A law of real spectra: eigenvalues of Hermitian matrices, or angles of those of unitary ones.
public protocol SpectrumEnsemble: Sendable {
  /// Number of eigenvalues in a spectrum; those that symmetry makes equal count once.
  var size: Int { get }
  /// Where the eigenvalues lie as the size grows, its ratio to other sizes fixed, on the scale of
  /// ``eigenvalues(from:)``; nil where no law is known here.
  var limitingLaw: (any SpectralLaw)? { get }
  /// The eigenvalues of one matrix, ascending; NaN if an entry is no number, or one too large for one.
  func eigenvalues(from generator: inout GSLGenerator) -> [Double]
  /// The spectra of samples by number: those of ``eigenvalues(seed:sample:)``, within rounding.
  ///
  /// Tridiagonal ensembles solve eight at a time, several times faster than one by one.
  func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]]
}

extension SpectrumEnsemble {
  /// The spectra of samples, one by one.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    samples.map { eigenvalues(seed: seed, sample: $0) }
  }

  /// The spectrum of one sample.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func eigenvalues(seed: UInt64, sample: Int = 0) -> [Double] {
    var generator = disorder(seed: seed, sample: sample)
    return eigenvalues(from: &generator)
  }
}

func disorder(seed: UInt64, sample: Int) -> GSLGenerator {
  demand(sample >= 0, "sample \(sample) is negative; samples are counted from 0")
  return GSLGenerator(RandomStream(seed: seed, purpose: .disorder, sample: UInt64(sample)))
}

/// A law of real symmetric matrices.
public protocol SymmetricMatrixEnsemble: MatrixEnsemble, SpectrumEnsemble {}

extension SymmetricMatrixEnsemble {
  /// Number of rows, the size.
  public var rows: Int { size }
  /// Number of columns, the size.
  public var columns: Int { size }

  /// The eigenvalues of one sample, ascending. Cost: 4/3 n³ operations.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    var matrix = Matrix(rows: size, columns: size)
    sample(into: &matrix, using: &generator.stream)
    var solver = SymmetricEigensolver(size: size)
    // NaN if that fails.
    _ = solver.diagonalize(matrix, vectors: false)
    return solver.eigenvalues
  }
}

/// A law of complex Hermitian matrices, or of quaternion ones as complex ones of twice the size.
public protocol HermitianMatrixEnsemble: ComplexMatrixEnsemble, SpectrumEnsemble {}

extension HermitianMatrixEnsemble {
  /// The eigenvalues of one sample, ascending; of a quaternion matrix each pair once. Cost: 16/3 operations for
  /// each cubed row.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    var matrix = ComplexMatrix(rows: rows, columns: columns)
    sample(into: &matrix, using: &generator.stream)
    var solver = HermitianEigensolver(size: rows)
    _ = solver.diagonalize(matrix)
    return stride(from: 0, to: rows, by: rows / size).map { solver.eigenvalues[$0] }
  }
}
