public import Models
internal import SpecialFunctions
internal import Foundation

/// The ground-state energy of a spherical model without field, by the zero-temperature Parisi
/// formula restricted to one step of replica symmetry breaking.
///
///     -E_gs = min over A, c > 0 of (1/2) [ξ' c + ξ A + log(1 + A/c)/A],   ξ = ξ(1), ξ' = ξ'(1)
///
/// Stationarity in c gives c(A+c) = 1/ξ′, and one equation is left for a = A/c. The restricted
/// minimum is the ground state if g(u) = ∫_u^1 [ξ′(s) - ∫_0^s dr/(A+c-Ar)²] ds ≥ 0 on [0, 1], which
/// is checked (``isOptimal``).
///
/// Independent of the counting of minima, with which it must agree for models of this kind.
///
/// Reference: Chen and Sen, Commun. Math. Phys. 350, 129 (2017); Jagannath and Tobasco,
/// arXiv:1602.00657.
public struct OneStepGroundState: Sendable {
  /// The ground-state energy per spin as a positive number.
  public let energy: Double
  /// A, the limit of the breaking point over temperature.
  public let breaking: Double
  /// c, the limit of (1-q)/T.
  public let susceptibility: Double
  /// Whether the one-step solution is optimal among all.
  public let isOptimal: Bool

  /// The solution; nil if there is none with A > 0 (p = 2), or the model has a field.
  public init?(_ mixture: Mixture) {
    guard mixture.terms[0].degree > 1 else { return nil }
    let xi = CovarianceAtOne(mixture)
    let mixture = xi.mixture
    // F(a) = (ξ/ξ') a²/(1+a) + a/(1+a) - log(1+a) starts as (ξ/ξ' - 1/2) a² and ends positive.
    let ratio = xi.value / xi.first
    guard ratio < 0.5 else { return nil }
    func isBeyond(_ a: Double) -> Bool { ratio * a * a / (1 + a) + a / (1 + a) > log1p(a) }
    var high = 1.0
    while !isBeyond(high) { high *= 2 }
    var low = high / 2
    while isBeyond(low) { low /= 2 }
    let a = bisect(from: low, to: high, isBeyond).last
    let c = 1 / (xi.first * (1 + a)).squareRoot()
    let breaking = a * c
    // A and c are over energies.
    self.breaking = breaking / xi.unit
    susceptibility = c / xi.unit
    energy = (xi.first * c + xi.value * breaking + log1p(a) / breaking) / 2 * xi.unit
    isOptimal = (0...1000).allSatisfy { i in
      let u = Double(i) / 1000
      let inner = log1p(a * (1 - u)) / breaking - (1 - u) / (breaking + c)
      return xi.value - mixture.covariance(u) - inner / breaking >= -1e-12 * xi.value
    }
  }
}
