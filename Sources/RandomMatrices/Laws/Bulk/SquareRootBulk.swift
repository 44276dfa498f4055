internal import Foundation

/// Integrals of √((x - a)(b - x)) / (x - pole) from the edge a upwards, pole ≤ a.
///
/// With a - pole = (u - v)², b - pole = (u + v)², u ≥ v > 0, and x = (a + b)/2 - r cos φ, r = 2uv,
///
///     ∫₀^φ r² sin²t / (u² + v² - r cos t) dt
///       = (u² + v²)φ + r sin φ - 2(u² - v²) arctan((u + v)/(u - v) tan(φ/2)),
///
/// 2πv² in all. A pole above the bulk is the same seen from b, with π - φ for φ. The roots u and v and their
/// difference are what the laws know to rounding, so they are what is stored.
struct SquareRootBulk {
  /// u and v are these times `scale`.
  private let middle: Double
  private let width: Double
  private let difference: Double
  private let scale: Double

  init(_ first: Double, _ second: Double, difference: Double, scale: Double = 1) {
    (middle, width) = (max(first, second), min(first, second))
    (self.difference, self.scale) = (min(abs(difference), middle), scale)
  }

  /// a - pole and b - pole.
  var near: Double { square(difference * scale) }
  var far: Double { square((middle + width) * scale) }

  /// v².
  var unit: Double { square(width * scale) }

  /// The integral from the near edge to the angle φ in [0, π], over 2πv².
  func part(to φ: Double) -> Double {
    let ρ = width / middle
    guard ρ < 0.25 else {
      // In units of v, 1/ρ for u.
      let (near, far) = (difference / width, (middle + width) / width)
      let turn = atan2(far * sin(φ / 2), near * cos(φ / 2))
      return
        ((far * far + near * near) / 4 * φ + (far * far - near * near) / 4 * sin(φ)
        - near * far * turn) / .pi
    }
    // The terms above cancel down to v²: arctan - φ/2 = Σ ρⁿ sin(nφ)/n.
    var (sum, power) = (φ - sin(2 * φ) / 2, ρ)
    for n in 1...27 {
      let k = Double(n)
      sum += power * (sin(k * φ) / k - sin((k + 2) * φ) / (k + 2))
      power *= ρ
    }
    return sum / .pi
  }

  /// The angle of a point x of the interval [a, b], 0 at a and π at b.
  static func angle(_ x: Double, from a: Double, to b: Double) -> Double {
    2 * atan2((x - a).squareRoot(), (b - x).squareRoot())
  }

  private func square(_ x: Double) -> Double { x * x }
}
