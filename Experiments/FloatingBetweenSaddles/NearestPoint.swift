import Foundation
import Saddlery

/// How near the nearest critical point can be to a point that does not depend on the landscape.
///
/// The law of all critical points is the same under rotations, so that of E 𝒩 in the mean
///
///     E 𝒩(d) = E 𝒩 ∫₀^θ sin^{N-2} / ∫₀^π sin^{N-2},   d = 2 sin(θ/2)
///
/// lie within the chord √N d. The chance that any does is no larger (Markov). As N → ∞ there is none within the angle whose
/// sine is 1/√(p-1): 45°, d = 0.765, for p = 3.
struct NearestPoint {
  let n: Int
  /// log E 𝒩, exact.
  private let logarithm: Double

  init(_ mixture: Mixture, n: Int) throws {
    self.n = n
    logarithm = log(try CriticalPointCounts(mixture, dimension: n).total.value)
  }

  static func limit(p: Int) -> Double { 2 * sin(asin(1 / Double(p - 1).squareRoot()) / 2) }

  /// log E 𝒩(d).
  private func logarithm(within d: Double) -> Double {
    let (angle, power) = (2 * asin(d / 2), Double(n - 2))
    // In units of the largest, by Simpson's rule; up to a right angle that is the last.
    let steps = 2000
    let sum = (0...steps).reduce(0.0) { sum, i in
      let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + weight * pow(sin(angle * Double(i) / Double(steps)) / sin(angle), power)
    }
    let whole = 0.5 * log(.pi) + lgamma(Double(n - 1) / 2) - lgamma(Double(n) / 2)
    return logarithm + power * log(sin(angle)) + log(sum * angle / Double(3 * steps)) - whole
  }

  /// The d within which there are so many in the mean.
  func distance(count: Double) -> Double {
    var (low, high) = (1e-6, 2.0.squareRoot())
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if logarithm(within: middle) > log(count) { high = middle } else { low = middle }
    }
    return high
  }
}
