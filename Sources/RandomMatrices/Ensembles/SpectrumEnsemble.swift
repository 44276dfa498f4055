internal import LinearAlgebra
public import RandomStreams
internal import Requirements
public import Statistics

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
  /// Tridiagonal ensembles and real symmetric ones solve eight at a time, several times faster than one by one.
  func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]]
}

extension SpectrumEnsemble {
  /// The spectra of samples, one by one.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    samples.map { eigenvalues(seed: seed, sample: $0) }
  }

  /// The spectra of samples on several threads, the same for every number of them.
  ///
  /// - Parameters:
  ///   - seed: the seed of the matrices.
  ///   - samples: which, from 0.
  ///   - threads: how many to use.
  ///   - progress: told now and then.
  public func spectra(
    seed: UInt64, samples: Range<Int>, threads: Int,
    progress: @escaping ProgressHandler = { _ in }
  ) -> [[Double]] {
    let starts = stride(from: samples.lowerBound, to: samples.upperBound, by: 8).map { $0 }
    return concurrentMap(
      starts.indices, threads: threads,
      progress: {
        progress(WorkProgress(done: min(8 * $0.done, samples.count), total: samples.count))
      },
      { spectra(seed: seed, samples: starts[$0]..<min(starts[$0] + 8, samples.upperBound)) }
    ).flatMap(\.self)
  }

  /// The spectrum of one sample.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func eigenvalues(seed: UInt64, sample: Int = 0) -> [Double] {
    var generator = GSLGenerator(
      RandomStream(seed: seed, purpose: .disorder, sample: sample))
    return eigenvalues(from: &generator)
  }
}

/// A law of Hermitian matrices, real symmetric ones among them; quaternions stand as complex blocks.
public protocol HermitianMatrixEnsemble: MatrixEnsemble, SpectrumEnsemble {}

extension HermitianMatrixEnsemble {
  /// Number of columns, that of the rows.
  public var columns: Int { rows }

  /// The eigenvalues of one sample, ascending; of a quaternion matrix each pair once. Cost: 4/3 n³ operations for n
  /// rows, four times as many for complex numbers.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    let matrix = sample(using: &generator.stream)
    var solver = HermitianEigensolver<Scalar>(size: rows)
    // NaN if that fails.
    _ = solver.diagonalize(matrix)
    return stride(from: 0, to: rows, by: rows / size).map { solver.eigenvalues[$0] }
  }
}

extension HermitianMatrixEnsemble where Scalar == Double {
  /// Number of rows, the size.
  public var rows: Int { size }
}
