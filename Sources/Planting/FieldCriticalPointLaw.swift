internal import Foundation
public import RandomStreams
internal import Requirements

/// The exact law of the critical points of a stationary isotropic Gaussian field in R^N, each weighing the
/// same: draws of value and Hessian at given index, or at given index and value.
///
/// With λ₀, λ₂, λ₄ the variances of V, ∂₁V and ∂₁²V and κ = λ₂/√(λ₀λ₄/3) ≤ 1, the Hessian of a point of
/// index k has the eigenvalues √(2λ₄/3)(x_i - x_k), i ≠ k, of a GOE spectrum of size N + 1 with the
/// weight exp(-x_k²/2); the value given x_k is normal of mean κ√(2λ₀) x_k and variance λ₀(1-κ²).
/// A given value adds that Gaussian to the weight, and for κ = 1 holds x_k.
public struct FieldCriticalPointLaw: Sendable {
  /// N.
  public let dimension: Int
  /// κ.
  public let kappa: Double
  private let deviation, unit: Double

  /// The law for 0 < κ ≤ 1 (as all fields that exist in every dimension have) and 1 ≤ N ≤ 255.
  public init(
    variance λ0: Double, secondMoment λ2: Double, fourthMoment λ4: Double, dimension n: Int
  ) {
    demand(
      [λ0, λ2, λ4].allSatisfy { $0 > 0 && $0.isFinite },
      "variances are positive and finite, not \(λ0), \(λ2) and \(λ4)")
    demand((1...255).contains(n), "N must be 1...255, not \(n)")
    let κ = λ2 / λ0.squareRoot() / (λ4 / 3).squareRoot()
    demand(κ < 1 + 1e-9, "κ must be at most 1, not \(κ)")
    dimension = n
    kappa = κ < 1 - 1e-9 ? κ : 1
    deviation = λ0.squareRoot()
    unit = (2 * λ4 / 3).squareRoot()
  }

  /// A critical point of index k.
  ///
  /// Randomness: the streams (seed, purpose, sample, item 0, 1, 2, ...), with the purpose given by default
  /// independent of every landscape of the same seed.
  /// Cost: 0.02 s at N = 20, 0.5 s at N = 100.
  ///
  /// - Parameter value: V, within 100 times the edge of the spectrum's values; drawn as well if it is not given.
  public func draw(
    index k: Int, value: Double? = nil, seed: UInt64, sample: Int = 0,
    purpose: StreamPurpose = .planting
  ) -> PlantedPoint {
    let n = dimension
    demand((0...n).contains(k), "the index lies in 0...\(n), not \(k)")
    let (slope, variance) = (kappa * 2.0.squareRoot(), 1 - kappa * kappa)
    // In x the spectrum ends at √(2(N+1)); from farther out the coupling takes ever longer.
    let largest = 100 * slope * (2 * Double(n + 1)).squareRoot() * deviation
    demand(
      value.map { abs($0) <= largest } ?? true,
      "a value lies within ±\(largest), not \(value ?? 0)")
    let tilt: TiltedSpectrum.Tilt
    switch value.map({ $0 / deviation }) {
    case nil: tilt = .gaussian(a: 0.5, b: 0)
    case let height? where variance == 0: tilt = .fixed(height / slope)
    case let height?:
      tilt = .gaussian(a: 0.5 + slope * slope / (2 * variance), b: -slope * height / variance)
    }
    var spectrum = TiltedSpectrum(size: n + 1, index: k, tilt: tilt)
      .eigenvalues(seed: seed, sample: sample, purpose: purpose)
    var stream = RandomStream(seed: seed, purpose: purpose, sample: sample)
    let noise = variance.squareRoot() * stream.normal()
    let x = spectrum.remove(at: k)
    return PlantedPoint(
      index: k, value: value ?? deviation * (slope * x + noise), radialDerivative: 0,
      eigenvalues: spectrum.map { unit * ($0 - x) }, using: &stream)
  }
}
