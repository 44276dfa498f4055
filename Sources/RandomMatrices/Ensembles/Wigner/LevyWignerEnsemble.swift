internal import Foundation
public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Lévy matrices: real symmetric ones of independent heavy-tailed entries n^{-1/α} x, x of the symmetric stable law of
/// index α, diagonal included.
///
///     E e^{itx} = e^{-|t|^α},   P(|x| > u) ∝ u^{-α} for α < 2
///
/// Scale: with n^{-1/α} the spectral density has a limit at large n, on the whole line and with tails ∝ |λ|^{-1-α} for
/// α < 2; it is no semicircle and has no closed form. At α = 2 entries are normal of variance 2/n, and
/// the limit is the semicircle of radius 2√2.
///
/// Reference: Cizeau and Bouchaud, Phys. Rev. E 50, 1810 (1994); Ben Arous and Guionnet, Commun. Math. Phys. 278, 715
/// (2008); Chambers, Mallows and Stuck, J. Am. Stat. Assoc. 71, 340 (1976), the sampler.
public struct LevyWignerEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// The index α of stability, in [0.05, 2].
  public let stability: Double

  /// The semicircle of radius 2√2 for α = 2, else nil.
  public var limitingLaw: (any SpectralLaw)? {
    stability == 2 ? SemicircleLaw(validRadius: 8.squareRoot()) : nil
  }

  /// The ensemble of size n ≥ 1 and 0.05 ≤ α ≤ 2; below, entries leave the range of a double.
  public init(size: Int, stability: Double) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.require("index of stability", stability, "one from 0.05 to 2") {
      $0 >= 0.05 && $0 <= 2
    }
    (self.size, self.stability) = (size, stability)
  }

  /// One sample, both triangles.
  ///
  /// Randomness: n(n+1) words, two an entry, column by column of the lower triangle.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let unit = pow(Double(size), -1 / stability)
    matrix.fillSymmetric { unit * stableNumber(using: &stream) }
  }

  /// sin(αV)/cos(V)^{1/α} (cos((1-α)V)/W)^{(1-α)/α}, V even on (-π/2, π/2), W exponential.
  private func stableNumber(using stream: inout RandomStream) -> Double {
    let v = Double.pi * (stream.uniform() - 0.5)
    let w = -log1p(-stream.uniform())
    let α = stability
    return sin(α * v) / pow(cos(v), 1 / α) * pow(cos((1 - α) * v) / w, (1 - α) / α)
  }
}
