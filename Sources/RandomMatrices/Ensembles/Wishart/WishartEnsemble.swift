public import LinearAlgebra
public import RandomStreams
public import Requirements

/// Real Wishart matrices X Xᵀ, X being m x n with independent normal entries of variance v: the sample covariance,
/// times n, of n observations of m independent variables.
///
/// Scale: v = 1 unless given. Over nv the spectrum fills [(1-√c)², (1+√c)²] at large n with c = m/n, by the law
/// of Marchenko and Pastur; for m > n there are m - n eigenvalues zero.
///
/// Reference: Wishart, Biometrika 20A, 32 (1928); Mehta, Random Matrices (2004), section 3.6.
public struct WishartEnsemble: SymmetricMatrixEnsemble {
  /// The size m.
  public let size: Int
  /// n.
  public let observations: Int
  /// v.
  public let variance: Double
  private let factors: GinibreEnsemble
  private let spectrum: WishartSpectrum

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
    factors = try GinibreEnsemble(rows: size, columns: observations, variance: variance)
    spectrum = try WishartSpectrum(
      beta: 1, size: size, observations: observations, variance: variance)
  }

  /// One sample, symmetric to the last bit.
  ///
  /// Randomness: mn normals. Cost: m²n operations, half a matrix product.
  public func sample(into matrix: inout Matrix, using stream: inout RandomStream) {
    requireShape(of: matrix)
    var factors = Matrix(rows: size, columns: observations)
    self.factors.sample(into: &factors, using: &stream)
    Matrix.multiplyByTranspose(factors, into: &matrix)
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
