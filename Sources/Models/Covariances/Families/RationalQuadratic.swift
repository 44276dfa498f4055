internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// A mixture of squared exponentials that decays as the power r^{-2α}, in every dimension. κ² = α/(α+1).
  ///
  ///     C(r) = σ² (1 + r²/(2αℓ²))^{-α}
  ///
  /// The exponent α is from 0.01 to 10⁴, or infinite, which is the squared exponential; variance σ² and length ℓ are
  /// from 1e-30 to 1e30.
  ///
  /// Accuracy: a relative error of 1e-15 of f and its first four derivatives, beside what one rounding of the distance
  /// does.
  ///
  /// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
  public static func rationalQuadratic(
    exponent α: Double, variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    let limit = try squaredExponential(variance: variance, length: length)
    if try ParameterError.isLimit("exponent", α, orIn: 0.01...10_000) { return limit }
    let square = length * length
    return IsotropicCovariance(
      measure: .gamma(shape: α, length: length),
      // 2σ²/Γ(α) (αℓ²/2π)^{n/2} (x/2)^{α-n/2} K_{α-n/2}(x), x = √(2α) ℓk.
      density: { k, n in
        let (half, x) = (Double(n) / 2, (2 * α).squareRoot() * length * k)
        let scale: Double = half * log(α * length * length / (2 * .pi)) - lgamma(α)
        return 2 * variance
          * exp(scale + (α - half) * log(x / 2) + BesselFunction.logK(α - half, x))
      },
      profile: { τ in
        let x = τ[0] / (α * square)
        var derivative = variance * exp(-α * log1p(x))
        return τ.composed(
          with: (0..<Taylor.count).map { j in
            defer { derivative *= -(1 + Double(j) / α) / (square * (1 + x)) }
            return derivative
          })
      })
  }

  /// Cauchy's covariance, the power law with a core; β is from 0.01 to 10⁴.
  ///
  ///     C(r) = σ² (1 + r²/ℓ²)^{-β}
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a β beyond, or as ``rationalQuadratic(exponent:variance:length:)``.
  ///
  /// Reference: Gneiting and Schlather, SIAM Review 46, 269 (2004).
  public static func cauchy(
    exponent β: Double = 1, variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    try ParameterError.requirePositive("exponent", β, in: 0.01...10_000)
    return try rationalQuadratic(
      exponent: β, variance: variance, length: length / (2 * β).squareRoot())
  }
}
