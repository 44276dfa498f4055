import Dynamics
import Foundation
import Landscapes
import LinearAlgebra
import Testing

/// cos x + 2 cos y on a torus of period 2π, whose saddles' lines are the axes.
private struct Cosines: Landscape {
  let domain = Torus(dimension: 2, length: 2 * .pi)

  func evaluate(_ points: Matrix, into jets: inout JetBatch) {
    jets.clear()
    for b in 0..<points.columns {
      for (i, a) in [1.0, 2].enumerated() {
        let x = points[i, b]
        jets.values[b] += a * cosine(x)
        if jets.order >= .gradient { jets.gradients[i, b] = a * cosine(x + .pi / 2) }
        if jets.order == .hessian { jets.hessians![i * (i + 3) / 2, b] = -a * cosine(x) }
      }
    }
  }

  private func cosine(_ x: Double) -> Double { cos(x) }
}

@Suite struct GradientLinesTests {
  /// From the saddle (π, 0): down along y to the minimum (π, π), up along x to the maximum (0, 0). From (0, π)
  /// the other way round.
  @Test(arguments: [false, true]) func lines(_ isAscending: Bool) {
    let torus = Cosines()
    let saddles = [[Double.pi, 0], [0, Double.pi]]
    let end = isAscending ? [0.0, 0] : [Double.pi, .pi]
    let lines = GradientLines(torus, step: 0.01).lines(from: saddles, isAscending: isAscending)
    #expect(lines.count == 4)
    for (number, line) in lines.enumerated() {
      #expect(line[0] == saddles[number / 2])
      #expect(norm(torus.domain.offset(from: line[line.count - 1], to: end)) < 1e-5)
      // π in steps of 0.01.
      #expect((314...317).contains(line.count), "\(line.count)")
      for (a, b) in zip(line, line.dropFirst()) {
        #expect(norm(torus.domain.offset(from: a, to: b)) < 0.0101)
        let change = torus.value(at: b) - torus.value(at: a)
        #expect(isAscending ? change > -1e-4 : change < 1e-4)
      }
    }
  }
}
