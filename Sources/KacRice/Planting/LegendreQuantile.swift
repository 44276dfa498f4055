internal import LinearAlgebra

/// Quantiles of a smooth density on [-1, 1], known at Gauss-Legendre nodes: the Legendre series through
/// the values is integrated and solved for.
struct LegendreQuantile: Sendable {
  /// The nodes.
  let nodes: [Double]
  /// From values at the nodes to coefficients of the density's series, and of its integral's from -1.
  private let density, integral: Matrix

  init(count: Int) {
    let quadrature = HalfLineQuadrature(count: count)
    nodes = quadrature.nodes
    var density = Matrix(rows: count, columns: count)
    for (m, node) in nodes.enumerated() {
      var (previous, current) = (0.0, 1.0)
      for d in 0..<count {
        density[d, m] = Double(2 * d + 1) / 2 * quadrature.weights[m] * current
        let next = (Double(2 * d + 1) * node * current - Double(d) * previous) / Double(d + 1)
        (previous, current) = (current, next)
      }
    }
    // ∫_{-1}^s P_d = (P_{d+1}(s) - P_{d-1}(s))/(2d+1), P_{-1} being -1.
    var integral = Matrix(rows: count + 1, columns: count)
    for m in 0..<count {
      for d in 0..<count {
        let term = density[d, m] / Double(2 * d + 1)
        integral[d + 1, m] += term
        integral[max(0, d - 1), m] += d == 0 ? term : -term
      }
    }
    (self.density, self.integral) = (density, integral)
  }

  /// The point below which a part u in (0, 1) of the density's mass lies; nil if the nodes do not resolve
  /// the density.
  func callAsFunction(_ u: Double, values: [Double]) -> Double? {
    let count = nodes.count
    let coefficients = Self.product(density, values)
    guard abs(coefficients[count - 1]) + abs(coefficients[count - 2]) < 1e-10 * coefficients[0]
    else { return nil }
    let sums = Self.product(integral, values)
    let target = u * 2 * coefficients[0]
    var (low, high) = (-1.0, 1.0)
    var s = 2 * u - 1
    for _ in 0..<100 {
      var (previous, current) = (0.0, 1.0)
      var (mass, slope) = (sums[0], coefficients[0])
      for d in 1...count {
        let next =
          (Double(2 * d - 1) * s * current - Double(d - 1) * previous) / Double(d)
        (previous, current) = (current, next)
        mass += sums[d] * current
        if d < count { slope += coefficients[d] * current }
      }
      if mass < target { low = s } else { high = s }
      var next = s - (mass - target) / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - s) < 1e-14 { return next }
      s = next
    }
    return s
  }

  private static func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: matrix.rows)
    matrix.elements.withUnsafeBufferPointer { a in
      result.withUnsafeMutableBufferPointer { sum in
        for (j, x) in vector.enumerated() {
          let column = j * sum.count
          for i in 0..<sum.count { sum[i] += a[column + i] * x }
        }
      }
    }
    return result
  }
}
