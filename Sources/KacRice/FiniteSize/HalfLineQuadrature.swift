internal import CGSL
internal import LinearAlgebra

/// Gauss-Legendre nodes on [-1, 1] with the matrix that integrates from each node to 1.
///
/// Both are exact for polynomials below the number of nodes.
struct HalfLineQuadrature: Sendable {
  let nodes: [Double]
  let weights: [Double]
  /// (m, l): weight of node l in the integral from node m to 1.
  let toEnd: Matrix

  init(count: Int) {
    var nodes = [Double](repeating: 0, count: count)
    var weights = nodes
    guard let table = gsl_integration_glfixed_table_alloc(count) else {
      preconditionFailure("no memory for \(count) quadrature nodes")
    }
    defer { gsl_integration_glfixed_table_free(table) }
    for i in 0..<count {
      // GSL's nodes are good to 1e-10 for most sizes; Newton's method on P_count does the rest.
      gsl_integration_glfixed_point(-1, 1, i, &nodes[i], &weights[i], table)
      for _ in 0..<2 {
        let (value, slope) = Self.legendre(count, at: nodes[i])
        nodes[i] -= value / slope
      }
      let slope = Self.legendre(count, at: nodes[i]).slope
      weights[i] = 2 / ((1 - nodes[i]) * (1 + nodes[i]) * slope * slope)
    }
    // Expand in Legendre polynomials: ∫_u^1 P_d = (P_{d-1}(u) - P_{d+1}(u))/(2d+1).
    var legendre = Matrix(rows: count, columns: count + 1)
    for m in 0..<count {
      legendre[m, 0] = 1
      legendre[m, 1] = nodes[m]
      for d in 1..<max(count, 1) {
        legendre[m, d + 1] =
          (Double(2 * d + 1) * nodes[m] * legendre[m, d] - Double(d) * legendre[m, d - 1])
          / Double(d + 1)
      }
    }
    var integrals = Matrix(rows: count, columns: count)
    var projection = Matrix(rows: count, columns: count)
    for m in 0..<count {
      for d in 0..<count {
        integrals[m, d] =
          d == 0
          ? 1 - nodes[m] : (legendre[m, d - 1] - legendre[m, d + 1]) / Double(2 * d + 1)
        projection[d, m] = Double(2 * d + 1) / 2 * weights[m] * legendre[m, d]
      }
    }
    self.nodes = nodes
    self.weights = weights
    toEnd = integrals * projection
  }

  /// P_n(x) and its derivative.
  private static func legendre(_ n: Int, at x: Double) -> (value: Double, slope: Double) {
    var (previous, current) = (1.0, x)
    for d in 1..<n {
      (previous, current) = (
        current, (Double(2 * d + 1) * x * current - Double(d) * previous) / Double(d + 1)
      )
    }
    return (current, Double(n) * (x * current - previous) / (x * x - 1))
  }
}
