internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The Tracy-Widom law of β = 1, 2 or 4: the largest eigenvalue of a large GOE, GUE or GSE matrix.
  ///
  ///     F₁(s) = det(1 - A_s),   F₂(s) = det(1 - A_s) det(1 + A_s),   F₄(X) = ½(det(1 - A_X) + det(1 + A_X))
  ///
  /// with A_s(x, y) = Ai(x + y + s) on (0, ∞), evaluated through Painlevé II: with its integrals μ and ℓ,
  ///
  ///     log F₁ = ½(ℓ - μ),   log F₂ = ℓ,   log F₄ = ½ℓ + log cosh(½μ)
  ///
  /// Scale: the largest eigenvalue of a ``BetaEnsemble/hermite(size:beta:)`` tends to √(2βn) + √(β/2) n^{-1/6} ζ, ζ of this law. For
  /// β = 4 other scales are in use: see ``SymplecticScale``.
  ///
  /// Accuracy: F, its density and 1 - F have relative errors below 1e-15 (20 + |log F(1-F)|) in both tails, down to 1e-290;
  /// for β = 4 the cancellation in 1 - F adds 2e-16 |X|³ on the right. A law costs nothing to make; the first evaluation of
  /// any takes 1 ms, the others a tenth of a microsecond each and right of 10 some microseconds, quantiles 10.
  ///
  /// Reference: Tracy and Widom, Commun. Math. Phys. 159, 151 (1994), 177, 727 (1996); Ferrari and Spohn,
  /// J. Phys. A 38, L557 (2005), the determinant of β = 1.
  public static func tracyWidom(
    beta: Int = 1, scale: SymplecticScale = .stochasticAiry
  ) throws(ParameterError) -> any EdgeLaw {
    try TracyWidomLaw(beta: beta, scale: scale)
  }
}

package struct TracyWidomLaw: EdgeLaw {
  package let beta: Int
  /// The scale of β = 4.
  package let scale: Law.SymplecticScale
  let unit: Double

  package init(beta: Int = 1, scale: Law.SymplecticScale = .stochasticAiry) throws(ParameterError) {
    try ParameterError.requireDysonIndex(beta, in: [1, 2, 4])
    self.beta = beta
    self.scale = scale
    unit = beta == 4 ? scale.unit : 1
  }

  package func distribution(_ s: Double) -> Double { exp(logDistribution(s)) }

  /// log F(s), which goes on where F is below the smallest number.
  package func logDistribution(_ s: Double) -> Double {
    let x = s / unit
    // Far left all but the first term is rounding.
    return x < -1e100 ? x * x * x / (beta == 2 ? 12 : 24) : logarithm(x).value
  }

  /// 1 - F(s), without the loss of digits where it is small; 0 beyond 102 for β = 1, 64 for β = 2.
  package func survival(_ s: Double) -> Double {
    let w = HastingsMcLeod.shared.value(at: s / unit)
    switch beta {
    case 1: return -expm1((w.ℓ - w.μ) / 2)
    case 2: return -expm1(w.ℓ)
    default:
      if w.μ > 1 { return 1 - distribution(s) }
      return -expm1(w.ℓ / 2) - 2 * exp(w.ℓ / 2) * pow(sinh(w.μ / 4), 2)
    }
  }

  package func density(_ s: Double) -> Double {
    let (value, slope) = logarithm(s / unit)
    return exp(value) * slope / unit
  }

  /// The s with F(s) = p, to the rounding of log F or log(1 - F).
  ///
  /// A p close to 1 has itself an error of 1e-16, which for s = 4 and β = 2 moves s by 2e-10: there
  /// ``survivalQuantile(_:)`` knows more.
  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    if p > 0.5 { return survivalQuantile(1 - p) }
    if p == 0 { return -.infinity }
    let goal = log(p)
    return unit
      * zero(in: -32...4) { s in
        let (value, slope) = logarithm(s)
        return (value - goal, slope)
      }
  }

  /// The s with 1 - F(s) = q, to the rounding of log F or log(1 - F).
  package func survivalQuantile(_ q: Double) -> Double {
    guard requireProbability(q) else { return .nan }
    if q > 0.5 { return quantile(1 - q) }
    if q == 0 { return .infinity }
    let goal = log(q)
    return zero(in: -8...104) { s in
      let survival = survival(s)
      return (goal - log(survival), density(s) / survival)
    }
  }

  /// E g(ζ), by the trapezoidal rule, for smooth g that grow no faster than e^{2|s|}.
  package func expectation(of g: (Double) -> Double) -> Double {
    let step = 0.25 * unit
    return (-56...112).reduce(0) { sum, i in
      let s = Double(i) * step
      return sum + step * g(s) * density(s)
    }
  }

  /// log F and its derivative on the scale where F₄ has unit 1.
  private func logarithm(_ s: Double) -> (value: Double, slope: Double) {
    let w = HastingsMcLeod.shared.value(at: s)
    switch beta {
    case 1: return ((w.ℓ - w.μ) / 2, (w.ρ + w.q) / 2)
    case 2: return (w.ℓ, w.ρ)
    default:
      return (w.ℓ / 2 + Self.logCosh(w.μ / 2), (w.ρ - w.q * tanh(w.μ / 2)) / 2)
    }
  }

  private static func logCosh(_ x: Double) -> Double {
    let (tail, half): (Double, Double) = (exp(-2 * x), sinh(x / 2))
    return x > 0.5 ? x - log(2) + log1p(tail) : log1p(2 * half * half)
  }
}
