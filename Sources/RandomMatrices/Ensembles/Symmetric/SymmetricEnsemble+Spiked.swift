internal import LinearAlgebra
internal import RandomStreams
public import Requirements

extension SymmetricEnsemble {
  /// GOE matrices with a few strong directions, n strengths θ_k at most.
  ///
  ///     M + Σ θ_k e_k e_kᵀ,   M of entries of variance (1+δ)/n
  ///
  /// Scale: the bulk fills [-2, 2] at large n. An eigenvalue leaves it for each |θ_k| > 1, to θ_k + 1/θ_k, see
  /// ``RankOneOutlier``. The directions are the first axes; any others give the same law of the spectrum.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1, more strengths than that, or one that is not
  ///   finite.
  ///
  /// Randomness: that of ``GaussianOrthogonalEnsemble``.
  ///
  /// Reference: Baik, Ben Arous and Péché, Ann. Probab. 33, 1643 (2005); Péché, PTRF 134, 127 (2006).
  public static func spikedWigner(
    size n: Int, strengths: [Double]
  ) throws(ParameterError) -> SymmetricEnsemble {
    try ParameterError.requireCount("size", n)
    try requireSpikes(strengths.count, size: n)
    for θ in strengths {
      try ParameterError.require("strength", θ, "a finite number") { _ in true }
    }
    let noise = try GaussianOrthogonalEnsemble(size: n, variance: 1 / Double(n))
    return SymmetricEnsemble(size: n, law: SemicircleLaw(validRadius: 2)) { matrix, stream in
      noise.sample(into: &matrix, using: &stream)
      for (i, θ) in strengths.enumerated() { matrix[i, i] += θ }
    }
  }

  /// Sample covariances with a few strong directions, m spikes ℓ_k > 0 at most.
  ///
  ///     X Xᵀ/n,   X m x n of independent normal columns of covariance diag(ℓ₁, ℓ₂, ..., 1, ..., 1)
  ///
  /// Scale: the bulk fills [(1-√c)², (1+√c)²] at large n with c = m/n, by the law of Marchenko and Pastur; an
  /// eigenvalue leaves it upwards for each ℓ_k > 1 + √c, see ``RankOneOutlier``.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for an m or n below 1, more spikes than m, or one that is not positive
  ///   and finite.
  ///
  /// Randomness: mn normals. Cost: m²n operations.
  ///
  /// Reference: Johnstone, Ann. Stat. 29, 295 (2001); Baik, Ben Arous and Péché, Ann. Probab. 33, 1643 (2005).
  public static func spikedWishart(
    size m: Int, observations n: Int, spikes: [Double]
  ) throws(ParameterError) -> SymmetricEnsemble {
    try ParameterError.requireCount("size", m)
    try ParameterError.requireCount("number of observations", n)
    try requireSpikes(spikes.count, size: m)
    for ℓ in spikes { try ParameterError.requirePositive("variance of a spike", ℓ) }
    let normals = try GinibreEnsemble(rows: m, columns: n, variance: 1 / Double(n))
    let law = try MarchenkoPasturLaw(ratio: Double(m) / Double(n))
    return SymmetricEnsemble(size: m, law: law) { matrix, stream in
      var factors = normals.sample(using: &stream)
      for (i, ℓ) in spikes.enumerated() {
        for j in 0..<n { factors[i, j] *= ℓ.squareRoot() }
      }
      Matrix<Double>.multiplyByAdjoint(factors, into: &matrix)
    }
  }

  private static func requireSpikes(_ count: Int, size: Int) throws(ParameterError) {
    try ParameterError.require("number of spikes", Double(count), "at most the size \(size)") {
      $0 <= Double(size)
    }
  }
}
