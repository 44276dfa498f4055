public import Models
public import Requirements
internal import Foundation

/// Exponential rate, as N → ∞, of the mean number of critical points of a spherical model.
///
/// The mean number of points with energy near E, radial derivative near y and index k is
/// exp(N Σ_k(E, y)); with y = -2√ξ″ cosh τ below the lower edge,
///
///     Σ_k(E, y) = (1/2) log(ξ''/ξ') + cosh²τ - (k+1) J(τ) - (1/2)(E,y) C⁻¹ (E,y)ᵀ,
///     J(τ) = (sinh 2τ)/2 - τ,
///
/// for k fixed; inside the spectrum's support, |y| ≤ 2√ξ″, the index is extensive and the rate
/// Σ(E, y) = (1/2) log(ξ″/ξ′) + y²/(4ξ″) - (1/2)(E,y) C⁻¹ (E,y)ᵀ counts all of them. (cosh²τ and
/// y²/(4ξ″) less J are 1/2 plus the semicircle's logarithmic potential; -J k is the price of k
/// eigenvalues moved below the edge.)
///
/// Every function takes every double: the rate of a NaN is NaN, that of an infinite energy its limit.
///
/// These are rates of means (annealed). That single samples have them is proved for total numbers in
/// pure models at low energy (and for p ≥ 32 at every energy); for mixtures it is open in general
/// and false for some saddles.
///
/// Reference: Auffinger, Ben Arous and Černý, arXiv:1003.1129, Theorems 2.5 and 2.8 (pure);
/// Auffinger and Ben Arous, arXiv:1110.5872 (mixed). Typical: Subag, arXiv:1504.02251.
public struct AnnealedComplexity: Sendable {
  /// The model.
  package let mixture: Mixture
  let xi: CovarianceAtOne
  /// 2√ξ″, the edge of the spectrum of Hess + y, in the unit of `xi`.
  let edge: Double

  /// The complexity of a mixture with a term of degree 2 or more.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a pure field, which has two critical points.
  public init(_ mixture: Mixture) throws(ParameterError) {
    try ParameterError.requireHessian(mixture)
    self.mixture = mixture
    xi = CovarianceAtOne(mixture)
    edge = 2 * xi.second.squareRoot()
  }

  /// Rate of points of any index with radial derivative near y and energy near E.
  ///
  /// For a pure model y = pE; other pairs have rate -∞.
  public func rate(energy: Double, radialDerivative y: Double) -> Double {
    scaledRate(energy / xi.unit, y / xi.unit)
  }

  /// Rate of points of one fixed index k with radial derivative near y and energy near E;
  /// -∞ for y above the edge -2√ξ″, where the index is extensive.
  public func rate(energy: Double, radialDerivative y: Double, index k: Int) -> Double {
    demand(k >= 0, "an index cannot be \(k)")
    return scaledRate(energy / xi.unit, y / xi.unit, index: k)
  }

  /// Rate of points of any index with energy at most E.
  public func total(energy: Double) -> Double {
    let energy = energy / xi.unit
    guard energy < 0 else { return energy.isNaN ? energy : totalMaximum }
    if isTrivial, energy >= scaledMostNumerous(0) { return 0 }
    return scaledRate(energy, mostLikelyRadialDerivative(energy: energy))
  }

  /// Rate of points of fixed index k with energy at most E. Its largest value is reached at
  /// ``mostNumerousEnergy(index:)`` (pure models: at -E∞) and kept above.
  public func fixedIndex(_ k: Int, energy: Double) -> Double {
    demand(k >= 0, "an index cannot be \(k)")
    return scaledRate(k, energy / xi.unit)
  }

  // The same in the unit of `xi`.

  func scaledRate(_ energy: Double, _ y: Double) -> Double {
    guard energy.isFinite, y.isFinite else {
      return energy.isNaN || y.isNaN ? .nan : -.infinity
    }
    guard isPossible(energy, y) else { return -.infinity }
    return logDeterminant(y) - xi.quadraticForm(energy: energy, radialDerivative: y) / 2
  }

  private func scaledRate(_ energy: Double, _ y: Double, index k: Int) -> Double {
    let rate = scaledRate(energy, y)
    guard y <= -edge, rate > -.infinity else { return rate.isNaN ? rate : -.infinity }
    return k == 0 ? rate : rate - Double(k) * Self.edgeCost(acosh(max(1, -y / edge)))
  }

  func scaledRate(_ k: Int, _ energy: Double) -> Double {
    let energy = energy.isNaN ? energy : min(energy, scaledMostNumerous(k))
    return scaledRate(energy, lowestModes(energy: energy, index: k), index: k)
  }

  /// Rate of all critical points: (1/2) log(ξ″/ξ′), for pure models (1/2) log(p-1); 0 if the
  /// landscape is trivial.
  public var totalMaximum: Double { max(0, base) }

  /// Whether ξ″ < ξ′: the field is so strong that, as N → ∞, only two critical points are left.
  public var isTrivial: Bool { xi.second < xi.first }

  /// (1/2) log(ξ″/ξ′) + 1/2 + Ω(y/√ξ″): the rate of |det Hess| over its Gaussian norm.
  func logDeterminant(_ y: Double) -> Double {
    let s = abs(y) / edge
    guard s > 1 else { return base + s * s }
    // s² - J without the cancellation of their squares.
    return base + s / (s + (s - 1).squareRoot() * (s + 1).squareRoot()) + acosh(s)
  }

  var base: Double { 0.5 * log(xi.second / xi.first) }

  /// J(τ) = (sinh 2τ)/2 - τ, the large-deviation cost of one eigenvalue below the edge; ≈ 2τ³/3.
  static func edgeCost(_ tau: Double) -> Double {
    guard abs(tau) < 0.5 else { return sinh(2 * tau) / 2 - tau }
    // Σ (2τ)^{2j+1}/(2 (2j+1)!): no cancellation, 13 terms reach rounding.
    let square = 4 * tau * tau
    var term = 2 * tau
    var sum = 0.0
    for j in 1...13 {
      term *= square / Double(2 * j * (2 * j + 1))
      sum += term
    }
    return sum / 2
  }

  private func isPossible(_ energy: Double, _ y: Double) -> Bool {
    let p = Double(xi.mixture.topDegree)
    return !xi.isPure || abs(y - p * energy) <= 1e-12 * max(edge, abs(y))
  }
}
