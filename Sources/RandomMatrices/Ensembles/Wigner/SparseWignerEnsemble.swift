internal import Foundation
public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Sparse Wigner matrices: real symmetric ones, zero diagonal, each entry above it different from zero with probability
/// d/n, then x/√d with x of a law of mean 0 and variance 1: a weighted Erdős-Rényi graph of mean degree d.
///
/// Scale: the variance of an entry is 1/n, and for d → ∞ with n the spectrum fills the semicircle of radius 2. At
/// fixed d the limit for n → ∞ is another law, with atoms (vertices without edges are eigenvalues 0) and tails;
/// its fourth moment is 2 + E x⁴/d.
///
/// Reference: Rodgers and Bray, Phys. Rev. B 37, 3557 (1988).
public struct SparseWignerEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// d, the mean number of nonzero entries in a row, times n/(n-1).
  public let degree: Double
  private let entries: EntryLaw

  /// nil: at fixed d the limit has no closed form.
  public var limitingLaw: (any SpectralLaw)? { nil }

  /// The ensemble of size n ≥ 1 and 0 < d ≤ n.
  public init(
    size: Int, degree: Double, entries: EntryLaw = .sign
  ) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.require("mean degree", degree, "one above 0 and up to \(size)") {
      $0 > 0 && $0 <= Double(size)
    }
    (self.size, self.degree, self.entries) = (size, degree, entries)
  }

  /// One sample, both triangles.
  ///
  /// Randomness: a uniform number and an entry for each nonzero one: the gaps between them are geometric.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    for i in matrix.elements.indices { matrix.storage[i] = 0 }
    let (unit, logNone) = (degree.squareRoot(), log1p(-degree / Double(size)))
    let positions = Double(size) * Double(size - 1) / 2
    stream.withGenerator { generator in
      var (position, j, columnEnd) = (-1.0, 0, Double(size - 1))
      while true {
        // logNone is -∞ for a full matrix, the gap 0.
        position += 1 + (log1p(-generator.stream.uniform()) / logNone).rounded(.down)
        guard position < positions else { break }
        while position >= columnEnd {
          j += 1
          columnEnd += Double(size - 1 - j)
        }
        matrix[size - Int(columnEnd - position), j] = entries.sample(from: &generator) / unit
      }
    }
    matrix.mirrorLowerTriangle()
  }
}
