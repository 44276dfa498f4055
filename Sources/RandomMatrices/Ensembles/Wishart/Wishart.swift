public import LinearAlgebra
public import Numerics
public import RandomStreams
public import Requirements

/// Wishart matrices: the sample covariance, times n, of n observations of m independent variables.
///
///     W = X Xᴴ,   X m x n of independent normal entries, E X_ij = 0, E|X_ij|² = v
///
/// Quaternions stand as complex blocks, so that every eigenvalue occurs twice; ``size`` counts it once.
///
/// Scale: v = 1 unless given. Over nv the spectrum fills [(1-√c)², (1+√c)²] at large n with c = m/n, by the law
/// of Marchenko and Pastur; for m > n there are m - n eigenvalues zero. With v = β and n ≥ m it is that of a
/// ``BetaEnsemble/laguerre(size:parameter:beta:)`` with 2a = βn.
///
/// Reference: Wishart, Biometrika 20A, 32 (1928); Goodman, Ann. Math. Statist. 34, 152 (1963); Mehta, Random Matrices
/// (2004), section 3.6.
public struct Wishart<Field: RandomScalar>: HermitianMatrixEnsemble {
  /// The size m, in numbers of the field.
  public let size: Int
  /// n.
  package let observations: Int
  /// v.
  package let variance: Double
  private let factors: Ginibre<Field>
  private let spectrum: ScaledSpectrum

  /// Number of stored rows.
  public var rows: Int { Field.blockSize * size }

  /// The law of Marchenko and Pastur of ratio m/n, times nv.
  public var limitingLaw: (any SpectralLaw)? {
    try? MarchenkoPasturLaw(
      ratio: Double(size) / Double(observations), variance: Double(observations) * variance)
  }

  /// The ensemble of m x m matrices from n observations.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for an m or n below 1, or a variance that is not positive and finite.
  public init(size: Int, observations: Int, variance: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.requirePositive("variance", variance)
    try ParameterError.requireCount("number of observations", observations)
    (self.size, self.observations, self.variance) = (size, observations, variance)
    factors = try Ginibre(rows: size, columns: observations, variance: variance)
    // Of the smaller of X Xᴴ and Xᴴ X.
    let (few, many, beta) = (
      min(size, observations), max(size, observations), Double(Field.beta)
    )
    spectrum = ScaledSpectrum(
      levels: try .laguerre(size: few, parameter: beta * Double(many) / 2, beta: beta),
      unit: variance / beta, zeros: [Double](repeating: 0, count: size - few))
  }

  /// One sample, Hermitian to the last bit.
  ///
  /// Randomness: βmn normals. Cost: m²n operations, half a matrix product, four times as many for complex numbers.
  public func sample(into matrix: inout Matrix<Field.Stored>, using stream: inout RandomStream) {
    requireShape(of: matrix)
    Matrix.multiplyByAdjoint(factors.sample(using: &stream), into: &matrix)
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

/// Real matrices, β = 1.
public typealias WishartEnsemble = Wishart<Double>
/// Complex matrices, β = 2.
public typealias ComplexWishartEnsemble = Wishart<Complex<Double>>
/// Matrices of quaternions, β = 4.
public typealias QuaternionWishartEnsemble = Wishart<Quaternion>
