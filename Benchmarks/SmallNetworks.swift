import Foundation
import Saddlery

/// Times losses of small networks on two threads, and writes what they are differentiated at, with the Hessians:
///
///     Benchmarks --networks FILE.h5
///
/// `compare_networks.py` runs this beside JAX and holds the Hessians against NumPy's.
enum SmallNetworks {
  private static let cases: [(name: String, activation: Activation, loss: Loss)] = [
    ("16-4-10", .tanh, .crossEntropy), ("8-5-1", .tanh, .squared),
    ("6-5-4-3", .softplus, .squared),
  ]
  private static let (examples, batch) = (200, 128)

  static func run(into path: String) throws {
    var datasets: [Dataset] = []
    for (name, activation, loss) in cases {
      let network = try network(name, activation, loss)
      let n = network.domain.dimension
      var stream = RandomStream(seed: 2, purpose: .starts)
      let points = Matrix<Double>(
        rows: n, columns: batch, elements: stream.normals(count: n * batch).map { $0 / 2 })
      for order in [DerivativeOrder.gradient, .hessian] {
        let seconds = time(network, points, order)
        print("\(name) \(order)", seconds, separator: "\t")
      }
      let hessians = (0..<4).flatMap { network.euclideanHessian(at: points.column($0)).elements }
      let (d, k) = (network.architecture.inputs, network.architecture.outputs)
      datasets += [
        Dataset("/\(name)/inputs", shape: [examples, d], values: network.data.inputs.elements),
        Dataset("/\(name)/targets", shape: [examples, k], values: network.data.targets.elements),
        Dataset("/\(name)/points", shape: [batch, n], values: points.elements),
        Dataset("/\(name)/hessians", shape: [4, n, n], values: hessians),
      ]
    }
    try ArrayFile(path).write(datasets)
  }

  private static func network(
    _ name: String, _ activation: Activation, _ loss: Loss
  ) throws -> Perceptron {
    let architecture = Architecture(name)!
    var stream = RandomStream(seed: 1, purpose: .noise)
    let (d, k) = (architecture.inputs, architecture.outputs)
    let inputs = Matrix<Double>(
      rows: d, columns: examples, elements: stream.normals(count: d * examples))
    let data =
      try loss == .crossEntropy
      ? TrainingSet(
        inputs: inputs, labels: (0..<examples).map { _ in Int(Double(k) * stream.uniform()) },
        classes: k)
      : TrainingSet(
        inputs: inputs,
        targets: Matrix(rows: k, columns: examples, elements: stream.normals(count: k * examples)))
    return try Perceptron(
      architecture, activation: activation, loss: loss, data: data, decay: 0.01)
  }

  /// Seconds a point, on two threads, the least of some runs.
  private static func time(
    _ network: Perceptron, _ points: Matrix<Double>, _ order: DerivativeOrder
  ) -> Double {
    let half = batch / 2
    let halves = [points.columns(in: 0..<half), points.columns(in: half..<batch)]
    let repeats = order == .hessian ? 20 : 200
    return (0..<5).map { _ in
      let start = ContinuousClock.now
      _ = concurrentMap(0..<2, threads: 2) { half in
        var jets = JetBatch(
          dimension: network.domain.dimension, count: halves[half].columns, order: order)
        for _ in 0..<repeats { network.evaluate(halves[half], into: &jets) }
        return jets.values[0]
      }
      return start.duration(to: .now) / .seconds(Double(repeats * batch))
    }.min()!
  }
}
