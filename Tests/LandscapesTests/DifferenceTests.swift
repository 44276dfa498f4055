import Foundation
import Landscapes
import LinearAlgebra
import RandomStreams
import Testing

/// Derivatives by differences against exact ones: within the errors that are stated, in any unit.
@Suite struct DifferenceTests {
  private let exact = FunctionLandscape(dimension: 5) { x in
    x.indices.reduce(0) { $0 + cos(x[$1]) * exp(x[($1 + 1) % x.count] / 2) }
  }

  private func errors(_ a: some Landscape, _ b: some Landscape, at x: [Double]) -> (
    gradient: Double, hessian: Double
  ) {
    let (g, h) = (b.euclideanGradient(at: x), b.euclideanHessian(at: x).elements)
    let dg = zip(a.euclideanGradient(at: x), g).map { $0 - $1 }
    let dh = zip(a.euclideanHessian(at: x).elements, h).map { $0 - $1 }
    return (norm(dg) / norm(g), norm(dh) / norm(h))
  }

  @Test(arguments: [1, 1e-9, 1e9]) func statedErrorsHold(_ unit: Double) {
    let plain = exact
    let space = EuclideanSpace(dimension: 5, length: unit)
    let scaled = FunctionLandscape(on: space) { x in unit * plain.formula(x.map { $0 / unit }) }
    let half = DifferenceLandscape(
      on: space, length: unit, value: { scaled.value(at: $0) },
      gradient: { scaled.euclideanGradient(at: $0) })
    let none = DifferenceLandscape(on: space, length: unit) { scaled.value(at: $0) }
    #expect(half.accuracy.hessian < 1e-10 && none.accuracy.hessian < 3e-8)
    #expect(half.accuracy.gradient == DerivativeAccuracy.rounding.gradient)
    #expect(none.accuracy.gradient < 1e-10)
    var stream = RandomStream(seed: 2, purpose: .noise)
    for _ in 0..<20 {
      let x = stream.normals(count: 5).map { unit * $0 }
      let (a, b) = (errors(half, scaled, at: x), errors(none, scaled, at: x))
      #expect(a.gradient == 0 && a.hessian < half.accuracy.hessian)
      #expect(b.gradient < 10 * none.accuracy.gradient && b.hessian < none.accuracy.hessian)
    }
    // Control: a length ten times too long states errors that are larger, and has them.
    let long = DifferenceLandscape(on: space, length: 30 * unit) { scaled.value(at: $0) }
    #expect(long.accuracy.hessian > 30 * none.accuracy.hessian)
  }
}
