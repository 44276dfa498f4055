import Foundation
import Saddlery

/// What a small network is to learn: inputs of normal numbers, and targets of mean square 1, so that the loss of a network
/// without weights is 1/2.
///
/// The network has one hidden layer of tanh units, biases, squared loss, and the same decay λ of all weights:
///
///     L(w) = 1/(2m) Σ_μ (f_w(x_μ) - y_μ)² + (λ/2)|w|²
struct NetworkTask: Sendable {
  /// Where targets come from.
  enum Targets: String, CaseIterable, Sendable {
    /// A network of the same kind of four hidden units, which others of at least as many can imitate.
    case teacher
    /// Normal numbers that have nothing to do with the inputs.
    case random = "random labels"

    /// λ.
    var decay: Double { self == .teacher ? 1e-3 : 1e-4 }
  }

  static let inputs = 4
  static let examples = 60
  static let teacherUnits = 4

  let targets: Targets
  let width: Int
  let sample: Int
  let seed: UInt64
  let network: Perceptron

  /// - Parameter sample: of data; inputs are the same for both kinds of targets and all widths.
  init(_ targets: Targets, width: Int, sample: Int, seed: UInt64) throws {
    (self.targets, self.width, self.sample, self.seed) = (targets, width, sample, seed)
    let (d, m) = (Self.inputs, Self.examples)
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    let x = Matrix<Double>(rows: d, columns: m, elements: stream.normals(count: d * m))
    var y = stream.normals(count: m)
    if targets == .teacher {
      let hidden = Self.teacherUnits
      let weights = (0..<hidden).map { _ in
        (stream.normals(count: d).map { 1.5 * $0 / Double(d).squareRoot() }, stream.normal())
      }
      let out = stream.normals(count: hidden)
      y = (0..<m).map { μ in
        zip(weights, out).reduce(0) { sum, unit in
          let z = zip(unit.0.0, x.column(μ)).reduce(0.5 * unit.0.1) { $0 + $1.0 * $1.1 }
          return sum + unit.1 * tanh(z)
        }
      }
    }
    let size = norm(y) / Double(m).squareRoot()
    network = try Perceptron(
      Architecture([d, width, 1]),
      data: TrainingSet(
        inputs: x, targets: Matrix<Double>(rows: 1, columns: m, elements: y.map { $0 / size })),
      decay: targets.decay)
  }

  /// Losses in units of that of no weights.
  static func relative(_ loss: Double) -> Double { 2 * loss }

  /// Initial weights, one network a column: normal, of variance 1/(number of weights into a unit).
  func starts(_ count: Int) -> Matrix<Double> {
    let architecture = network.architecture
    return Matrix(
      columns: (0..<count).map { i in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: i)
        var point = stream.normals(count: architecture.parameterCount)
        for (l, inputs) in [Self.inputs, width].enumerated() {
          for k in architecture.parameters(ofLayer: l) { point[k] /= Double(inputs).squareRoot() }
        }
        return point
      })
  }
}
