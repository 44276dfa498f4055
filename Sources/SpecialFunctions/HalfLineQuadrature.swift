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
    for m in 0..<count { legendre[m, 0] = 1 }
    for d in 0..<count {
      let (a, b) = GaussLegendre.step(Double(d))
      for m in 0..<count {
        legendre[m, d + 1] = a * nodes[m] * legendre[m, d] - (d > 0 ? b * legendre[m, d - 1] : 0)
      }
    }
    var integrals = Matrix<Double>(rows: count, columns: count)
    var projection = Matrix<Double>(rows: count, columns: count)
    for d in 0..<count {
      for m in 0..<count {
        integrals[m, d] =
          d == 0
          ? 1 - nodes[m] : (legendre[m, d - 1] - legendre[m, d + 1]) / Double(2 * d + 1)
        projection[d, m] = Double(2 * d + 1) / 2 * weights[m] * legendre[m, d]
      }
    }
    toEnd = integrals * projection
  }
}
