public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Sample covariances with a few strong directions: X Xᵀ/n for m x n matrices X of independent normal columns, whose
/// covariance is diagonal with ℓ₁, ℓ₂, ... and then ones.
///
/// Scale: the bulk fills [(1-√c)², (1+√c)²] at large n with c = m/n, by the law of Marchenko and Pastur; an
/// eigenvalue leaves it upwards for each ℓ_k > 1 + √c, see ``RankOneOutlier``.
///
/// Reference: Johnstone, Ann. Stat. 29, 295 (2001); Baik, Ben Arous and Péché, Ann. Probab. 33, 1643 (2005).
public struct SpikedWishartEnsemble: HermitianMatrixEnsemble {
  /// The size m.
  public let size: Int
  /// n.
  public let observations: Int
  /// ℓ_k > 0, the variances along the first axes.
  public let spikes: [Double]
  private let normals: GinibreEnsemble

  /// The law of Marchenko and Pastur of ratio m/n.
  public var limitingLaw: (any SpectralLaw)? {
    try? MarchenkoPasturLaw(ratio: Double(size) / Double(observations))
  }

  /// The ensemble of m x m matrices from n observations, with m spikes at most.
  public init(size: Int, observations: Int, spikes: [Double]) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requireCount("number of observations", observations)
    try requireSpikes(spikes.count, size: size)
    for ℓ in spikes { try ParameterError.requirePositive("variance of a spike", ℓ) }
    (self.size, self.observations, self.spikes) = (size, observations, spikes)
    normals = try GinibreEnsemble(
      rows: size, columns: observations, variance: 1 / Double(observations))
  }

  /// One sample, symmetric to the last bit.
  ///
  /// Randomness: mn normals. Cost: m²n operations.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var factors = normals.sample(using: &stream)
    for (i, ℓ) in spikes.enumerated() {
      for j in 0..<observations { factors[i, j] *= ℓ.squareRoot() }
    }
    Matrix<Double>.multiplyByAdjoint(factors, into: &matrix)
  }
}
