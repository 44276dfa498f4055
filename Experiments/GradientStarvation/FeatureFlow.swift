import Foundation
import Saddlery

/// Gradient flow of logistic regression where an example is its label times one of some lists of features.
///
/// Where all examples have the same features a, and w = 0 at the start, w stays a multiple of a: every gradient is one. Then
/// z = a·w obeys dz/dt = |a|²/(1 + e^z), so that
///
///     z + e^z = 1 + |a|² t,   w = a z/|a|²,   w_2/w_1 = a_2/a_1 at all times.
struct FeatureFlow: Sendable {
  /// The features of each group, and its share of all examples.
  let groups: [(features: [Double], share: Double)]

  /// The weights at some times, ascending.
  func weights(at times: [Double]) throws -> [[Double]] {
    let d = groups[0].features.count
    // Labels 1 and -1.
    let columns = groups.flatMap { [$0.features, $0.features.map { -$0 }] }
    let data = try TrainingSet(
      inputs: Matrix(columns: columns), labels: groups.flatMap { _ in [1, 0] }, classes: 2,
      weights: groups.flatMap { [$0.share / 2, $0.share / 2] })
    let model = try Perceptron(
      Architecture([d, 1], hasBiases: false), loss: .crossEntropy, data: data, decay: 0)
    var run = Trajectories(
      model, from: Matrix(rows: d, columns: 1), by: GradientFlow(tolerance: 1e-8))
    return times.map { time in
      run.advance(until: HaltingRule(time: time))
      return run.points.column(0)
    }
  }

  /// z with z + e^z = 1 + |a|² t.
  static func margin(_ square: Double, _ time: Double) -> Double {
    let goal = square * time + 1
    // Convex and increasing: from above Newton's method comes down to it.
    var z = log(goal)
    for _ in 0..<100 { z -= (z + exp(z) - goal) / (1 + exp(z)) }
    return z
  }

  /// The time after which the weight of feature i is w, features a.
  static func time(_ a: [Double], _ i: Int, reaches w: Double) -> Double {
    let square = a.reduce(0) { $0 + $1 * $1 }
    let z = w * square / a[i]
    return (z + expm1(z)) / square
  }
}
