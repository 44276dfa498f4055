internal import LinearAlgebra
internal import SpecialFunctions

/// Quantiles of a smooth density on [-1, 1], known at Gauss-Legendre nodes: the Legendre series through
/// the values is integrated and solved for.
struct LegendreQuantile: Sendable {
  /// The nodes.
  let nodes: [Double]
  /// The density at the nodes, to be filled in.
  var values: [Double]
  /// From values at the nodes to the coefficients of the density's series, then those of its integral from -1.
  private let transform: Matrix<Double>
  private var coefficients: [Double]
  /// P_{d+1} = a_d s P_d - b_d P_{d-1}.
  private let recurrence: [(a: Double, b: Double)]

  init(count: Int) {
    let quadrature = HalfLineQuadrature(count: count)
    nodes = quadrature.nodes
    values = nodes
    recurrence = (0..<count).map { degree in
      let d = Double(degree)
      return (a: (2 * d + 1) / (d + 1), b: d / (d + 1))
    }
    var transform = Matrix<Double>(rows: 2 * count + 1, columns: count)
    for (m, node) in nodes.enumerated() {
      var (previous, current) = (0.0, 1.0)
      for d in 0..<count {
        let density = Double(2 * d + 1) / 2 * quadrature.weights[m] * current
        transform[d, m] = density
        // ∫_{-1}^s P_d = (P_{d+1}(s) - P_{d-1}(s))/(2d+1), P_{-1} being -1.
        let term = density / Double(2 * d + 1)
        transform[count + d + 1, m] += term
        transform[count + max(0, d - 1), m] += d == 0 ? term : -term
        (previous, current) = (
          current, recurrence[d].a * node * current - recurrence[d].b * previous
        )
      }
    }
    self.transform = transform
    coefficients = [Double](repeating: 0, count: 2 * count + 1)
  }

  /// The point below which a part u in (0, 1) of the density's mass lies; nil if the nodes do not resolve
  /// the density.
  mutating func quantile(_ u: Double) -> Double? {
    let count = nodes.count
    expand()
    return coefficients.withUnsafeBufferPointer { c in
      guard abs(c[count - 1]) + abs(c[count - 2]) < 1e-10 * c[0] else { return nil }
      return recurrence.withUnsafeBufferPointer { solve(u * 2 * c[0], from: 2 * u - 1, c, $0) }
    }
  }

  /// Newton on the integral minus a target, within a bracket.
  private func solve(
    _ target: Double, from start: Double, _ c: UnsafeBufferPointer<Double>,
    _ recurrence: UnsafeBufferPointer<(a: Double, b: Double)>
  ) -> Double {
    let count = nodes.count
    let isClose = { (_: Double, mass: Double, slope: Double) in abs(mass / slope) < 1e-13 }
    return zero(in: -1...1, from: start, until: isClose) { s in
      var (previous, current, mass, slope) = (0.0, 1.0, -target, 0.0)
      for d in 0..<count {
        slope += c[d] * current
        mass += c[count + d] * current
        (previous, current) = (
          current, recurrence[d].a * s * current - recurrence[d].b * previous
        )
      }
      mass += c[2 * count] * current
      return (mass, slope)
    }
  }

  /// coefficients = transform · values.
  private mutating func expand() {
    transform.elements.withUnsafeBufferPointer { a in
      coefficients.withUnsafeMutableBufferPointer { sum in
        sum.update(repeating: 0)
        var column = a.baseAddress!
        for x in values {
          for i in 0..<sum.count { sum[i] += column[i] * x }
          column += sum.count
        }
      }
    }
  }
}
