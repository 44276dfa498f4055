package import LinearAlgebra

/// Gauss-Legendre nodes on [-1, 1] with the matrix that integrates from each node to 1.
///
/// Both are exact for polynomials below the number of nodes.
package struct HalfLineQuadrature: Sendable {
  package let nodes: [Double]
  package let weights: [Double]
  /// (m, l): weight of node l in the integral from node m to 1.
  package let toEnd: Matrix<Double>

  package init(count: Int) {
    let rule = GaussLegendre(count: count)
    (nodes, weights) = (rule.nodes, rule.weights)
    // Expand in Legendre polynomials: ∫_u^1 P_d = (P_{d-1}(u) - P_{d+1}(u))/(2d+1).
    var legendre = Matrix<Double>(rows: count, columns: count + 1)
    for m in 0..<count {
      legendre[m, 0] = 1
      legendre[m, 1] = nodes[m]
      for d in 1..<max(count, 1) {
        legendre[m, d + 1] =
          (Double(2 * d + 1) * nodes[m] * legendre[m, d] - Double(d) * legendre[m, d - 1])
          / Double(d + 1)
      }
    }
    var integrals = Matrix<Double>(rows: count, columns: count)
    var projection = Matrix<Double>(rows: count, columns: count)
    for m in 0..<count {
      for d in 0..<count {
        integrals[m, d] =
          d == 0
          ? 1 - nodes[m] : (legendre[m, d - 1] - legendre[m, d + 1]) / Double(2 * d + 1)
        projection[d, m] = Double(2 * d + 1) / 2 * weights[m] * legendre[m, d]
      }
    }
    toEnd = integrals * projection
  }
}
