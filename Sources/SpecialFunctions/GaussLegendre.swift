internal import CGSL
internal import Requirements

/// Gauss-Legendre nodes and weights on [-1, 1], ascending, to rounding.
package struct GaussLegendre: Sendable {
  /// Zeros of P_count.
  package let nodes: [Double]
  /// Weights, of sum 2.
  package let weights: [Double]

  /// The rule that is exact for polynomials of degree below 2·count.
  package init(count: Int) {
    var nodes = [Double](repeating: 0, count: count)
    var weights = nodes
    guard let table = gsl_integration_glfixed_table_alloc(count) else {
      fail("no memory for \(count) quadrature nodes")
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
    (self.nodes, self.weights) = (nodes, weights)
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

  /// ∫ g over [a, b].
  package func integral(from a: Double, to b: Double, of g: (Double) -> Double) -> Double {
    let half = (b - a) / 2
    return zip(nodes, weights).reduce(0) { $0 + half * $1.1 * g(a + half * (1 + $1.0)) }
  }
}
