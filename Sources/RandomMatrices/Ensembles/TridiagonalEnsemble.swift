internal import LinearAlgebra
internal import RandomStreams
internal import Requirements

/// A law of spectra that are drawn as tridiagonal matrices.
protocol TridiagonalEnsemble: SpectrumEnsemble {
  /// The diagonal and the entries beside it.
  func entries(from generator: inout GSLGenerator) -> (diagonal: [Double], offDiagonal: [Double])
}

extension TridiagonalEnsemble {
  func tridiagonalEigenvalues(from generator: inout GSLGenerator) -> [Double] {
    var (diagonal, offDiagonal) = entries(from: &generator)
    let isDone = TridiagonalEigenvalues.solve(diagonal: &diagonal, offDiagonal: &offDiagonal)
    demand(isDone, "eigenvalues of a finite tridiagonal matrix did not converge")
    return diagonal
  }

  func tridiagonalSpectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    var batch = TridiagonalBatch(size: size)
    let matrices = samples.map { sample in
      var generator = disorder(seed: seed, sample: sample)
      return entries(from: &generator)
    }
    return batch.eigenvalues(of: matrices).map { eigenvalues in
      guard let eigenvalues else {
        fail("eigenvalues of a finite tridiagonal matrix did not converge")
      }
      return eigenvalues
    }
  }
}
