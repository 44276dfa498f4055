import Foundation
import LinearAlgebra
import SpecialFunctions
import Testing

@Suite struct QuadratureTests {
  /// ∫ x^k over [a, b], exact to rounding below degree 2n and wrong at it.
  @Test(arguments: [1, 2, 5, 24, 333]) func exactness(_ count: Int) {
    let rule = GaussLegendre(count: count)
    for k in [0, 1, 2 * count - 2, 2 * count - 1] {
      let integral = rule.integral(from: 0, to: 1) { pow($0, Double(k)) }
      #expect(abs(integral * Double(k + 1) - 1) < 1e-13, "degree \(k)")
    }
    let beyond = rule.integral(from: -1, to: 1) { pow($0, Double(2 * count)) }
    if count < 10 { #expect(abs(beyond * Double(2 * count + 1) / 2 - 1) > 1e-6) }
  }

  /// Integrals of x² from each node to 1.
  @Test func halfLine() {
    let quadrature = HalfLineQuadrature(count: 12)
    for m in 0..<12 {
      let integral = (0..<12).reduce(0.0) { sum, l in
        sum + quadrature.toEnd[m, l] * quadrature.nodes[l] * quadrature.nodes[l]
      }
      let exact = (1 - pow(quadrature.nodes[m], 3)) / 3
      #expect(abs(integral - exact) < 1e-14)
    }
  }

  /// A smooth function, its value and slope, on intervals of any size.
  @Test(arguments: [1e-9, 1, 1e9]) func chebyshev(_ scale: Double) {
    let range = -scale...(2 * scale)
    let nodes = ChebyshevSeries.nodes(count: 40, on: range)
    let series = ChebyshevSeries(values: nodes.map { exp($0 / scale) }, on: range)
    for x in [-0.99, 0, 0.3, 1.9] {
      #expect(abs(series(x * scale) / exp(x) - 1) < 1e-13)
      #expect(abs(series.derivative(x * scale) * scale / exp(x) - 1) < 1e-11)
    }
  }
}
