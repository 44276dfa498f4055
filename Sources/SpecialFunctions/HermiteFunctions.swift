public import Foundation

/// Calls `body(j, ψ_j(y))` for the first Hermite functions, orthonormal for dy, j = 0...count-1.
///
/// Far out ψ_0 underflows where later ones do not, so the recurrence carries a factor exp(`deficit`) that is
/// paid back as the functions grow.
@inlinable @inline(__always)
package func forEachHermiteFunction(_ count: Int, at y: Double, _ body: (Int, Double) -> Void) {
  var deficit = min(0, 600 - y * y / 2)
  var (previous, current) = (0.0, exp(-y * y / 2 - deficit) / pow(Double.pi, 0.25))
  for j in 0..<count {
    body(j, deficit < 0 ? current * exp(deficit) : current)
    let next =
      (2 / Double(j + 1)).squareRoot() * y * current
      - (Double(j) / Double(j + 1)).squareRoot() * previous
    (previous, current) = (current, next)
    if deficit < 0, abs(current) > 1e100 {
      let payment = max(deficit, -230)
      (previous, current) = (previous * exp(payment), current * exp(payment))
      deficit -= payment
    }
  }
}
