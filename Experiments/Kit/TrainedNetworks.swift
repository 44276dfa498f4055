import Foundation
import Saddlery

/// Networks trained on a task by gradient descent with momentum, and the minima of the loss that damped Newton steps take
/// them to.
struct TrainedNetworks: Sendable {
  let starts: Matrix<Double>
  /// Where training ended.
  let trained: Matrix<Double>
  let ends: [CriticalPoint]

  /// Networks by number that ended in minima.
  var minima: [Int] {
    ends.indices.filter { ends[$0].outcome == .converged && ends[$0].index == 0 }
  }
  var exceptions: Int { ends.count - minima.count }

  init(_ task: NetworkTask, count: Int) {
    starts = task.starts(count)
    var run = Trajectories(task.network, from: starts, by: Momentum(step: 0.05, momentum: 0.9))
    run.advance(until: HaltingRule(steps: 4000, gradient: 1e-4))
    trained = run.points
    ends = Self.minima(task.network, below: run.points)
  }

  /// The minima below some points, a record for each: of weights of order one.
  static func minima(_ network: Perceptron, below points: Matrix<Double>) -> [CriticalPoint] {
    let ends = (0..<points.columns).map { descend(network, points.column($0)) }
    var search = Search(network)
    search.scale = Double(network.domain.dimension).squareRoot()
    return search.run(
      starts: Matrix(columns: ends), targets: ends.map { _ in 0 }, threads: 1)
  }

  /// Levenberg's descent: steps -(∇²L + μ)⁻¹∇L that lower the loss, μ four times larger after one that does not and four times
  /// smaller after one that does; until a step promises less than rounding.
  private static func descend(_ network: Perceptron, _ start: [Double]) -> [Double] {
    let n = start.count
    var (point, μ) = (start, 1e-3)
    var factors = CholeskyFactorization(size: n)
    for _ in 0..<500 {
      let jets = network.jets(at: Matrix<Double>(columns: [point]), upTo: .hessian)
      let (value, gradient, hessian) = (jets.values[0], jets.gradients.column(0), jets.hessian(0))
      let scale = (0..<n).reduce(0) { $0 + abs(hessian[$1, $1]) } / Double(n)
      while true {
        var damped = hessian
        for i in 0..<n { damped[i, i] += μ * scale }
        factors.factorize(damped)
        if factors.dependentRow == nil {
          var step = gradient
          factors.solve(&step)
          let next = zip(point, step).map { $0 - $1 }
          if network.value(at: next) < value {
            point = next
            μ /= 4
            break
          }
          let promise = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
          if promise < 1e-13 * value { return point }
        }
        μ *= 4
        guard μ < 1e9 else { return point }
      }
    }
    return point
  }
}
