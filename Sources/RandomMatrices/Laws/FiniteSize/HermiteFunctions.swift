internal import Foundation

/// ψ_0(y), ..., ψ_{count-1}(y): the Hermite functions, orthonormal for dy.
///
/// Far out ψ_0 underflows where later ones do not, so the recurrence carries a factor exp(`deficit`) that is
/// paid back as the functions grow.
func hermiteFunctions(_ count: Int, at y: Double) -> [Double] {
  var deficit = min(0, 600 - y * y / 2)
  var (previous, current) = (0.0, exp(-y * y / 2 - deficit) / pow(.pi, 0.25))
  return (0..<count).map { j in
    let value = deficit < 0 ? current * exp(deficit) : current
    let next =
      (2 / Double(j + 1)).squareRoot() * y * current
      - (Double(j) / Double(j + 1)).squareRoot() * previous
    (previous, current) = (current, next)
    if deficit < 0, abs(current) > 1e100 {
      let payment = max(deficit, -230)
      (previous, current) = (previous * exp(payment), current * exp(payment))
      deficit -= payment
    }
    return value
  }
}
