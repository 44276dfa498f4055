public import Foundation
package import LinearAlgebra

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

/// ψ_0, ..., ψ_{count-1} at many points: one column for each function, as ``forEachHermiteFunction(_:at:_:)`` gives them,
/// but many points at a time where none underflows.
package func hermiteFunctions(_ count: Int, at points: [Double]) -> Matrix<Double> {
  var functions = Matrix<Double>(rows: points.count, columns: count)
  guard count > 0, points.allSatisfy({ $0 * $0 <= 1200 }) else {
    for (m, y) in points.enumerated() {
      forEachHermiteFunction(count, at: y) { functions[m, $0] = $1 }
    }
    return functions
  }
  let rows = points.count
  functions.withUnsafeMutableElements { elements in
    for m in 0..<rows { elements[m] = exp(-points[m] * points[m] / 2) / pow(Double.pi, 0.25) }
    for j in 0..<(count - 1) {
      let (up, down) = (
        (2 / Double(j + 1)).squareRoot(), (Double(j) / Double(j + 1)).squareRoot()
      )
      let (here, next) = (j * rows, (j + 1) * rows)
      let before = max(0, here - rows)
      points.withUnsafeBufferPointer { points in
        for m in 0..<rows {
          elements[next + m] =
            up * points[m] * elements[here + m] - down * elements[before + m]
        }
      }
    }
  }
  return functions
}
