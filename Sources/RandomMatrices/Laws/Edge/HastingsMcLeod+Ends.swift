internal import CGSL
internal import Foundation
internal import RandomStreams
internal import Requirements

extension HastingsMcLeod {
  /// Ai and its derivative, right of 0.
  static func airyPair(_ s: Double) -> (value: Double, slope: Double) {
    let decay = exp(-2 / 3 * s * s.squareRoot())
    return (
      decay * scaledAiry(s), decay * GSL.value { gsl_sf_airy_Ai_deriv_scaled_e(s, 0, $0) }
    )
  }

  /// q = Ai, right of 10: the relative error is of the order of Ai².
  ///
  /// The rounding of exp(-⅔s^{3/2}) is left a common factor, which leaves the difference of -½ℓ and ⅛μ² its digits.
  static func airy(_ s: Double) -> Value {
    let root = s.squareRoot()
    // Ai(s + x) falls faster than exp(-x√s).
    let half = 19 / root
    let decay = exp(-2 / 3 * s * root)
    var (μ, ρ, ℓ) = (0.0, 0.0, 0.0)
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let x = half * (1 + node)
      let end = (s + x).squareRoot()
      // ⅔(s + x)^{3/2} - ⅔s^{3/2}
      let fall = 2 / 3 * x * (root + end * end / (root + end))
      let q = scaledAiry(s + x) * exp(-fall)
      μ += half * weight * q
      ρ += half * weight * q * q
      ℓ -= half * weight * x * q * q
    }
    return Value(
      q: decay * scaledAiry(s), μ: decay * μ, ρ: decay * decay * ρ,
      ℓ: decay * decay * ℓ)
  }

  /// GSL's own table of 32 nodes, correct to the last bit: nodes and weights in error by 1e-15 cost β = 4 a digit.
  private static let rule: (nodes: [Double], weights: [Double]) = {
    var (nodes, weights) = ([Double](repeating: 0, count: 32), [Double](repeating: 0, count: 32))
    guard let table = gsl_integration_glfixed_table_alloc(32) else {
      fail("no memory for 32 quadrature nodes")
    }
    defer { gsl_integration_glfixed_table_free(table) }
    for i in 0..<32 { gsl_integration_glfixed_point(-1, 1, i, &nodes[i], &weights[i], table) }
    return (nodes, weights)
  }()

  /// Ai over its exponential.
  private static func scaledAiry(_ s: Double) -> Double {
    GSL.value { gsl_sf_airy_Ai_scaled_e(s, 0, $0) }
  }

  static func farPair(_ s: Double) -> (value: Double, slope: Double) {
    let x = -s
    let q = (x / 2).squareRoot()
    let terms = coefficients.q.enumerated().map { $1 * pow(x, -3 * Double($0)) }
    return (
      q * terms.reduce(0, +),
      -q / x * terms.enumerated().reduce(0) { $0 + (0.5 - 3 * Double($1.0)) * $1.1 }
    )
  }

  /// Left of -13: asymptotic series in |s|^{-3}, integrated term by term.
  ///
  ///     q = √(x/2) Σ a_n x^{-3n},   q² = (x/2) Σ b_n x^{-3n},   x = -s
  ///     μ → ⅓√2 x^{3/2} + ½ log 2,   ℓ → -x³/12 - ⅛ log x + ζ'(-1) + (log 2)/24
  ///
  /// Reference: Baik, Buckingham and DiFranco, Commun. Math. Phys. 280, 463 (2008), the constants.
  static func far(_ s: Double) -> Value {
    let x = -s
    let (root, cube) = ((x / 2).squareRoot(), x * x * x)
    var (q, μ, ρ, ℓ, power) = (0.0, 0.0, 0.0, 0.0, 1.0)
    for n in coefficients.q.indices {
      let (a, b, k) = (coefficients.q[n] * power, coefficients.square[n] * power, 3 * Double(n))
      q += root * a
      μ += root * x * a / (1.5 - k)
      ρ += 0.5 * x * x * b / (2 - k)
      if n != 1 { ℓ -= 0.5 * cube * b / ((2 - k) * (3 - k)) }
      power /= cube
    }
    // ζ'(-1)
    let ζ = -0.165421143700450929214
    return Value(
      q: q, μ: μ + log(2) / 2, ρ: ρ, ℓ: ℓ - log(x) / 8 + ζ + log(2) / 24)
  }

  /// a_n and b_n, from the powers of x in q'' = -xq + 2q³.
  private static let coefficients: (q: [Double], square: [Double]) = {
    var (a, b) = ([1.0], [1.0])
    for n in 1...16 {
      let k = 3 * Double(n - 1)
      // Without the terms of a_n itself, 2a_n in b_n and 3a_n in that of q³.
      a.append(0)
      b.append(convolution(a, a, n))
      let rest = convolution(a, b, n)
      a[n] = (a[n - 1] * (k * k - 0.25) - rest) / 2
      b[n] += 2 * a[n]
    }
    return (a, b)
  }()
}
