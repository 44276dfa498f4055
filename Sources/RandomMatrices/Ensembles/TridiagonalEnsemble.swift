internal import LinearAlgebra
internal import RandomStreams
internal import Requirements

/// A law of spectra that are drawn as tridiagonal matrices.
protocol TridiagonalEnsemble: SpectrumEnsemble {
  /// The diagonal and the entries beside it.
  func entries(from generator: inout GSLGenerator) -> (diagonal: [Double], offDiagonal: [Double])
}

extension TridiagonalEnsemble {
  /// χ of βk degrees of freedom, 0 for β = 0.
  func repulsion(_ beta: Double, _ k: Int, from generator: inout GSLGenerator) -> Double {
    beta > 0 ? generator.chi(degreesOfFreedom: beta * Double(k)) : 0
  }

  func tridiagonalEigenvalues(from generator: inout GSLGenerator) -> [Double] {
    var (diagonal, offDiagonal) = entries(from: &generator)
    let isDone = TridiagonalEigenvalues.solve(diagonal: &diagonal, offDiagonal: &offDiagonal)
    return isDone ? diagonal : noSpectrum
  }

  private var noSpectrum: [Double] { [Double](repeating: .nan, count: size) }

  func tridiagonalSpectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    var batch = TridiagonalBatch(size: size)
    let matrices = samples.map { sample in
      var generator = GSLGenerator(
        RandomStream(seed: seed, purpose: .disorder, sample: sample))
      return entries(from: &generator)
    }
    return batch.eigenvalues(of: matrices).map { $0 ?? noSpectrum }
  }
}

/// Throws unless a Dyson index is 0 or positive, and its multiples by sizes are far from the largest number.
func requireDysonIndex(_ beta: Double) throws(ParameterError) {
  try ParameterError.require("Dyson index", beta, "0 or more") { $0 >= 0 }
  try ParameterError.require("Dyson index", beta, "at most 1e290") { $0 <= 1e290 }
}
