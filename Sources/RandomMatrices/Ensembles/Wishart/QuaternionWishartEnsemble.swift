public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Quaternion Wishart matrices X Xᴴ, X being m x n with independent normal quaternions of E|q|² = v, as complex ones of
/// twice the size. Every eigenvalue occurs twice.
///
/// Scale: v = 1 unless given. Over nv the spectrum fills [(1-√c)², (1+√c)²] at large n with c = m/n, by the law
/// of Marchenko and Pastur; for m > n there are m - n distinct eigenvalues zero.
///
/// Reference: Mehta, Random Matrices (2004), section 3.6.
public struct QuaternionWishartEnsemble: HermitianMatrixEnsemble {
  /// The size m, in quaternions.
  public let size: Int
  /// n.
  public let observations: Int
  /// v.
  public let variance: Double
  private let factors: QuaternionGinibreEnsemble
  private let spectrum: WishartSpectrum

  /// Number of rows, 2m.
  public var rows: Int { 2 * size }
  /// Number of columns, 2m.
  public var columns: Int { 2 * size }

  /// The law of Marchenko and Pastur of ratio m/n, times nv.
  public var limitingLaw: (any SpectralLaw)? {
    try? MarchenkoPasturLaw(
      ratio: Double(size) / Double(observations), variance: Double(observations) * variance)
  }

  /// The ensemble of m x m quaternions from n observations.
  public init(size: Int, observations: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requireCount("number of observations", observations)
    (self.size, self.observations, self.variance) = (size, observations, variance)
    factors = try QuaternionGinibreEnsemble(rows: size, columns: observations, variance: variance)
    spectrum = try WishartSpectrum(
      beta: 4, size: size, observations: observations, variance: variance)
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: 4mn normals.
  public func sample(into matrix: inout ComplexMatrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var factors = ComplexMatrix(rows: rows, columns: 2 * observations)
    self.factors.sample(into: &factors, using: &stream)
    ComplexMatrix.multiplyByAdjoint(factors, into: &matrix)
  }

  /// The distinct eigenvalues of one matrix, ascending, from a bidiagonal matrix of the same spectrum.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    spectrum.eigenvalues(from: &generator)
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    spectrum.spectra(seed: seed, samples: samples)
  }
}
