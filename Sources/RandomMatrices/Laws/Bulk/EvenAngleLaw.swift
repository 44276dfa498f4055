internal import SpecialFunctions

extension Law {
  /// Angles that are even on (-π, π]: eigenvalues of unitary matrices of the circular ensembles and of Haar measure, at any
  /// size for U(n), COE and CSE, at large size for O(n) and Sp(n).
  ///
  ///     density 1/(2π) on (-π, π]
  ///
  /// Reference: Dyson, J. Math. Phys. 3, 140 (1962); Diaconis and Shahshahani, J. Appl. Probab. 31A, 49 (1994).
  public static var evenAngle: any SpectralLaw { EvenAngleLaw() }
}

package struct EvenAngleLaw: SpectralLaw {
  package init() {}

  package var support: ClosedRange<Double> { -Double.pi...Double.pi }

  package func density(_ θ: Double) -> Double {
    abs(θ) <= .pi ? 1 / (2 * .pi) : outside(θ, 0)
  }

  /// F(θ) = 1/2 + θ/(2π).
  package func distribution(_ θ: Double) -> Double {
    clampedProbability(0.5 + θ / (2 * .pi))
  }

  /// The θ with F(θ) = p.
  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    return .pi * (2 * p - 1)
  }

  /// E θ^k = π^k/(k+1) for even k, else 0.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    guard k.isMultiple(of: 2) else { return 0 }
    return (0..<k).reduce(1) { power, _ in power * .pi } / Double(k + 1)
  }
}
