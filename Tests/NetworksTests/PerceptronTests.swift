import LandscapeConformance
import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

@Suite struct PerceptronTests {
  static let architectures = [
    [3, 2], [4, 3, 1], [3, 3, 2, 2], [2, 3, 2, 3, 2], [2, 1, 1, 2, 1, 3],
  ]

  /// A network with random data of its shape.
  static func network(
    _ widths: [Int], _ activation: Activation, _ loss: Loss, examples m: Int = 11,
    biases: Bool = true, weighted: Bool = false
  ) throws -> Perceptron {
    var stream = RandomStream(seed: 7, purpose: .noise)
    let (d, k) = (widths[0], widths[widths.count - 1])
    let inputs = Matrix<Double>(rows: d, columns: m, elements: stream.normals(count: d * m))
    let weights = weighted ? (0..<m).map { _ in stream.uniform() } : nil
    let data =
      switch loss {
      case .squared:
        try TrainingSet(
          inputs: inputs,
          targets: Matrix<Double>(rows: k, columns: m, elements: stream.normals(count: k * m)),
          weights: weights)
      case .crossEntropy:
        try TrainingSet(
          inputs: inputs, labels: (0..<m).map { _ in Int(2 * stream.uniform()) },
          classes: max(2, k), weights: weights)
      }
    let architecture = try Architecture(widths, hasBiases: biases)
    return try Perceptron(
      architecture, activation: activation, loss: loss, data: data,
      decay: (0..<architecture.parameterCount).map { _ in 0.1 * stream.uniform() })
  }

  @Test(arguments: architectures, Loss.allCases)
  func derivatives(_ widths: [Int], _ loss: Loss) throws {
    for activation in [Activation.linear, .tanh, .softplus] {
      for biases in [true, false] {
        guard loss == .squared || widths.last != 2 else { continue }
        let network = try Self.network(
          widths, activation, loss, biases: biases, weighted: biases)
        #expect(landscapeViolations(network) == [], "\(activation), biases \(biases)")
      }
    }
  }

  /// Away from kinks; 40 steps down from √n/8 reach a range without one.
  @Test(arguments: architectures)
  func rectified(_ widths: [Int]) throws {
    let network = try Self.network(widths, .relu, .squared)
    var stream = RandomStream(seed: 3, purpose: .noise)
    for _ in 0..<8 {
      let point = stream.normals(count: network.domain.dimension)
      let direction = stream.normals(count: network.domain.dimension)
      let jets = network.jets(at: Matrix<Double>(columns: [point]), upTo: .hessian)
      let step = 1e-5
      let ends = [-step, step].map { t in
        network.euclideanGradient(at: zip(point, direction).map { $0 + t * $1 })
      }
      let change = zip(ends[0], ends[1]).map { ($1 - $0) / (2 * step) }
      let product = (0..<point.count).map { i in
        (0..<point.count).reduce(0) { $0 + jets.hessian(0)[i, $1] * direction[$1] }
      }
      let error = norm(zip(change, product).map { $0 - $1 })
      #expect(error < 1e-6 * norm(product))
    }
  }
}
