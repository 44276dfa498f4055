public import LinearAlgebra
public import RandomStreams
public import Requirements

/// GOE matrices with a few strong directions: M + Σ θ_k e_k e_kᵀ, M with entries of variance (1+δ)/n.
///
/// Scale: the bulk fills [-2, 2] at large n. An eigenvalue leaves it for each |θ_k| > 1, see ``RankOneOutlier``. The
/// directions are the first axes; any others give the same law of the spectrum.
///
/// Reference: Baik, Ben Arous and Péché, Ann. Probab. 33, 1643 (2005); Péché, PTRF 134, 127 (2006).
public struct SpikedWignerEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// θ_k, one for each of the first axes.
  public let strengths: [Double]
  private let noise: GaussianOrthogonalEnsemble

  /// The semicircle of radius 2.
  public var limitingLaw: (any SpectralLaw)? { SemicircleLaw(validRadius: 2) }

  /// The ensemble of size n and of n strengths at most.
  public init(size: Int, strengths: [Double]) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try requireSpikes(strengths.count, size: size)
    for θ in strengths {
      try ParameterError.require("strength", θ, "a finite number") { _ in true }
    }
    (self.size, self.strengths) = (size, strengths)
    noise = try GaussianOrthogonalEnsemble(size: size, variance: 1 / Double(size))
  }

  /// One sample, both triangles.
  ///
  /// Randomness: that of ``GaussianOrthogonalEnsemble``.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    noise.sample(into: &matrix, using: &stream)
    for (i, θ) in strengths.enumerated() { matrix[i, i] += θ }
  }
}

func requireSpikes(_ count: Int, size: Int) throws(ParameterError) {
  try ParameterError.require("number of spikes", Double(count), "at most the size \(size)") {
    $0 <= Double(size)
  }
}
