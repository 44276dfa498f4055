import Foundation
import Saddlery

/// Derivatives of a formula beside those written by hand: Rosenbrock's chain Σ 100(x_{i+1} - xᵢ²)² + (1 - xᵢ)² and
/// Rastrigin's sum, whose terms have one or two variables each.
enum Formulas {
  static let n = 20

  static let pairs: [(name: String, formula: any Landscape, hand: any Landscape)] = [
    (
      "Rosenbrock",
      FunctionLandscape(dimension: n) { x in
        var sum: TracedNumber = 0
        for i in 1..<x.count {
          let (u, w) = (x[i] - x[i - 1] * x[i - 1], 1 - x[i - 1])
          sum += 100 * u * u + w * w
        }
        return sum
      },
      ByHand { points, b, jets in
        for i in 1..<n {
          let (x, y) = (points[i - 1, b], points[i, b])
          let (u, w) = (y - x * x, 1 - x)
          jets.values[b] += 100 * u * u + w * w
          jets.gradients[i - 1, b] -= 400 * x * u + 2 * w
          jets.gradients[i, b] += 200 * u
          guard jets.order == .hessian else { continue }
          jets[hessian: i - 1, i - 1, at: b] += 800 * x * x - 400 * u + 2
          jets[hessian: i - 1, i, at: b] -= 400 * x
          jets[hessian: i, i, at: b] += 200
        }
      }
    ),
    (
      "Rastrigin", TestFunction.rastrigin(dimension: n),
      ByHand { points, b, jets in
        for i in 0..<n {
          let x = points[i, b]
          let (c, s) = (cos(2 * Double.pi * x), sin(2 * Double.pi * x))
          jets.values[b] += 10 + x * x - 10 * c
          jets.gradients[i, b] += 2 * x + 20 * .pi * s
          guard jets.order == .hessian else { continue }
          jets[hessian: i, i, at: b] += 2 + 40 * .pi * .pi * c
        }
      }
    ),
  ]

  private struct ByHand: Landscape {
    let domain = EuclideanSpace(dimension: n)
    let add: @Sendable (Matrix<Double>, Int, inout JetBatch) -> Void

    func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
      for b in 0..<points.columns {
        jets.values[b] = 0
        for i in 0..<n { jets.gradients[i, b] = 0 }
        if jets.order == .hessian {
          for k in 0..<(n * (n + 1) / 2) { jets.hessians![k, b] = 0 }
        }
        add(points, b, &jets)
      }
    }
  }
}
