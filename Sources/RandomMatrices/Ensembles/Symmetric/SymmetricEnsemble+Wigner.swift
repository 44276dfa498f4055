internal import RandomStreams
public import Requirements

extension SymmetricEnsemble {
  /// Wigner matrices of size n ≥ 1: independent entries of any law, the diagonal too.
  ///
  ///     M_ij = M_ji = √v x_ij for i ≥ j,   E x_ij = 0, E x_ij² = 1
  ///
  /// Scale: v = 1 unless given. The spectrum fills the semicircle of radius 2√(nv) at large n whatever the law of
  /// the entries.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a smaller n, or a variance that is not positive and finite.
  ///
  /// Randomness: n(n+1)/2 numbers of the law, column by column of the lower triangle.
  ///
  /// Reference: Wigner, Ann. Math. 67, 325 (1958); Erdős, Yau and Yin, Adv. Math. 229, 1435 (2012).
  public static func wigner(
    size n: Int, entries: EntryLaw, variance: Double = 1
  ) throws(ParameterError) -> SymmetricEnsemble {
    try ParameterError.requireCount("size", n)
    try ParameterError.requirePositive("variance", variance)
    let deviation = variance.squareRoot()
    let law = SemicircleLaw(validRadius: 2 * Double(n).squareRoot() * deviation)
    return SymmetricEnsemble(size: n, law: law) { matrix, stream in
      stream.withGenerator { generator in
        matrix.fillSymmetric { deviation * entries.sample(from: &generator) }
      }
    }
  }
}
