public import Models
public import RandomStreams
public import Requirements

/// The exact law of the critical points of a stationary isotropic Gaussian field in R^N, each weighing the
/// same: draws of value and Hessian at given index, or at given index and value.
///
///     eigenvalues of the Hessian at index k   √(2λ₄/3)(x_i - x_k), i ≠ k
///     weight of the spectrum                  ∏|x_i - x_j| exp(-Σ x_i²/2) exp(-x_k²/2)
///     value, given x_k                        normal of mean κ√(2λ₀) x_k and variance λ₀(1-κ²)
///
/// x₀ ≤ ... ≤ x_N is a GOE spectrum of size N + 1 but for its weight; λ₀, λ₄ and κ ≤ 1 are the field's. A given value
/// adds that Gaussian to the weight, and for κ = 1 holds x_k.
///
/// Reference: Cheng and Schwartzman, Bernoulli 24, 3422 (2018), arXiv:1511.06835, numbers and heights.
public struct FieldCriticalPointLaw: Sendable {
  /// N.
  package let dimension: Int
  /// κ.
  package let kappa: Double
  private let law: ShiftedSpectrumLaw

  /// The law for κ ≤ 1 (as all fields that exist in every dimension have) and 1 ≤ N ≤ 255.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for others.
  public init(_ moments: SpectralMoments, dimension n: Int) throws(ParameterError) {
    try ParameterError.require("N", n, in: 1...255)
    try ParameterError.require("κ", moments.kappa, "one up to 1") { $0 < 1 + 1e-9 }
    dimension = n
    kappa = moments.kappa < 1 - 1e-9 ? moments.kappa : 1
    law = ShiftedSpectrumLaw(
      size: n + 1, damping: 0.5, slope: kappa * 2.0.squareRoot(), variance: 1 - kappa * kappa,
      valueUnit: moments.variance.squareRoot(),
      hessianUnit: (2 * moments.fourth / 3).squareRoot(), radialUnit: 0)
  }

  /// A critical point of index k.
  ///
  /// Randomness: the streams (seed, purpose, sample, item 0, 1, 2, ...), with the purpose given by default
  /// independent of every landscape of the same seed.
  /// Cost: 0.02 s at N = 20, 0.5 s at N = 100.
  ///
  /// - Parameters:
  ///   - k: the index.
  ///   - value: V, within 100 times the edge of the spectrum's values; drawn as well if it is not given.
  ///   - seed: names, with purpose and sample, the streams.
  ///   - sample: the number of the sample.
  ///   - purpose: what the streams are for.
  /// - Throws: ``/Requirements/ParameterError`` for an index outside 0...N and a value farther out.
  public func draw(
    index k: Int, value: Double? = nil, seed: UInt64, sample: Int = 0,
    purpose: StreamPurpose = .planting
  ) throws(ParameterError) -> PlantedPoint {
    try law.draw(
      index: k, value: value.map { $0 / law.valueUnit }, seed: seed, sample: sample,
      purpose: purpose)
  }
}
