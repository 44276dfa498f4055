public import RandomStreams
public import Requirements

/// The Gaussian (Hermite) β-ensemble as a random tridiagonal matrix.
///
///     joint density of eigenvalues ∝ ∏|x_i - x_j|^β exp(-Σ x_i²/2)
///
/// β = 1, 2, 4 have the spectra of GOE, GUE and GSE, β = 0 independent normal levels. The diagonal is N(0, 1), the
/// off-diagonal entries are χ_{β(n-1)}, ..., χ_β over √2, all independent.
///
/// Scale: for β = 1 the dense matrix has entries of variance (1+δ)/2; in general the spectrum fills
/// [-√(2βn), √(2βn)] at large n, as a semicircle.
///
/// Reference: Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002).
public struct HermiteEnsemble: SpectrumEnsemble {
  /// The size n.
  public let size: Int
  /// The Dyson index β ≥ 0.
  public let beta: Double

  /// The semicircle of radius √(2βn); none for β = 0.
  public var limitingLaw: (any SpectralLaw)? {
    beta > 0 ? SemicircleLaw(validRadius: (2 * Double(size)).squareRoot() * beta.squareRoot()) : nil
  }

  /// The ensemble of a size and a Dyson index from 0 to 1e290.
  public init(size: Int, beta: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try requireDysonIndex(beta)
    self.size = size
    self.beta = beta
  }

  /// All eigenvalues of one matrix, ascending.
  ///
  /// Randomness: n normals and n-1 χ variables from the generator. Cost: O(n²).
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    tridiagonalEigenvalues(from: &generator)
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonalSpectra(seed: seed, samples: samples)
  }
}

extension HermiteEnsemble: TridiagonalEnsemble {
  func entries(from generator: inout GSLGenerator) -> (diagonal: [Double], offDiagonal: [Double]) {
    let diagonal = generator.stream.normals(count: size)
    let offDiagonal = (1..<size).map { i in
      repulsion(beta, size - i, from: &generator) * 0.5.squareRoot()
    }
    return (diagonal, offDiagonal)
  }
}
