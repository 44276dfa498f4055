internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Covariance where Self == IsotropicCovariance {
  /// Matérn's covariance, in every dimension.
  ///
  ///     C(r) = σ² 2^{1-ν}/Γ(ν) x^ν K_ν(x),   x = √(2ν) r/ℓ
  ///
  /// The field has derivatives of every order below ν, so that its critical points are Morse for ν > 2.
  /// ν = 1/2 is the exponential σ² exp(-r/ℓ), ν = ∞ the squared exponential. λ₂ = σ²ν/((ν-1)ℓ²),
  /// κ² = (ν-2)/(ν-1). The smoothness ν is from 0.01 to 1000 or infinite, variance σ² and length ℓ from 1e-30 to 1e30.
  ///
  /// Accuracy: a relative error of 1e-14 (1 + ν) of f and its first four derivatives, beside what one rounding of the
  /// distance does.
  ///
  /// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
  public static func matern(
    smoothness ν: Double, variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    let limit = try squaredExponential(variance: variance, length: length)
    if try ParameterError.isLimit("smoothness", ν, orIn: 0.01...1000) { return limit }
    let norm = log(2) * (1 - ν) - lgamma(ν)
    // x² = 4ντ/ℓ², and d(x^μ K_μ)/dτ = -(2ν/ℓ²) x^{μ-1} K_{μ-1}.
    let rate = -2 * ν / (length * length)
    return IsotropicCovariance(
      measure: .student(degreesOfFreedom: 2 * ν, length: length),
      // σ² Γ(ν+n/2)/Γ(ν) (ℓ²/2πν)^{n/2} (1 + ℓ²k²/2ν)^{-ν-n/2}.
      density: { k, n in
        let (half, square) = (Double(n) / 2, length * length / (2 * ν))
        return variance
          * exp(
            lgamma(ν + half) - lgamma(ν) + half * log(square / .pi)
              - (ν + half) * log1p(square * k * k))
      },
      value: { τ in
        let x = (max(0, 4 * ν * τ)).squareRoot() / length
        if ν == 0.5 { return variance * exp(-x) }
        return variance * exp(norm + logBessel(ν, x))
      },
      profile: { τ in
        let x = (max(0, -2 * rate * τ[0])).squareRoot()
        return τ.composed(
          with: (0..<Taylor.count).map { j in
            let sign = j.isMultiple(of: 2) ? variance : -variance
            return sign * exp(norm + Double(j) * log(-rate) + logBessel(ν - Double(j), x))
          })
      })
  }

  /// The exponential covariance, that of Matérn with ν = 1/2. The field is not differentiable.
  ///
  ///     C(r) = σ² exp(-r/ℓ)
  ///
  /// - Throws: ``/Requirements/ParameterError`` as ``matern(smoothness:variance:length:)``.
  ///
  /// Reference: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), section 4.2.
  public static func exponential(
    variance: Double = 1, length: Double = 1
  ) throws(ParameterError) -> IsotropicCovariance {
    try matern(smoothness: 0.5, variance: variance, length: length)
  }
}

/// log(x^μ K_μ(x)); for x = 0 it is infinite if μ ≤ 0.
private func logBessel(_ μ: Double, _ x: Double) -> Double {
  if x == 0 { return μ > 0 ? (μ - 1) * log(2) + lgamma(μ) : .infinity }
  return μ * log(x) + BesselFunction.logK(μ, x)
}
