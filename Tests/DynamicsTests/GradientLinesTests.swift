import Dynamics
import Foundation
import Landscapes
import LinearAlgebra
import Testing

/// cos x + 2 cos y on a torus of period 2π, whose saddles' lines are the axes.
private struct Cosines: Landscape {
  let domain = Torus(dimension: 2, length: 2 * .pi)

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
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
      let points = line.points
      #expect(line.isFinished && points[0] == saddles[number / 2])
      #expect(norm(torus.domain.offset(from: points[points.count - 1], to: end)) < 1e-12)
      // π in steps of 0.01, and Newton's last steps.
      #expect((314...322).contains(points.count), "\(points.count)")
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(norm(torus.domain.offset(from: a, to: b)) < 0.0101)
        let change = torus.value(at: b) - torus.value(at: a)
        #expect(isAscending ? change > -1e-14 : change < 1e-14)
      }
    }
  }

  /// Where the Hessian is positive and the gradient small but no zero is near, a line goes on: between the
  /// saddle and the minimum of this valley its floor is nearly level.
  @Test func levelPlaces() {
    let valley = LevelValley()
    let lines = GradientLines(valley, step: 0.05).lines(from: [[0, 0]])
    for (line, end) in zip(lines.sorted { $0.points[1][0] > $1.points[1][0] }, [3.0, -3]) {
      let last = line.points[line.points.count - 1]
      #expect(line.isFinished && abs(last[0] - end) < 1e-12 && abs(last[1]) < 1e-12)
    }
  }

  /// A line that would go on for ever says so.
  @Test func unfinished() {
    var lines = GradientLines(LevelValley(), step: 0.05)
    lines.stepLimit = 10
    #expect(lines.lines(from: [[0, 0]]).allSatisfy { !$0.isFinished && $0.points.count <= 11 })
  }
}

/// f'(x) = x ((x² - 1.5)² + 10⁻⁵) (x² - 9), so that |x| = √1.5 is nearly critical; y² across.
private struct LevelValley: Landscape {
  let domain = EuclideanSpace(dimension: 2)

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear()
    // f' as a polynomial in x.
    let c = 2.25 + 1e-5
    let powers = [(1, -9 * c), (3, c + 27), (5, -12.0), (7, 1.0)]
    for b in 0..<points.columns {
      let (x, y) = (points[0, b], points[1, b])
      jets.values[b] =
        powers.reduce(y * y) { $0 + $1.1 * pow(x, Double($1.0 + 1)) / Double($1.0 + 1) }
      if jets.order >= .gradient {
        jets.gradients[0, b] = powers.reduce(0) { $0 + $1.1 * pow(x, Double($1.0)) }
        jets.gradients[1, b] = 2 * y
      }
      if jets.order == .hessian {
        jets.hessians![0, b] = powers.reduce(0) {
          $0 + $1.1 * Double($1.0) * pow(x, Double($1.0 - 1))
        }
        jets.hessians![2, b] = 2
      }
    }
  }
}
