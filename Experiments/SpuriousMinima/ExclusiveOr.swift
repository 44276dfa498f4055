import Foundation
import Saddlery

/// Gradient descent of a 2-h-1 rectifier network on the four examples of XOR, and a proof of what it ends in.
///
/// Let no sum vanish at any example (no kink), and let a unit be alive if it gives something out and is on somewhere. A unit
/// that is on at three examples or fewer, and off at the others, has at a critical point no residual where it is on: the
/// sums Σ r (x, 1) over these are zero, and no three examples lie on a line. With U the examples that no living unit is on
/// at, the output is a constant there, which at a critical point is the mean of the targets. If living units are on
/// everywhere, the output is affine at all four, of which the best is 1/2, and then U stands for all four.
///
/// All nearby networks are constant, or affine, on the same U, so that none has a smaller error: it is a minimum, and its
/// error is that of a constant on U,
///
///     4E = |U| variance of the targets on U:   E = 1/4, 1/6, 1/8 or 0   for |U| = 4, 3, 2 and less.
struct ExclusiveOr: Sendable {
  /// How a descent ends.
  enum End: Sendable, Equatable {
    case solved
    /// A minimum, proved as above, of a constant on so many examples.
    case minimum(constantOn: Int)
    /// No proof, as some sum vanishes, or it has not arrived.
    case other
  }

  static let inputs = [[0.0, 0.0], [0, 1], [1, 0], [1, 1]]
  static let targets = [0.0, 1, 1, 0]
  /// Mean squared errors of the best constant on all four examples, on three and on two.
  static let levels = [4: 1.0 / 4, 3: 1.0 / 6, 2: 1.0 / 8]

  let ends: [End]
  /// Mean squared errors.
  let errors: [Double]

  /// Of each start a network of its own weights, all standard normal.
  init(hidden h: Int, starts: Range<Int>, steps: Int, seed: UInt64) throws {
    let architecture = try Architecture([2, h, 1])
    let network = try Perceptron(
      architecture, activation: .relu,
      data: TrainingSet(
        inputs: Matrix(columns: Self.inputs), targets: Matrix(columns: Self.targets.map { [$0] })),
      decay: 0)
    let places = Matrix<Double>(
      columns: starts.map { start in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: h, item: start)
        return stream.normals(count: architecture.parameterCount)
      })
    let worst = Self.levels[4]! / 2
    var run = Trajectories(network, from: places, by: GradientDescent(step: Self.step(h)))
    // Ten decades of the error, far below the least of the levels.
    run.advance(until: HaltingRule(steps: steps, gradient: 1e-10, value: 1e-10 * worst))
    errors = run.values.map { 2 * $0 }
    let points = run.points
    ends = (0..<starts.count).map { b in
      Self.end(architecture, points.column(b), error: 2 * run.values[b])
    }
  }

  /// Stable where a sharp solution of h units is: the largest curvature grows with the number of units.
  static func step(_ h: Int) -> Double { 0.4 / Double(4 + h) }

  private static func end(_ architecture: Architecture, _ w: [Double], error: Double) -> End {
    if error < 1e-8 * levels[4]! { return .solved }
    let hidden = architecture.widths[1]
    /// How many living units are on at each example, and whether one is on at all.
    var (on, isEverywhere) = ([Int](repeating: 0, count: 4), false)
    for unit in 0..<hidden {
      let row = (0...2).map { w[architecture.parameter(layer: 0, from: $0, to: unit)] }
      let sums = inputs.map { row[0] * $0[0] + row[1] * $0[1] + row[2] }
      let size = row.reduce(0) { $0 + abs($1) }
      guard sums.allSatisfy({ abs($0) > 1e-6 * size }) else { return .other }
      if sums.allSatisfy({ $0 > 0 }) { isEverywhere = true }
      for (i, sum) in sums.enumerated() where sum > 0 { on[i] += 1 }
      // One on at all four makes no difference to which examples are left to a constant.
      if sums.allSatisfy({ $0 > 0 }) { for i in 0..<4 { on[i] -= 1 } }
    }
    let left = on.count { $0 == 0 }
    // With a unit on everywhere only the affine case has this form.
    guard let level = levels[left], !isEverywhere || left == 4,
      abs(error - level) < 1e-6 * level
    else { return .other }
    return .minimum(constantOn: left)
  }
}
