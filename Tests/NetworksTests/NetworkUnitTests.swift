import CriticalPoints
import Landscapes
import LinearAlgebra
import Networks
import RandomStreams
import Testing

/// Nothing depends on units: inputs times s and targets over s are weights over s and losses over s², and with a power of two
/// for s every number is the same to the last bit.
@Suite struct NetworkUnitTests {
  private static let powers: [Double] = [0x1p-30, 0x1p30]

  private static func network(
    _ widths: [Int], _ loss: Loss, inputs s: Double, targets t: Double, decay: Double
  ) throws -> Perceptron {
    var stream = RandomStream(seed: 11, purpose: .noise)
    let (d, k, m) = (widths[0], widths[widths.count - 1], 30)
    let inputs = Matrix<Double>(
      rows: d, columns: m, elements: stream.normals(count: d * m).map { s * $0 })
    let data =
      loss == .squared
      ? try TrainingSet(
        inputs: inputs,
        targets: Matrix(
          rows: k, columns: m, elements: stream.normals(count: k * m).map { t * $0 }))
      : try TrainingSet(inputs: inputs, labels: (0..<m).map { $0 % k }, classes: k)
    return try Perceptron(
      Architecture(widths, hasBiases: false), loss: loss, data: data, decay: decay)
  }

  /// A search from critical point to critical point finds the same ones by the same steps.
  @Test(arguments: powers) func exploration(_ s: Double) throws {
    let plain = try Self.network([3, 2, 1], .squared, inputs: 1, targets: 1, decay: 0.02)
    let scaled = try Self.network([3, 2, 1], .squared, inputs: s, targets: 1 / s, decay: 0.02)
    #expect(scaled.searchScale == plain.searchScale / s)
    let (a, b) = (Self.explore(plain), Self.explore(scaled))
    #expect(!a.orbits.orbits.isEmpty && a.points.count == b.points.count)
    #expect(a.orbits.morseSum == b.orbits.morseSum && a.rounds == b.rounds)
    for (p, q) in zip(a.points, b.points) {
      #expect(p.outcome == q.outcome && p.index == q.index && p.iterations == q.iterations)
      #expect(q.value == p.value / (s * s) && q.position == p.position.map { $0 / s })
    }
  }

  /// Layers of no hidden units with classes: weights alone are in units of inputs.
  @Test(arguments: powers) func classes(_ s: Double) throws {
    let plain = try Self.network([3, 3], .crossEntropy, inputs: 1, targets: 1, decay: 0.02)
    let scaled = try Self.network(
      [3, 3], .crossEntropy, inputs: s, targets: 1, decay: 0.02 * s * s)
    let (a, b) = (Self.explore(plain), Self.explore(scaled))
    #expect(a.points.map(\.value) == b.points.map(\.value))
    #expect(a.orbits.orbits.count == 1 && b.orbits.orbits.count == 1)
  }

  private static func explore(_ network: Perceptron) -> Exploration<Perceptron>.Result {
    var exploration = Exploration(Search(network))
    exploration.searchLimit = 3000
    return exploration.run(from: 20, seed: 1, threads: 2)
  }
}
