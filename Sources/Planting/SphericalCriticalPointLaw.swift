internal import Foundation
internal import KacRice
public import Models
public import RandomStreams
internal import Requirements

/// The exact law of the critical points of a spherical model at finite N, each weighing the same: draws of
/// energy, radial derivative and Hessian at given index, or at given index and energy.
///
/// By the identity of ``CriticalPointCounts`` the Hessian of a point of index k has the eigenvalues
/// √(2ξ''/N)(x_i - x_k), i ≠ k, of an N x N GOE spectrum with the weight exp(-(ξ''-ξ')/(2(ξ''+ξ')) x_k²);
/// then y = √(2ξ''/N) x_k, and the energy given y is normal. A given energy adds its own Gaussian in x_k,
/// and in a pure model holds x_k where it belongs.
public struct SphericalCriticalPointLaw: Sendable {
  /// The model.
  public let mixture: Mixture
  /// N.
  public let dimension: Int
  private let xi: CovarianceAtOne

  /// The law of a mixture with a term of degree 2 or more, 2 ≤ N ≤ 256.
  public init(_ mixture: Mixture, dimension n: Int) {
    CriticalPointCounts.requireSupported(mixture, dimension: n)
    demand(n <= 256, "N must be at most 256, not \(n)")
    self.mixture = mixture
    dimension = n
    xi = CovarianceAtOne(mixture)
  }

  /// A critical point of index k.
  ///
  /// Randomness: the streams (seed, purpose, sample, item 0, 1, 2, ...), with the purpose given by default
  /// independent of every landscape of the same seed.
  /// Cost: 0.02 s at N = 20, 0.5 s at N = 100.
  ///
  /// - Parameter energy: H/N, within 100 times the edge of the spectrum's energies; drawn as well if it is not
  ///   given.
  public func draw(
    index k: Int, energy: Double? = nil, seed: UInt64, sample: Int = 0,
    purpose: StreamPurpose = .planting
  ) -> PlantedPoint {
    let n = dimension
    demand((0..<n).contains(k), "the index lies in 0...\(n - 1), not \(k)")
    let (slope, variance) = (xi.energySlope(n), xi.energyVariance(n))
    let energy = energy.map { $0 / xi.unit }
    // In x the spectrum ends at √(2N); from farther out the coupling takes ever longer.
    let largest = 100 * slope * (2 * Double(n)).squareRoot()
    demand(
      energy.map { abs($0) <= largest } ?? true,
      "an energy lies within ±\(largest * xi.unit), not \((energy ?? 0) * xi.unit)")
    let tilt: TiltedSpectrum.Tilt
    switch energy {
    case nil: tilt = .gaussian(a: xi.damping, b: 0)
    case let energy? where variance == 0: tilt = .fixed(energy / slope)
    case let energy?:
      tilt = .gaussian(
        a: xi.damping + slope * slope / (2 * variance), b: -slope * energy / variance)
    }
    let spectrum = TiltedSpectrum(size: n, index: k, tilt: tilt)
      .eigenvalues(seed: seed, sample: sample, purpose: purpose)
    var stream = RandomStream(seed: seed, purpose: purpose, sample: sample)
    let noise = variance.squareRoot() * stream.normal()
    let unit = (2 * xi.second / Double(n)).squareRoot() * xi.unit
    var rest = spectrum
    let x = rest.remove(at: k)
    return PlantedPoint(
      index: k, value: Double(n) * xi.unit * (energy ?? slope * x + noise),
      radialDerivative: unit * x,
      eigenvalues: rest.map { unit * ($0 - x) }, using: &stream)
  }
}
