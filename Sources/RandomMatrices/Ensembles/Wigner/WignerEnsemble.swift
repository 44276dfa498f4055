public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Wigner matrices: real symmetric ones of independent entries of any law, of mean 0 and variance v, the diagonal too.
///
/// Scale: v = 1 unless given. The spectrum fills the semicircle of radius 2√(nv) at large n whatever the law of
/// the entries.
///
/// Reference: Wigner, Ann. Math. 67, 325 (1958); Erdős, Yau and Yin, Adv. Math. 229, 1435 (2012).
public struct WignerEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// v.
  public let variance: Double
  private let entries: EntryLaw

  /// The semicircle of radius 2√(nv).
  public var limitingLaw: (any SpectralLaw)? {
    SemicircleLaw(validRadius: 2 * Double(size).squareRoot() * variance.squareRoot())
  }

  /// The ensemble of size n ≥ 1.
  public init(size: Int, entries: EntryLaw, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    (self.size, self.entries, self.variance) = (size, entries, variance)
  }

  /// One sample, both triangles.
  ///
  /// Randomness: n(n+1)/2 numbers of the law, column by column of the lower triangle.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    let deviation = variance.squareRoot()
    stream.withGenerator { generator in
      matrix.fillSymmetric { deviation * entries.sample(from: &generator) }
    }
  }
}

extension Matrix<Double> {
  /// Both triangles, column by column of the lower one.
  mutating func fillSymmetric(_ entry: () -> Double) {
    for j in 0..<columns { for i in j..<rows { self[i, j] = entry() } }
    mirrorLowerTriangle()
  }
}
