internal import Foundation
internal import RandomStreams
public import Requirements

extension BetaEnsemble {
  /// The Gaussian (Hermite) β-ensemble of a size and a Dyson index from 0 to 1e290, as a random tridiagonal matrix.
  ///
  ///     joint density of eigenvalues ∏|x_i - x_j|^β exp(-Σ x_i²/2)/Z,
  ///     Z = (2π)^{n/2} ∏ Γ(1 + jβ/2)/Γ(1 + β/2),  j = 1...n
  ///
  /// β = 1, 2, 4 have the spectra of GOE, GUE and GSE, β = 0 independent normal levels. The diagonal is N(0, 1), the
  /// off-diagonal entries are χ_{β(n-1)}, ..., χ_β over √2, all independent.
  ///
  /// Scale: for β = 1 the dense matrix has entries of variance (1+δ)/2; in general the spectrum fills
  /// [-√(2βn), √(2βn)] at large n, as a semicircle.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1 or a β beyond.
  ///
  /// Randomness: n normals and n-1 χ variables from the generator.
  ///
  /// Reference: Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002); Mehta, Random Matrices (2004), section 17.6.
  public static func hermite(size n: Int, beta: Double = 1) throws(ParameterError) -> BetaEnsemble {
    try require(size: n, beta: beta)
    let edge = (2 * Double(n)).squareRoot() * beta.squareRoot()
    return BetaEnsemble(
      size: n, beta: beta,
      logDensity: { x in
        let constant = logSelberg(size: n, beta: beta) { _ in 0.5 * log(2 * Double.pi) }
        let square = x.reduce(0) { $0 + $1 * $1 }
        return beta * logVandermonde(x) - square / 2 - constant
      },
      law: beta > 0 ? SemicircleLaw(validRadius: edge) : nil,
      .tridiagonal(in: -.infinity...Double.infinity) { generator in
        let diagonal = generator.stream.normals(count: n)
        let offDiagonal = (1..<n).map { i in
          generator.repulsion(beta, n - i) * 0.5.squareRoot()
        }
        return (diagonal, offDiagonal)
      })
  }
}
