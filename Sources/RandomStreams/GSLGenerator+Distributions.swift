import CGSL
internal import Requirements

// Each law is one call of GSL, chosen so that the result has about 50 random bits or more. The number
// of words taken varies from draw to draw.
extension GSLGenerator {
  /// Gamma law, density `x^(k−1) exp(−x/θ) / (Γ(k) θᵏ)` on x > 0; mean kθ, variance kθ².
  ///
  /// - Parameters:
  ///   - shape: k > 0.
  ///   - scale: θ > 0.
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    demand(shape > 0 && scale > 0, "shape \(shape) and scale \(scale) must be positive")
    return gsl_ran_gamma_knuth(generator, shape, scale)
  }

  /// χ² law, the sum of ν squared standard normals; mean ν, variance 2ν.
  ///
  /// - Parameter degreesOfFreedom: ν > 0, not necessarily an integer.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double {
    gamma(shape: 0.5 * degreesOfFreedom, scale: 2)
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
    demand(a > 0 && b > 0, "exponents \(a) and \(b) must be positive")
    // The gamma numbers of two small shapes may both underflow; GSL then works with logarithms.
    if a <= 1 && b <= 1 { return gsl_ran_beta(generator, a, b) }
    let first = gamma(shape: a)
    return first / (first + gamma(shape: b))
  }

  /// Exponential law, density `exp(−x/μ) / μ` on x ≥ 0; mean μ, variance μ².
  ///
  /// - Parameter mean: μ > 0.
  public mutating func exponential(mean: Double = 1) -> Double {
    demand(mean > 0, "mean \(mean) must be positive")
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
    demand(degreesOfFreedom > 0, "degreesOfFreedom \(degreesOfFreedom) must be positive")
    return gsl_ran_tdist(generator, degreesOfFreedom)
  }
}
