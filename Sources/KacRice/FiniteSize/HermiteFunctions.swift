internal import Foundation

/// Calls `body(j, ψ_j(y))` for the first Hermite functions, orthonormal for dy, j = 0...count-1.
@inline(__always)
func forEachHermiteFunction(_ count: Int, at y: Double, _ body: (Int, Double) -> Void) {
  var (previous, current) = (0.0, exp(-y * y / 2) / pow(Double.pi, 0.25))
  for j in 0..<count {
    body(j, current)
    let next =
      (2 / Double(j + 1)).squareRoot() * y * current
      - (Double(j) / Double(j + 1)).squareRoot() * previous
    (previous, current) = (current, next)
  }
}
