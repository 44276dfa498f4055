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
    let recurrence = (0..<count).map { Self.step(Double($0)) }
    for i in 0..<(count + 1) / 2 {
      // GSL's nodes are good to 1e-10 for most sizes; Newton's method on P_count does the rest.
      var (node, weight) = (0.0, 0.0)
      gsl_integration_glfixed_point(-1, 1, i, &node, &weight, table)
      for _ in 0..<2 {
        let (value, slope) = Self.legendre(recurrence, at: node)
        node -= value / slope
      }
      let slope = Self.legendre(recurrence, at: node).slope
      weight = 2 / ((1 - node) * (1 + node) * slope * slope)
      (nodes[i], weights[i]) = (node, weight)
      (nodes[count - 1 - i], weights[count - 1 - i]) = (i == count - 1 - i ? 0 : -node, weight)
    }
    let sum = weights.reduce(0, +)
    (self.nodes, self.weights) = (nodes, weights.map { 2 * $0 / sum })
  }

  /// The two coefficients of P_{d+1}(x) = ((2d + 1) x P_d(x) - d P_{d-1}(x)) / (d + 1).
  static func step(_ d: Double) -> (Double, Double) { ((2 * d + 1) / (d + 1), d / (d + 1)) }

  /// P_n(x) and its derivative.
  private static func legendre(_ recurrence: [(Double, Double)], at x: Double) -> (
    value: Double, slope: Double
  ) {
    var (previous, current) = (0.0, 1.0)
    for (a, b) in recurrence { (previous, current) = (current, a * x * current - b * previous) }
    return (current, Double(recurrence.count) * (x * current - previous) / (x * x - 1))
  }

  /// ∫ g over [a, b].
  package func integral(from a: Double, to b: Double, of g: (Double) -> Double) -> Double {
    let half = (b - a) / 2
    return zip(nodes, weights).reduce(0) { $0 + half * $1.1 * g(a + half * (1 + $1.0)) }
  }
}
