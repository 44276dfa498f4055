public import Models
internal import RandomMatrices
public import Requirements

/// Index fraction against energy as N → ∞ for the critical points of a spherical p-spin model.
///
/// At a critical point the tangential Hessian is √(ξ″/N) G - y with G from the GOE (off-diagonal
/// variance 1) and y = ⟨σ, ∇H⟩/N the radial derivative, so
///
///     α(y) = F(y / (2√ξ'')),   F the semicircle's distribution function on [-1, 1].
///
/// Pure models have y = pE: the index is a function of energy, α(E) = F(E/E∞) with
/// E∞ = 2√((p-1)/p). In a mixture y fluctuates at given energy; its most likely value is
/// y = 2ξ″ξ′E/(ξ(ξ″-ξ′) + ξ′²), hence α(E) = F(E/E'∞),
///
///     E'∞ = (ξ(ξ''-ξ') + ξ'²) / (ξ' √ξ''),
///
/// all at q = 1. That mixed curve is where most points are, not where all are; the one in y is
/// sharp for every model.
///
/// Annealed: the fraction of the average numbers. That single samples agree is proved for total
/// numbers in pure models (Subag, arXiv:1504.02251) and seen in experiments.
///
/// Reference: Auffinger, Ben Arous and Černý, arXiv:1003.1129; Auffinger and Ben Arous,
/// arXiv:1110.5872; the maximisation over y follows from the joint Gaussian law of (E, y).
public struct LimitingIndexCurve: Sendable {
  /// The model of the curve.
  public let mixture: Mixture
  /// E∞ (pure) or E'∞ (mixed), positive. Below -E∞ a pure model has no critical points of extensive
  /// index; below -E'∞ the most likely ones of a mixture have none, though rarer ones may.
  public let threshold: Double
  /// 2√ξ'', half the width of the Hessian's spectrum as N → ∞, whose middle is at -y.
  package let edge: Double

  /// The curve of a mixture that has a term of degree 2 or more.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a pure field, which has no Hessian.
  public init(_ mixture: Mixture) throws(ParameterError) {
    try ParameterError.requireHessian(mixture)
    self.mixture = mixture
    let xi = CovarianceAtOne(mixture)
    edge = 2 * xi.second.squareRoot() * xi.unit
    threshold = xi.slope / (xi.first * xi.second.squareRoot()) * xi.unit
  }

  /// α at energy E = H/N: exact limit for a pure model, most likely value for a mixture.
  public func indexFraction(energy: Double) -> Double {
    SemicircleLaw.unit.distribution(energy / threshold)
  }

  /// α at radial derivative y = ⟨σ, ∇H⟩/N.
  public func indexFraction(radialDerivative y: Double) -> Double {
    SemicircleLaw.unit.distribution(y / edge)
  }
}
