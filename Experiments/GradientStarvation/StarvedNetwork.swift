import Foundation
import Saddlery

/// A network 2-h-1 of tanh, trained on both features, and one on the weak feature alone; what each makes of the weak feature
/// where the strong one is missing.
struct StarvedNetwork: Sendable {
  static let hidden = 10
  static let (examples, tests, noise) = (64, 2000, 0.05)

  /// Label times output, in the mean over fresh examples without the strong feature.
  let (together, alone): (Double, Double)
  /// The same over fresh examples with it, of the first.
  let whole: Double
  /// Shares of fresh examples without it that have the right sign, where noise is four times as strong.
  let (togetherRight, aloneRight): (Double, Double)

  init(steps: Int, seed: UInt64, sample: Int) throws {
    let size = Double(2).squareRoot()
    let architecture = try Architecture([2, Self.hidden, 1])
    var starts = RandomStream(seed: seed, purpose: .starts, sample: sample)
    var start = starts.normals(count: architecture.parameterCount)
    for i in architecture.parameters(ofLayer: 0) { start[i] /= size }
    for i in architecture.parameters(ofLayer: 1) { start[i] /= Double(Self.hidden).squareRoot() }
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    func draw(_ count: Int, strong: Double, noise: Double) -> (Matrix<Double>, [Int]) {
      let labels = (0..<count).map { $0 % 2 }
      let columns = labels.map { label in
        let sign = Double(2 * label - 1)
        return [
          strong == 0 ? 0 : sign * strong + noise * stream.normal(),
          sign * GradientStarvation.weak + noise * stream.normal(),
        ]
      }
      return (Matrix(columns: columns), labels)
    }
    func train(_ strong: Double) throws -> (Perceptron, [Double]) {
      let (inputs, labels) = draw(Self.examples, strong: strong, noise: Self.noise)
      let network = try Perceptron(
        architecture, loss: .crossEntropy,
        data: TrainingSet(inputs: inputs, labels: labels, classes: 2), decay: 0)
      var run = Trajectories(
        network, from: Matrix(columns: [start]), by: GradientDescent(step: 0.1))
      run.advance(until: HaltingRule(steps: steps))
      return (network, run.points.column(0))
    }
    let (both, weak) = (try train(GradientStarvation.strong), try train(0))
    func margins(
      _ trained: (Perceptron, [Double]), _ fresh: (Matrix<Double>, [Int])
    ) -> [Double] {
      zip(trained.0.outputs(trained.1, of: fresh.0).elements, fresh.1).map {
        $0 * Double(2 * $1 - 1)
      }
    }
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    let missing = draw(Self.tests, strong: 0, noise: Self.noise)
    (together, alone) = (mean(margins(both, missing)), mean(margins(weak, missing)))
    whole = mean(
      margins(both, draw(Self.tests, strong: GradientStarvation.strong, noise: Self.noise)))
    let loud = draw(Self.tests, strong: 0, noise: 4 * Self.noise)
    (togetherRight, aloneRight) = (
      mean(margins(both, loud).map { $0 > 0 ? 1 : 0 }),
      mean(margins(weak, loud).map { $0 > 0 ? 1 : 0 })
    )
  }
}
