public import LinearAlgebra
public import RandomStreams
internal import Requirements

/// Real symmetric matrices beside the Gaussian ones: of independent entries of any law
/// (``wigner(size:entries:variance:)``), sparse (``sparse(size:degree:entries:)``), heavy-tailed
/// (``levy(size:stability:)``), or with a few strong directions (``spikedWigner(size:strengths:)``,
/// ``spikedWishart(size:observations:spikes:)``).
public struct SymmetricEnsemble: HermitianMatrixEnsemble {
  /// The size n.
  public let size: Int
  /// Where the eigenvalues lie as n grows; nil if that law has no closed form.
  public let limitingLaw: (any SpectralLaw)?
  private let fill: @Sendable (inout Matrix<Double>, inout RandomStream) -> Void

  init(
    size: Int, law: (any SpectralLaw)?,
    _ fill: @escaping @Sendable (inout Matrix<Double>, inout RandomStream) -> Void
  ) {
    (self.size, limitingLaw, self.fill) = (size, law, fill)
  }

  /// One sample, both triangles.
  public func sample(into matrix: inout Matrix<Double>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    fill(&matrix, &stream)
  }
}

extension Matrix<Double> {
  /// Both triangles, column by column of the lower one.
  mutating func fillSymmetric(_ entry: () -> Double) {
    for j in 0..<columns { for i in j..<rows { self[i, j] = entry() } }
    mirrorLowerTriangle()
  }
}
