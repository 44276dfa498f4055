import Foundation
import Saddlery

/// Networks of one hidden layer of tanh that are trained on normal inputs with labels ±1 by coin.
struct RandomLabels: Sendable {
  static let inputs = 8
  static let hidden = 10

  /// Whether all signs are right at the end, by network.
  let areRight: [Bool]
  /// Whether the mean squared residual is below a ten-thousandth of the labels' variance.
  let areMet: [Bool]

  /// The first m examples of a sample.
  init(_ m: Int, networks: Int, steps: Int, seed: UInt64, sample: Int) throws {
    let architecture = try Architecture([Self.inputs, Self.hidden, 1])
    var (inputs, labels) = ([[Double]](), [Double]())
    for i in 0..<m {
      var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample, item: i)
      inputs.append(stream.normals(count: Self.inputs))
      labels.append(stream.uniform() < 0.5 ? -1 : 1)
    }
    let network = try Perceptron(
      architecture,
      data: TrainingSet(
        inputs: Matrix(columns: inputs), targets: Matrix(columns: labels.map { [$0] })), decay: 0)
    let starts = Matrix<Double>(
      columns: (0..<networks).map { b in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: b)
        var start = stream.normals(count: architecture.parameterCount)
        for l in 0...architecture.hiddenLayers {
          let size = Double(architecture.widths[l]).squareRoot()
          for i in architecture.parameters(ofLayer: l) { start[i] /= size }
        }
        return start
      })
    var run = Trajectories(network, from: starts, by: Adam(step: 0.01))
    let goal = 1e-4 / 2
    run.advance(until: HaltingRule(steps: steps, value: goal))
    areMet = run.values.map { $0 <= goal }
    let points = run.points
    areRight = (0..<networks).map { b in
      zip(network.outputs(points.column(b), of: network.data.inputs).elements, labels)
        .allSatisfy { $0 * $1 > 0 }
    }
  }

  static var parameters: Int { (inputs + 1) * hidden + hidden + 1 }
}
