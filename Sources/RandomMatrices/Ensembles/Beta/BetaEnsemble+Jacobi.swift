internal import Foundation
internal import RandomStreams
public import Requirements

extension BetaEnsemble {
  /// The Jacobi (MANOVA) β-ensemble as a random bidiagonal matrix B: the spectrum of B Bᵀ, in [0, 1].
  ///
  ///     joint density of eigenvalues ∏|x_i - x_j|^β ∏ x_i^{a-1-β(m-1)/2} (1 - x_i)^{b-1-β(m-1)/2}/Z,
  ///     Z = ∏ Γ(a - (m-j)β/2) Γ(b - (m-j)β/2) Γ(1 + jβ/2) / (Γ(a + b - (m-j)β/2) Γ(1 + β/2)),  j = 1...m
  ///
  /// β = 1, 2, 4 with 2a = βn₁ and 2b = βn₂ have the spectra of ``ManovaEnsemble``, real, complex and quaternion.
  /// The exponents are those of ``laguerre(size:parameter:beta:)``, which x/b tends to for b → ∞. The mean of the trace
  /// is am/(a+b).
  ///
  /// B is upper bidiagonal, with c_m, c_{m-1}s'_{m-1}, ..., c₁s'₁ on the diagonal and -s_m c'_{m-1}, ..., -s₂c'₁ above
  /// it; c² + s² = 1, c_k² of the beta law of a - β(m-k)/2 and b - β(m-k)/2, c'_k² of that of βk/2 and
  /// a + b - β(2m-k-1)/2, all independent.
  ///
  /// A size m, parameters β(m-1)/2 < a, b ≤ 1e300, and a Dyson index from 0 to 1e290. The limit is Wachter's law of
  /// ratios 2a/(βm) and 2b/(βm). Randomness: 2m-1 beta variables from the generator.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1, or numbers beyond these.
  ///
  /// Reference: Edelman and Sutton, Found. Comput. Math. 8, 259 (2008); Selberg (1944); Mehta, Random Matrices (2004),
  /// section 17.1.
  public static func jacobi(
    size m: Int, first a: Double, second b: Double, beta: Double = 1
  ) throws(ParameterError) -> BetaEnsemble {
    try require(size: m, beta: beta)
    let least = beta * Double(m - 1) / 2
    for parameter in [a, b] {
      try ParameterError.require("parameter", parameter, "one above \(least)") { $0 > least }
      try ParameterError.requireModerate("parameter", parameter)
    }
    let unit = 2 / (beta * Double(m))
    return BetaEnsemble(
      size: m, beta: beta,
      logDensity: { x in
        guard x.allSatisfy({ $0 > 0 && $0 < 1 }) else { return -.infinity }
        let shift = 1 + beta * Double(m - 1) / 2
        let constant = logSelberg(size: m, beta: beta) { less in
          lgamma(a - less) + lgamma(b - less) - lgamma(a + b - less)
        }
        let weight = x.reduce(0) { $0 + (a - shift) * log($1) + (b - shift) * log1p(-$1) }
        return beta * logVandermonde(x) + weight - constant
      },
      law: beta > 0 ? try? WachterLaw(first: max(1, unit * a), second: max(1, unit * b)) : nil,
      .tridiagonal(in: 0...1) { entries(&$0, m, a, b, beta) })
  }

  private static func entries(
    _ generator: inout GSLGenerator, _ m: Int, _ a: Double, _ b: Double, _ beta: Double
  ) -> Entries {
    // From k = m down to 1.
    let outer: [Double] = (0..<m).map { i in
      let less = beta * Double(i) / 2
      return generator.beta(a - less, b - less)
    }
    // From k = m-1 down to 1.
    let inner: [Double] = (1..<m).map { i in
      let own = max(beta * Double(m - i) / 2, Double.leastNonzeroMagnitude)
      return generator.beta(own, a + b - beta * Double(m + i - 1) / 2)
    }
    let diagonal = (0..<m).map { (outer[$0] * ($0 == 0 ? 1 : 1 - inner[$0 - 1])).squareRoot() }
    let above = (1..<m).map { -((1 - outer[$0 - 1]) * inner[$0 - 1]).squareRoot() }
    // B Bᵀ is tridiagonal.
    let squares = (0..<m).map {
      diagonal[$0] * diagonal[$0] + ($0 + 1 < m ? above[$0] * above[$0] : 0)
    }
    let products = (1..<m).map { diagonal[$0] * above[$0 - 1] }
    return (squares, products)
  }
}
