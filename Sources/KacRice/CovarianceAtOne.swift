package import Models
internal import Foundation

/// ξ, ξ′ and ξ″ at q = 1: all that single-point laws of a spherical model depend on.
///
/// At any point √N (E, y), with E = H/N and y = ⟨σ, ∇H⟩/N, is Gaussian with covariance
///
///     C = [[ξ, ξ'], [ξ', ξ' + ξ'']],
///
/// independent of the tangential gradient (variance ξ′ each) and of the GOE part of the Hessian,
/// Hess = √(ξ″/N) G - y.
///
/// Scale: weights are over ``unit``², so that none of their products leaves the range of a double. Terms
/// so small that ξ, ξ′ and ξ″ keep all their digits without them are left out: what is served depends on
/// them by less than rounding.
package struct CovarianceAtOne: Sendable {
  /// The power of two near the root of the largest weight: the unit of energies.
  package let unit: Double
  /// The model in this unit, without negligible terms.
  package let mixture: Mixture
  package let value: Double
  package let first: Double
  package let second: Double
  /// det C, positive for mixtures and 0 for pure models.
  package let determinant: Double
  /// ξ(ξ″-ξ′) + ξ′², positive.
  package let slope: Double

  package init(_ mixture: Mixture) {
    let largest = mixture.terms.reduce(0) { max($0, $1.weight) }
    let power = Int((Double(largest.exponent) / 2).rounded(.down))
    unit = scalbn(1, power)
    let terms = mixture.terms.map { ($0.degree, scalbn($0.weight, -2 * power)) }
    let kept = Self.withoutNegligible(terms)
    // The largest weight is left at least.
    self.mixture = (try? Mixture(Dictionary(uniqueKeysWithValues: kept))) ?? mixture
    value = self.mixture.covariance(1)
    first = self.mixture.covariance(1, derivative: 1)
    second = self.mixture.covariance(1, derivative: 2)
    // Sums over pairs of terms, all positive.
    var (determinant, slope) = (0.0, 0.0)
    for (i, a) in self.mixture.terms.enumerated() {
      let p = Double(a.degree)
      slope += 2 * a.weight * a.weight * p * (p - 1)
      for b in self.mixture.terms[..<i] {
        let (q, product) = (Double(b.degree), a.weight * b.weight)
        determinant += product * (p - q) * (p - q)
        slope += product * (p + q) * (p + q - 2)
      }
    }
    (self.determinant, self.slope) = (determinant, slope)
  }

  private static func withoutNegligible(_ terms: [(Int, Double)]) -> [(Int, Double)] {
    terms.filter { degree, weight in
      let rest = terms.filter { $0.0 != degree }
      guard weight > 0, !rest.isEmpty else { return weight > 0 }
      func sum(_ order: Int) -> Double {
        rest.reduce(0) { sum, term in
          let p = Double(term.0)
          return sum + term.1 * (order > 0 ? p : 1) * (order > 1 ? p - 1 : 1)
        }
      }
      let p = Double(degree)
      return weight * p * p > 1e-17 * min(sum(0), sum(1), sum(2))
    }
  }

  /// Pure models have y = pE, and C is singular.
  package var isPure: Bool { mixture.isPure }

  /// The c of the weight exp(-c x²) in the finite-N identity, above -1/2.
  package var damping: Double { (second - first) / (2 * (second + first)) }

  /// The factor before the expectation, 2 √(2ξ″/(ξ′+ξ″)) (ξ″/ξ′)^{(N-1)/2}.
  package func countPrefactor(_ n: Int) -> Double {
    2 * (2 * second / (first + second)).squareRoot() * pow(second / first, Double(n - 1) / 2)
  }

  /// Mean energy per x of the finite-N identity: √(2ξ″/N) ξ′/(ξ′+ξ″).
  package func energySlope(_ n: Int) -> Double {
    (2 * second / Double(n)).squareRoot() * first / (first + second)
  }

  /// Variance of the energy given x, zero for a pure model.
  package func energyVariance(_ n: Int) -> Double { determinant / (first + second) / Double(n) }

  /// (E, y) C⁻¹ (E, y)ᵀ as a sum of squares, y's and that of E given y; for a pure model E²/ξ, and y is
  /// taken to be pE.
  package func quadraticForm(energy: Double, radialDerivative y: Double) -> Double {
    guard !isPure else { return energy / value * energy }
    let sum = first + second
    let excess = energy - y * (first / sum)
    return y / sum * y + excess * (sum / determinant) * excess
  }
}
