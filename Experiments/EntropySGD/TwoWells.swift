import Foundation
import Saddlery

/// Two wells as deep as each other, one narrow and one wide, whose local entropy is a closed form at T = 1:
///
///     f(x) = -log(e^{-k|x - a|²/2} + e^{-k'|x|²/2}),
///     e^{F_γ(x)} = Σ (γ/(γ + k_i))^{d/2} exp(-γk_i|x - a_i|²/(2(γ + k_i))),
///
/// with the Gaussian normalised. The narrow well is at a = (D, 0, ..., 0).
struct TwoWells: Sendable {
  let dimension: Int
  /// Curvatures k of the narrow and k' of the wide well.
  let narrow, wide: Double
  /// D.
  let distance: Double

  var landscape: FunctionLandscape<EuclideanSpace> {
    FunctionLandscape(dimension: dimension, length: 1 / wide.squareRoot()) { x in
      let across = x.dropFirst().reduce(TracedNumber(0)) { $0 + $1 * $1 }
      let off = x[0] - distance
      return -TracedNumber.log(
        TracedNumber.exp(-0.5 * narrow * (off * off + across))
          + TracedNumber.exp(-0.5 * wide * (x[0] * x[0] + across)))
    }
  }

  /// On the axis, the weight of each well in e^{F_γ} and what it pulls with.
  private func parts(_ x: Double, _ γ: Double) -> [(weight: Double, slope: Double)] {
    [(narrow, x - distance), (wide, x)].map { k, r in
      let stiffness = γ * k / (γ + k)
      return (
        pow(γ / (γ + k), Double(dimension) / 2) * exp(-stiffness * r * r / 2), stiffness * r
      )
    }
  }

  /// -F_γ on the axis.
  func value(_ x: Double, _ γ: Double) -> Double {
    -log(parts(x, γ).reduce(0) { $0 + $1.weight })
  }

  private func slope(_ x: Double, _ γ: Double) -> Double {
    let parts = parts(x, γ)
    return parts.reduce(0) { $0 + $1.weight * $1.slope } / parts.reduce(0) { $0 + $1.weight }
  }

  /// Where descent on -F_γ along the axis ends that begins in the narrow well.
  func end(_ γ: Double) -> Double {
    let step = 0.1 * (γ + narrow) / (γ * narrow)
    return (0..<5000).reduce(distance) { x, _ in x - step * slope(x, γ) }
  }

  /// Whether a place is on the wide well's side of where both weigh the same in e^{-f}.
  func isWide(_ x: [Double]) -> Bool {
    let across = x.dropFirst().reduce(0) { $0 + $1 * $1 }
    let off = x[0] - distance
    return wide * (x[0] * x[0] + across) < narrow * (off * off + across)
  }

  /// The γ below which -F_γ has no minimum at the narrow well.
  var threshold: Double {
    var (low, high) = (0.01, 1e4)
    for _ in 0..<50 {
      let middle = (low * high).squareRoot()
      if end(middle) < distance / 2 { low = middle } else { high = middle }
    }
    return high
  }
}
