internal import SpinGlasses
internal import Foundation

/// ξ, ξ' and ξ'' at q = 1: all that single-point laws of a spherical model depend on.
///
/// At any point √N (E, y), with E = H/N and y = ⟨σ, ∇H⟩/N, is Gaussian with covariance
///
///     C = [[ξ, ξ'], [ξ', ξ' + ξ'']],
///
/// independent of the tangential gradient (variance ξ' each) and of the GOE part of the Hessian,
/// Hess = √(ξ''/N) G - y.
struct CovarianceAtOne: Sendable {
  let value: Double
  let first: Double
  let second: Double
  /// Pure models have y = pE, and C is singular.
  let isPure: Bool

  init(_ mixture: Mixture) {
    value = mixture.covariance(1)
    first = mixture.covariance(1, derivative: 1)
    second = mixture.covariance(1, derivative: 2)
    isPure = mixture.isPure
  }

  /// The c of the weight exp(-c x²) in the finite-N identity, above -1/2.
  var damping: Double { (second - first) / (2 * (second + first)) }

  /// The factor before the expectation, 2 √(2ξ''/(ξ'+ξ'')) (ξ''/ξ')^{(N-1)/2}.
  func countPrefactor(_ n: Int) -> Double {
    2 * (2 * second / (first + second)).squareRoot() * pow(second / first, Double(n - 1) / 2)
  }

  /// Mean energy per x of the finite-N identity: √(2ξ''/N) ξ'/(ξ'+ξ'').
  func energySlope(_ n: Int) -> Double {
    (2 * second / Double(n)).squareRoot() * first / (first + second)
  }

  /// Variance of the energy given x, zero for a pure model.
  func energyVariance(_ n: Int) -> Double {
    isPure ? 0 : determinant / (first + second) / Double(n)
  }

  /// det C, positive for mixtures.
  var determinant: Double { value * (first + second) - first * first }

  /// (E, y) C⁻¹ (E, y)ᵀ; for a pure model E²/ξ, and y is taken to be pE.
  func quadraticForm(energy: Double, radialDerivative y: Double) -> Double {
    guard !isPure else { return energy * energy / value }
    return ((first + second) * energy * energy - 2 * first * energy * y + value * y * y)
      / determinant
  }
}
