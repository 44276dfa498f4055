import Foundation
import Saddlery

/// The loss of one example of linear least squares, (a·x - y)²/2.
struct ExampleLoss: Landscape {
  let a: [Double]
  let y: Double

  var domain: EuclideanSpace { EuclideanSpace(dimension: a.count, length: 1) }

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    for b in 0..<points.columns {
      let rest = a.indices.reduce(-y) { $0 + a[$1] * points[$1, b] }
      jets.values[b] = rest * rest / 2
      if jets.order >= .gradient { for i in a.indices { jets.gradients[i, b] = rest * a[i] } }
      if jets.order == .hessian {
        for j in a.indices { for i in 0...j { jets[hessian: i, j, at: b] = a[i] * a[j] } }
      }
    }
  }
}

/// M examples for N unknowns, with entries of a of variance 1/N and y of variance 1, all independent.
struct LeastSquares: Sendable {
  let examples: [ExampleLoss]
  let unknowns: Int

  init(examples m: Int, unknowns n: Int, seed: UInt64, sample: Int) {
    unknowns = n
    let root = Double(n).squareRoot()
    examples = (0..<m).map { i in
      var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: i)
      let normals = stream.normals(count: n + 1)
      return ExampleLoss(a: normals.dropLast().map { $0 / root }, y: normals[n])
    }
  }

  /// Where the mean loss is least; of several such points the one nearest to 0.
  var solution: [Double] {
    let (m, n) = (examples.count, unknowns)
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let columns = (0..<n).map { j in examples.map { $0.a[j] } }
    let targets = examples.map(\.y)
    let rows = m <= n ? examples.map(\.a) : columns
    var factors = CholeskyFactorization(size: rows.count)
    factors.factorize(
      Matrix(columns: rows.map { row in rows.map { dot(row, $0) } }))
    var x = m <= n ? targets : columns.map { dot($0, targets) }
    factors.solve(&x)
    return m <= n ? columns.map { dot($0, x) } : x
  }

  /// a·x - y of each example.
  func residuals(at x: [Double]) -> [Double] {
    examples.map { one in zip(one.a, x).reduce(-one.y) { $0 + $1.0 * $1.1 } }
  }

  /// The mean of (a·x - y)².
  func meanSquare(at x: [Double]) -> Double {
    residuals(at: x).reduce(0) { $0 + $1 * $1 } / Double(examples.count)
  }

  /// The mean of |grad|² of one example's loss.
  func meanSquaredGradient(at x: [Double]) -> Double {
    zip(residuals(at: x), examples).reduce(0) { sum, one in
      sum + one.0 * one.0 * one.1.a.reduce(0) { $0 + $1 * $1 }
    } / Double(examples.count)
  }

  /// The share of examples whose own loss is least at x, to a millionth of the residual at 0.
  func satisfied(at x: [Double]) -> Double {
    let scale = (examples.reduce(0) { $0 + $1.y * $1.y } / Double(examples.count)).squareRoot()
    return Double(residuals(at: x).count { abs($0) < 1e-6 * scale }) / Double(examples.count)
  }

  /// The mean loss as a sum of those of the examples.
  var sum: SumLandscape<ExampleLoss> {
    SumLandscape(examples, factor: 1 / Double(examples.count))
  }
}
