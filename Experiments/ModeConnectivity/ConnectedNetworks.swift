import Foundation
import Saddlery

/// Pairs of networks trained on one task, and curves of one bend between them along which the mean loss is least.
struct ConnectedNetworks: Sendable {
  /// Losses along a way from one minimum to another, in units of that of no weights.
  struct Way: Sendable {
    let losses: [Double]

    /// Over the higher end.
    var barrier: Double { Profile(losses, scale: 1).barrier }
    /// By how much the largest loss between neighbouring places may exceed what is seen: an eighth of the largest second
    /// difference, since a function is off the chord over a step δ by at most δ²/8 times its second derivative.
    var slack: Double {
      losses.indices.dropFirst().dropLast().reduce(0) {
        max($0, abs(losses[$1 - 1] + losses[$1 + 1] - 2 * losses[$1]))
      } / 8
    }
  }

  struct Pair: Sendable {
    /// The straight way, the untrained curve with its bend midway, and the trained curve.
    let straight, untrained, curve: Way
    /// Length of the curve over that of the straight way.
    let stretch: Double
  }

  /// Parts of a way that losses are looked at.
  static let parts = 400

  let networks: Int
  let minima: Int
  let losses: [Double]
  let pairs: [Pair]

  /// - Parameter nodes: places of the curve at which training sees the loss.
  init(_ task: NetworkTask, networks count: Int, nodes: Int, steps: Int) {
    let trained = TrainedNetworks(task, count: count)
    let minima = trained.minima.map { trained.ends[$0] }
    (networks, self.minima) = (count, minima.count)
    losses = minima.map { NetworkTask.relative($0.value) }
    let times = grid(0...1, Self.parts)
    pairs = stride(from: 0, to: minima.count - 1, by: 2).map { first in
      let (a, b) = (minima[first].position, minima[first + 1].position)
      let curve = CurveLoss(base: task.network, ends: (a, b), nodes: nodes)
      // From far steps to near ones.
      var bend = Matrix<Double>(columns: [curve.middle])
      for (part, step) in [(0.7, 0.02), (0.2, 0.005), (0.1, 0.001)] {
        var run = Trajectories(curve, from: bend, by: Adam(step: step))
        run.advance(until: HaltingRule(steps: Int(part * Double(steps))))
        bend = run.points
      }
      let points = curve.points(bend.column(0), at: times)
      let length = zip(points, points.dropFirst()).reduce(0) { sum, step in
        sum + norm(zip(step.0, step.1).map(-))
      }
      func way(_ points: [[Double]]) -> Way {
        Way(losses: task.network.values(points).map(NetworkTask.relative))
      }
      return Pair(
        straight: Way(losses: task.network.way(a, b, Self.parts)),
        untrained: way(curve.points(curve.middle, at: times)), curve: way(points),
        stretch: length / norm(zip(a, b).map(-)))
    }
  }
}
