internal import Foundation
internal import LinearAlgebra
internal import LinearAlgebra
internal import RandomStreams
public import Requirements

extension SymmetricEnsemble {
  /// Sparse Wigner matrices: a weighted Erdős-Rényi graph of mean degree d (n-1)/n, 0 < d ≤ n.
  ///
  ///     M_ij = b_ij x_ij/√d for i < j,   P(b_ij = 1) = d/n, else b_ij = 0,   E x_ij = 0, E x_ij² = 1,   M_ii = 0
  ///
  /// Scale: the variance of an entry is 1/n, and for d → ∞ with n the spectrum fills the semicircle of radius 2. At
  /// fixed d the limit for n → ∞ is another law, with atoms (vertices without edges are eigenvalues 0) and tails;
  /// its fourth moment is 2 + E x⁴/d.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a size below 1 or another d.
  ///
  /// Randomness: a uniform number and an entry for each nonzero one: the gaps between them are geometric.
  ///
  /// Reference: Rodgers and Bray, Phys. Rev. B 37, 3557 (1988).
  public static func sparse(
    size n: Int, degree d: Double, entries: EntryLaw = .sign
  ) throws(ParameterError) -> SymmetricEnsemble {
    try ParameterError.requireCount("size", n)
    try ParameterError.require("mean degree", d, "one above 0 and up to \(n)") {
      $0 > 0 && $0 <= Double(n)
    }
    let (unit, logNone) = (d.squareRoot(), log1p(-d / Double(n)))
    let positions = Double(n) * Double(n - 1) / 2
    return SymmetricEnsemble(size: n, law: nil) { matrix, stream in
      for i in matrix.elements.indices { matrix.storage[i] = 0 }
      stream.withGenerator { generator in
        var (position, j, columnEnd) = (-1.0, 0, Double(n - 1))
        while true {
          // logNone is -∞ for a full matrix, the gap 0.
          position += 1 + (log1p(-generator.stream.uniform()) / logNone).rounded(.down)
          guard position < positions else { break }
          while position >= columnEnd {
            j += 1
            columnEnd += Double(n - 1 - j)
          }
          matrix[n - Int(columnEnd - position), j] = entries.sample(from: &generator) / unit
        }
      }
      matrix.mirrorLowerTriangle()
    }
  }
}
