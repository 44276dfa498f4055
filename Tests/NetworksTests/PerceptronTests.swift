import CriticalPoints
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

  /// At a kink there is a slope by convention, and no Hessian: a search calls nothing there converged.
  @Test func kink() throws {
    let network = try Self.network([2, 3, 1], .relu, .squared)
    let origin = Matrix<Double>(rows: network.domain.dimension, columns: 1)
    let jets = network.jets(at: origin, upTo: .hessian)
    #expect(jets.gradients.elements.allSatisfy { $0.isFinite })
    #expect(jets.hessians!.elements.contains { $0.isNaN })
    let found = Search(network).run(starts: origin, targets: [0])
    #expect(found.map(\.outcome) == [.nonFinite])
  }

  /// NaN and infinities in, NaN or infinities out.
  @Test(arguments: Activation.allCases, Loss.allCases)
  func notFinite(_ activation: Activation, _ loss: Loss) throws {
    let network = try Self.network([2, 3, loss == .squared ? 2 : 3], activation, loss)
    for bad in [Double.nan, .infinity] {
      for place in 0..<network.domain.dimension {
        var point = [Double](repeating: 0.3, count: network.domain.dimension)
        point[place] = bad
        #expect(!network.value(at: point).isFinite)
      }
    }
  }

  /// Many examples go in blocks, many points in groups: the sum of two halves of the data is the whole.
  @Test func blocks() throws {
    let whole = try Self.network([5, 9, 3], .tanh, .crossEntropy, examples: 700)
    let (n, m) = (whole.domain.dimension, whole.data.count)
    var stream = RandomStream(seed: 2, purpose: .noise)
    let points = Matrix<Double>(rows: n, columns: 70, elements: stream.normals(count: n * 70))
    let halves = try [0..<350, 350..<m].map { range in
      try Perceptron(
        whole.architecture, loss: .crossEntropy,
        data: TrainingSet(
          inputs: whole.data.inputs.columns(in: range),
          targets: whole.data.targets.columns(in: range),
          weights: Array(whole.data.weights[range])), decay: whole.decay.map { $0 / 2 })
    }
    let jets = whole.jets(at: points, upTo: .hessian)
    let parts = halves.map { $0.jets(at: points, upTo: .hessian) }
    func compare(_ numbers: (JetBatch) -> [Double]) {
      let size = norm(numbers(jets))
      let sum = zip(numbers(parts[0]), numbers(parts[1])).map { $0 + $1 }
      #expect(norm(zip(sum, numbers(jets)).map { $0 - $1 }) < 1e-14 * size)
    }
    compare(\.values)
    compare(\.gradients.elements)
    compare { $0.hessians!.elements }
  }

  /// What is said of arguments that make no network.
  @Test func refusals() throws {
    let data = try TrainingSet(inputs: Matrix(columns: [[1, 2]]), targets: Matrix(columns: [[1]]))
    let wrong = try TrainingSet(
      inputs: Matrix(columns: [[1, 2]]), targets: Matrix(columns: [[0.5, 0.6]]))
    let refusals: [(String, () throws -> Void)] = [
      (
        "number of layers 1 is not valid; give a whole number from 2 to 100",
        { _ = try Architecture([3]) }
      ),
      (
        "width 0 is not valid; give a whole number from 1 to 1000000",
        { _ = try Architecture([3, 0, 1]) }
      ),
      (
        "number of inputs of an example 2 is not valid; give a whole number from 3 to 3",
        { _ = try Perceptron(Architecture([3, 1]), data: data, decay: 0) }
      ),
      (
        "decay -1 is not valid; give a number >= 0",
        { _ = try Perceptron(Architecture([2, 1]), data: data, decay: -1) }
      ),
      (
        "input 2 of example 1 nan is not valid; give a finite number",
        {
          _ = try TrainingSet(
            inputs: Matrix(columns: [[1, .nan]]), targets: Matrix(columns: [[1]]))
        }
      ),
      (
        "label of example 1 3 is not valid; give a whole number from 0 to 2",
        { _ = try TrainingSet(inputs: Matrix(columns: [[1]]), labels: [3], classes: 3) }
      ),
      (
        "sum of the targets of example 1 1.1 is not valid; give probabilities that add up to 1",
        { _ = try Perceptron(Architecture([2, 2]), loss: .crossEntropy, data: wrong, decay: 0) }
      ),
    ]
    for (line, body) in refusals {
      do {
        try body()
        Issue.record("accepted what should give: \(line)")
      } catch {
        #expect("\(error)" == line)
      }
    }
    for text in ["", "3", "3-", "-3-1", "3--1", "a-b", "3-0-1", "3-1-", "3 1", "٣-1", "3-1e2"] {
      #expect(Architecture(text) == nil, "\(text)")
    }
    #expect(Architecture("8-5-1")?.parameterCount == 51)
  }
}
