internal import Foundation
internal import RandomStreams
public import Requirements

extension SymmetricEnsemble {
  /// Lévy matrices of size n ≥ 1: independent heavy-tailed entries n^{-1/α} x, x of the symmetric stable law of index α,
  /// diagonal included.
  ///
  ///     E e^{itx} = e^{-|t|^α},   P(|x| > u) ∝ u^{-α} for α < 2
  ///
  /// α is from 0.05 to 2; below, entries leave the range of a double.
  ///
  /// Scale: with n^{-1/α} the spectral density has a limit at large n, on the whole line and with tails ∝ |λ|^{-1-α} for
  /// α < 2; it is no semicircle and has no closed form. At α = 2 entries are normal of variance 2/n, and
  /// the limit is the semicircle of radius 2√2.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller n, or an α beyond 0.05 to 2.
  ///
  /// Randomness: n(n+1) words, two an entry, column by column of the lower triangle.
  ///
  /// Reference: Cizeau and Bouchaud, Phys. Rev. E 50, 1810 (1994); Ben Arous and Guionnet, Commun. Math. Phys. 278, 715
  /// (2008); Chambers, Mallows and Stuck, J. Am. Stat. Assoc. 71, 340 (1976), the sampler.
  public static func levy(
    size n: Int, stability α: Double
  ) throws(ParameterError) -> SymmetricEnsemble {
    try ParameterError.requireCount("size", n)
    try ParameterError.require("index of stability", α, "one from 0.05 to 2") {
      $0 >= 0.05 && $0 <= 2
    }
    let unit = pow(Double(n), -1 / α)
    let law = α == 2 ? SemicircleLaw(validRadius: 8.squareRoot()) : nil
    return SymmetricEnsemble(size: n, law: law) { matrix, stream in
      matrix.fillSymmetric {
        // sin(αV)/cos(V)^{1/α} (cos((1-α)V)/W)^{(1-α)/α}, V even on (-π/2, π/2), W exponential.
        let v = Double.pi * (stream.uniform() - 0.5)
        let w = -log1p(-stream.uniform())
        let tail = pow(cos((1 - α) * v) / w, (1 - α) / α)
        return unit * (sin(α * v) / pow(cos(v), 1 / α) * tail)
      }
    }
  }
}
