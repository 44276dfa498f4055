internal import Foundation

extension Law {
  /// Spacings of independent levels.
  ///
  ///     density e^{-s},   F(s) = 1 - e^{-s},   s ≥ 0
  ///
  /// Scale: neighbouring eigenvalues in units of their mean distance, for diagonal disorder.
  ///
  /// Reference: Mehta, Random Matrices (2004), chapter 1; Berry and Tabor, Proc. R. Soc. A 356, 375 (1977).
  public static var poissonSpacing: any SpectralLaw { PoissonSpacingLaw() }
}

package struct PoissonSpacingLaw: SpectralLaw {
  package init() {}

  package var support: ClosedRange<Double> { 0...Double.infinity }

  package func density(_ s: Double) -> Double { s < 0 ? 0 : exp(-s) }

  package func distribution(_ s: Double) -> Double { s < 0 ? 0 : -expm1(-s) }

  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    return -log1p(-p)
  }

  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return tgamma(Double(k + 1))
  }
}
