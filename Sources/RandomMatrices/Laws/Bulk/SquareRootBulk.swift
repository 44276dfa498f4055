internal import Foundation

/// Integrals of √((x - a)(b - x)) / (x - pole) from the edge a upwards, pole ≤ a.
///
/// With near = a - pole, far = b - pole, q their mean, r = (b - a)/2 and x = (a + b)/2 - r cos φ,
///
///     ∫₀^φ r² sin²u / (q - r cos u) du
///       = qφ + r sin φ - 2√(near·far) arctan(√(far/near) tan(φ/2)).
///
/// A pole above the bulk is the same seen from b, with π - φ for φ. The roots of near and far are
/// what the laws know exactly, so they are what is stored.
struct SquareRootBulk {
  let rootOfNear: Double
  let rootOfFar: Double

  var near: Double { rootOfNear * rootOfNear }
  var far: Double { rootOfFar * rootOfFar }

  /// The integral over all of the bulk.
  var total: Double { .pi / 2 * (rootOfFar - rootOfNear) * (rootOfFar - rootOfNear) }

  /// The integral from the near edge to the angle φ in [0, π].
  func integral(to φ: Double) -> Double {
    let turn = atan2(rootOfFar * sin(φ / 2), rootOfNear * cos(φ / 2))
    return (far + near) / 2 * φ + (far - near) / 2 * sin(φ) - 2 * rootOfNear * rootOfFar * turn
  }

  /// The angle of a point x of the interval [a, b], 0 at a and π at b.
  static func angle(_ x: Double, from a: Double, to b: Double) -> Double {
    2 * atan2((x - a).squareRoot(), (b - x).squareRoot())
  }
}
