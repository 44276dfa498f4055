internal import CGSL
internal import Foundation
internal import RandomStreams
public import Requirements
internal import SpecialFunctions

extension Law {
  /// Wigner's surmise for the spacing of neighbouring levels of the β-ensembles, mean 1.
  ///
  ///     density 2b^a/Γ(a) s^β exp(-bs²),   a = (β+1)/2,   √b = Γ(a + 1/2)/Γ(a)
  ///
  /// β = 1, 2, 4: GOE, GUE, GSE; β = 0: independent normal levels. Exact for 2×2 matrices, and for β = 1, 2, 4 within
  /// 2 % of the density in the bulk of large ones. For β → ∞ it narrows to 1, with standard deviation (2β)^{-1/2}.
  ///
  /// Scale: spacings in units of their mean.
  ///
  /// Accuracy: that of ``SpectralLaw``, but 3e-15 of the variance.
  ///
  /// β ≥ 0.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a β that is not so.
  ///
  /// Reference: Wigner (1957); Mehta, Random Matrices, section 1.5.
  public static func wignerSurmise(beta: Double) throws(ParameterError) -> any SpectralLaw {
    try WignerSurmise(beta: beta)
  }
}

package struct WignerSurmise: SpectralLaw {
  package let beta: Double

  /// b - a over a, which keeps its digits where b and a are large.
  private let shift: Double
  /// a.
  private let shape: Double
  /// √(2a/π)/Γ*(a), Γ*(a) = Γ(a) / (√(2π/a) (a/e)^a).
  private let scale: Double

  package init(beta: Double) throws(ParameterError) {
    try ParameterError.require("Dyson index", beta, "0 or more") { $0 >= 0 }
    self.beta = beta
    let shape = beta / 2 + 0.5
    self.shape = shape
    shift = Self.shift(shape)
    let star = GSL.value { gsl_sf_gammastar_e(shape, $0) }
    scale = (2 / .pi).squareRoot() * shape.squareRoot() / star
  }

  package var support: ClosedRange<Double> { 0...Double.infinity }

  package func density(_ s: Double) -> Double {
    guard s > 0, s.isFinite else { return outside(s, 0) }
    // (bs²/a)^a exp(a - bs²) √(2a/π)/(Γ*(a) s): of large powers only the small difference is formed.
    return scale * exp(-shape * excess(s)) / s
  }

  /// F(s) = P(a, bs²), the regularised incomplete Γ function.
  package func distribution(_ s: Double) -> Double {
    if s <= 0 { return 0 }
    guard s.isFinite else { return outside(s, 1) }
    return shape > IncompleteGamma.large
      ? IncompleteGamma.lower(shape, excess: excess(s), isBelow: difference(s) < 0)
      : IncompleteGamma.lower(shape, shape * (1 + shift) * s * s)
  }

  /// E s^k, from E s^{j+2} = (a + j/2)/b E s^j.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return stride(from: k % 2, to: k, by: 2).reduce(1) { product, j in
      product * ((1 + Double(j) / 2 / shape) / (1 + shift))
    }
  }

  /// a/b - 1.
  package var variance: Double { -shift / (1 + shift) }

  /// δ = bs²/a - 1.
  private func difference(_ s: Double) -> Double {
    s < 1e150 ? (s - 1) * (s + 1) + s * s * shift : .infinity
  }

  /// δ - log(1 + δ) ≥ 0.
  private func excess(_ s: Double) -> Double {
    let δ = difference(s)
    guard δ > -0.5 else { return δ - 2 * log(s) - log1p(shift) }
    // Of an overflow the logarithm is nothing.
    return δ < 1e300 ? -GSL.value { gsl_sf_log_1plusx_mx_e(δ, $0) } : δ
  }

  /// (Γ(a + 1/2)/Γ(a))²/a - 1; for large a from √a(1 - 1/(8a) + ...), with error 1e-17 from a = 40 on, where smaller
  /// ones are brought by factors a(a + 1)/(a + 1/2)² = 1 - 1/(2a + 1)².
  private static func shift(_ a: Double) -> Double {
    guard a > IncompleteGamma.large else {
      let factor = log1p(-1 / ((2 * a + 1) * (2 * a + 1)))
      return expm1(log1p(shift(a + 1)) + factor)
    }
    let coefficients: [Double] = [
      -1.0 / 8, 1.0 / 128, 5.0 / 1024, -21.0 / 32768, -399.0 / 262144, 869.0 / 4_194_304,
      39325.0 / 33_554_432, -334477.0 / 2_147_483_648,
    ]
    let ratio: Double = coefficients.reversed().reduce(0.0) { ($0 + $1) / a }
    return ratio * (2 + ratio)
  }
}
