import CGSL
internal import Foundation
internal import Requirements

// Each law is one call of GSL, chosen so that the result has about 50 random bits or more. The number
// of words taken varies from draw to draw.
extension GSLGenerator {
  /// Gamma law, density `x^(k−1) exp(−x/θ) / (Γ(k) θᵏ)` on x > 0; mean kθ, variance kθ².
  ///
  /// - Parameters:
  ///   - shape: k > 0, finite.
  ///   - scale: θ > 0, finite.
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    demand(
      shape > 0 && scale > 0 && shape.isFinite && scale.isFinite,
      "shape \(shape) and scale \(scale) must be positive and finite")
    if shape > 1e9 { return scale * largeGamma(shape: shape) }
    return gsl_ran_gamma_knuth(generator, shape, scale)
  }

  /// d(1 + cx)³ of a normal x, d = k - 1/3 and c = (9d)^{-1/2}, kept with probability
  /// exp(x²/2 + d(1 - v + log v)). GSL's test of acceptance is the difference of two numbers of order k, and noise from
  /// k = 10¹² on.
  ///
  /// Reference: Marsaglia and Tsang, ACM Trans. Math. Softw. 26, 363 (2000).
  private mutating func largeGamma(shape: Double) -> Double {
    let d = shape - 1 / 3
    let c = 1 / (3 * d.squareRoot())
    while true {
      let x = stream.normal()
      let t = c * x
      let excess = t * (3 + t * (3 + t))
      let log = x * x / 2 + d * gsl_sf_log_1plusx_mx(excess)
      if log1p(-stream.uniform()) <= log { return d * (1 + excess) }
    }
  }

  /// χ² law, the sum of ν squared standard normals; mean ν, variance 2ν.
  ///
  /// - Parameter degreesOfFreedom: ν > 0, not necessarily an integer.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    // Half of the smallest number is not 0: it is a law of zeros, as far as a double can tell.
    gamma(
      shape: degreesOfFreedom > 0 ? max(0.5 * degreesOfFreedom, .leastNonzeroMagnitude) : 0,
      scale: 2)
  }

  /// χ law, the length of a vector of ν standard normals: the off-diagonal entries of tridiagonal
  /// β-ensembles.
  ///
  /// - Parameter degreesOfFreedom: ν > 0, not necessarily an integer.
  public mutating func chi(degreesOfFreedom: Double) -> Double {
    chiSquared(degreesOfFreedom: degreesOfFreedom).squareRoot()
  }

  /// Beta law, density proportional to `x^(a−1) (1−x)^(b−1)` on (0, 1); mean a / (a + b).
  ///
  /// - Parameters:
  ///   - a: The exponent at 0, positive.
  ///   - b: The exponent at 1, positive.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    demand(
      a > 0 && b > 0 && a.isFinite && b.isFinite,
      "exponents \(a) and \(b) must be positive and finite")
    // All of the law is at its ends, but for 1e-280 of it.
    if a < 1e-290 && b < 1e-290 { return stream.uniform() * (1 + b / a) < 1 ? 1 : 0 }
    // The gamma numbers of two small shapes may both underflow; GSL then works with logarithms.
    if a <= 1 && b <= 1 { return gsl_ran_beta(generator, a, b) }
    let first = gamma(shape: a)
    return first / (first + gamma(shape: b))
  }

  /// Exponential law, density `exp(−x/μ) / μ` on x ≥ 0; mean μ, variance μ².
  ///
  /// - Parameter mean: μ > 0, finite.
  public mutating func exponential(mean: Double = 1) -> Double {
    demand(mean > 0 && mean.isFinite, "mean \(mean) must be positive and finite")
    return gsl_ran_exponential(generator, mean)
  }

  /// Poisson law, `P(n) = exp(−μ) μⁿ / n!`; mean and variance μ.
  ///
  /// - Parameter mean: 0 ≤ μ ≤ 10⁹, within the range of GSL's result.
  public mutating func poisson(mean: Double) -> Int {
    demand(0 <= mean && mean <= 1e9, "mean \(mean) is not in 0...1e9")
    return Int(gsl_ran_poisson(generator, mean))
  }

  /// Student's t law, density proportional to `(1 + x²/ν)^(−(ν+1)/2)`; tail exponent ν.
  ///
  /// - Parameter degreesOfFreedom: ν > 0, not necessarily an integer.
  public mutating func studentT(degreesOfFreedom: Double) -> Double {
    demand(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "degreesOfFreedom \(degreesOfFreedom) must be positive and finite")
    // GSL's rejection keeps one number in (ν - 2)^{-1/2} there.
    if degreesOfFreedom > 2 && degreesOfFreedom < 2.1 {
      let square = chiSquared(degreesOfFreedom: degreesOfFreedom)
      return stream.normal() / (square / degreesOfFreedom).squareRoot()
    }
    return gsl_ran_tdist(generator, degreesOfFreedom)
  }
}
