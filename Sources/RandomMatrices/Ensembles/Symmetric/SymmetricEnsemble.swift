public import LinearAlgebra
public import RandomStreams
internal import Requirements

/// Real symmetric matrices beside the Gaussian ones: of independent entries of any law
/// (``wigner(size:entries:variance:)``), sparse (``sparse(size:degree:entries:)``), heavy-tailed
/// (``levy(size:stability:)``), or with a few strong directions (``spikedWigner(size:strengths:)``,
/// ``spikedWishart(size:observations:spikes:)``).
///
///     M = Mᵀ,   M_ij independent for i ≤ j, E M_ij = 0, E M_ij² = v:   for n → ∞ a semicircle of radius 2√(nv)
///
/// That is Wigner's theorem; sparse and heavy-tailed matrices are where it ends. Each states its scale.
///
/// Reference: Wigner, Ann. Math. 67, 325 (1958).
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

  /// The spectra of samples by number, eight at a time up to n = 256.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    guard size <= 256 else { return samples.map { eigenvalues(seed: seed, sample: $0) } }
    var lanes = SpectralLanes(size: size)
    var matrix = Matrix<Double>(rows: size, columns: size)
    let none = [Double](repeating: 0, count: size)
    return stride(from: samples.lowerBound, to: samples.upperBound, by: 8).flatMap { first in
      let isFinite = (first..<min(first + 8, samples.upperBound)).map { sample in
        var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
        self.sample(into: &matrix, using: &stream)
        let magnitude = matrix.elements.reduce(0) { max($0, abs($1)) }
        guard matrix.elements.allSatisfy(\.isFinite) else { return false }
        lanes.load(matrix, none, magnitude: magnitude, lane: sample - first)
        return true
      }
      lanes.reduce()
      return isFinite.enumerated().map { lane, isFinite in
        let spectrum = isFinite ? lanes.spectrum(lane: lane).eigenvalues : [.nan]
        return spectrum.allSatisfy(\.isFinite)
          ? spectrum : [Double](repeating: .nan, count: size)
      }
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
