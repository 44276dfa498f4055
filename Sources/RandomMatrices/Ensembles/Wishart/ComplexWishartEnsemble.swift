public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Complex Wishart matrices X Xᴴ, X being m x n with independent normal entries, E|X_ij|² = v.
///
/// Scale: v = 1 unless given. Over nv the spectrum fills [(1-√c)², (1+√c)²] at large n with c = m/n. With v = 2
/// and n ≥ m it is that of a ``LaguerreEnsemble`` with β = 2 and a = n.
///
/// Reference: Goodman, Ann. Math. Statist. 34, 152 (1963).
public struct ComplexWishartEnsemble: HermitianMatrixEnsemble {
  /// The size m.
  public let size: Int
  /// n.
  public let observations: Int
  /// v.
  public let variance: Double
  private let factors: ComplexGinibreEnsemble
  private let spectrum: WishartSpectrum

  /// Number of rows, m.
  public var rows: Int { size }
  /// Number of columns, m.
  public var columns: Int { size }

  /// The law of Marchenko and Pastur of ratio m/n, times nv.
  public var limitingLaw: (any SpectralLaw)? {
    try? MarchenkoPasturLaw(
      ratio: Double(size) / Double(observations), variance: Double(observations) * variance)
  }

  /// The ensemble of m x m matrices from n observations.
  public init(size: Int, observations: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    try ParameterError.requireCount("number of observations", observations)
    (self.size, self.observations, self.variance) = (size, observations, variance)
    factors = try ComplexGinibreEnsemble(rows: size, columns: observations, variance: variance)
    spectrum = try WishartSpectrum(
      beta: 2, size: size, observations: observations, variance: variance)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: 2mn normals. Cost: 4m²n operations.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var factors = ComplexMatrix(rows: size, columns: observations)
    self.factors.sample(into: &factors, using: &stream)
    ComplexMatrix.multiplyByAdjoint(factors, into: &matrix)
  }

  /// The eigenvalues of one matrix, ascending, from a bidiagonal matrix of the same spectrum: O(m²) instead of O(m³)
  /// operations.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    spectrum.eigenvalues(from: &generator)
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    spectrum.spectra(seed: seed, samples: samples)
  }
}
