public import Requirements

/// What a perturbation of rank one does to the largest eigenvalue of a large random matrix: the
/// transition of Baik, Ben Arous and Péché.
///
/// Below a threshold the eigenvalue stays at the edge of the bulk and its vector forgets the
/// direction v of the perturbation. Above it the eigenvalue leaves the bulk and the vector keeps
/// a part of v.
///
///     M + θ v vᵀ of edge 2, θ > 1:   θ + 1/θ,   ⟨v, u⟩² = 1 - θ⁻²
///
/// Reference: Baik, Ben Arous and Péché, Ann. Probab. 33, 1643 (2005); Péché, PTRF 134, 127 (2006);
/// Benaych-Georges and Nadakuditi, Adv. Math. 227, 494 (2011), overlaps.
public struct RankOneOutlier: Sendable, Equatable {
  /// The strength from which on the eigenvalue leaves the bulk.
  public let threshold: Double
  /// The limit of the largest eigenvalue.
  public let position: Double
  /// The limit of ⟨v, u⟩², u the unit eigenvector.
  public let squaredOverlap: Double

  /// M + θ v vᵀ, M a GOE matrix with entries of variance (1+δ)/N and edge 2, v a unit vector.
  ///
  ///     θ > 1:   θ + 1/θ,   ⟨v, u⟩² = 1 - θ⁻²
  ///
  /// θ ≥ 0; for a negative one change all signs and read the smallest eigenvalue.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a θ below 0 or not finite.
  public static func additive(strength θ: Double) throws(ParameterError) -> RankOneOutlier {
    try ParameterError.require("strength", θ, "0 or more") { $0 >= 0 }
    guard θ > 1 else { return RankOneOutlier(threshold: 1, position: 2, squaredOverlap: 0) }
    return RankOneOutlier(
      threshold: 1, position: θ + 1 / θ, squaredOverlap: (1 - 1 / θ) * (1 + 1 / θ))
  }

  /// X Xᵀ/n for an m×n matrix X whose columns are independent of covariance 1 + (ℓ - 1) v vᵀ,
  /// m/n → c.
  ///
  ///     ℓ > 1 + √c:   ℓ(1 + c/(ℓ-1)),   ⟨v, u⟩² = (1 - c/(ℓ-1)²) / (1 + c/(ℓ-1))
  ///
  /// ℓ is the variance along v, 1 where there is no spike; below 1 the largest eigenvalue stays.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for an ℓ or c that is not positive and finite.
  public static func covariance(spike ℓ: Double, ratio c: Double) throws(ParameterError)
    -> RankOneOutlier
  {
    try ParameterError.requireModerate("variance of the spike", ℓ)
    try ParameterError.requireModerate("ratio m/n", c)
    let (root, excess) = (c.squareRoot(), ℓ - 1)
    guard excess > root else {
      return RankOneOutlier(
        threshold: 1 + root, position: (1 + root) * (1 + root), squaredOverlap: 0)
    }
    return RankOneOutlier(
      threshold: 1 + root, position: ℓ * (1 + c / excess),
      squaredOverlap: (1 - root / excess) * (1 + root / excess) / (1 + c / excess))
  }
}
