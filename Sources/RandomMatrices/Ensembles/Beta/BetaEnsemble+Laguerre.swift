internal import Foundation
internal import RandomStreams
public import Requirements

extension BetaEnsemble {
  /// The Laguerre (Wishart) β-ensemble as a random bidiagonal matrix B: the spectrum of B Bᵀ.
  ///
  ///     joint density of eigenvalues ∏|x_i - x_j|^β ∏ x_i^{a-1-β(m-1)/2} exp(-x_i/2)/Z,   x_i > 0,
  ///     Z = 2^{am} ∏ Γ(a - (m-j)β/2) Γ(1 + jβ/2)/Γ(1 + β/2),  j = 1...m
  ///
  /// B has χ_{2a}, χ_{2a-β}, ..., χ_{2a-β(m-1)} on the diagonal and χ_{β(m-1)}, ..., χ_β below it, all
  /// independent. β = 1, 2, 4 and 2a = βn have the spectra of real, complex and quaternion Wishart matrices of n ≥ m
  /// observations with variance β, as of ``WishartEnsemble``. The mean of the trace is 2am.
  ///
  /// A size m, a parameter β(m-1)/2 < a ≤ 1e300 and a Dyson index from 0 to 1e290. The limit is the law of Marchenko
  /// and Pastur of ratio βm/(2a), times 2a. Randomness: 2m-1 χ variables from the generator.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1, or numbers beyond these.
  ///
  /// Reference: Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002); Mehta, Random Matrices (2004), section 17.6.
  public static func laguerre(
    size m: Int, parameter a: Double, beta: Double = 1
  ) throws(ParameterError) -> BetaEnsemble {
    try require(size: m, beta: beta)
    let least = beta * Double(m - 1) / 2
    try ParameterError.require("parameter", a, "one above \(least)") { $0 > least }
    try ParameterError.requireModerate("parameter", a)
    return BetaEnsemble(
      size: m, beta: beta,
      logDensity: { x in
        guard x.allSatisfy({ $0 > 0 }) else { return -.infinity }
        let exponent = a - 1 - beta * Double(m - 1) / 2
        let constant = logSelberg(size: m, beta: beta) { less in
          a * log(2.0) + lgamma(a - less)
        }
        let weight = x.reduce(0) { $0 + exponent * log($1) - $1 / 2 }
        return beta * logVandermonde(x) + weight - constant
      },
      law: try? MarchenkoPasturLaw(ratio: min(1, beta * Double(m) / (2 * a)), variance: 2 * a),
      .tridiagonal(in: 0...Double.infinity) { generator in
        let diagonal = (0..<m).map {
          generator.chi(degreesOfFreedom: 2 * a - beta * Double($0))
        }
        let below = (1..<m).map { generator.repulsion(beta, m - $0) }
        // B Bᵀ is tridiagonal.
        var squares = diagonal.map { $0 * $0 }
        for (i, x) in below.enumerated() { squares[i + 1] += x * x }
        return (squares, zip(diagonal, below).map { $0 * $1 })
      })
  }
}
