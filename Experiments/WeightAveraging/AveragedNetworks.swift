import Foundation
import Saddlery

/// Averages over networks trained on one task: of weights and of predictions, along descent on mini-batches in one basin and across
/// basins.
///
/// Of K networks with outputs f_k, the squared loss of their mean output is less than their mean loss by half the mean
/// variance of outputs, exactly:
///
///     D(f̄) = 1/K Σ_k D(f_k) - 1/(2m) Σ_μ var_k f_k(x_μ),   D = 1/(2m) Σ_μ (f(x_μ) - y_μ)²
struct AveragedNetworks: Sendable {
  /// Losses D of data, without decay, in units of that of no weights.
  struct Averages: Sendable {
    /// Mean of the networks, of their mean prediction, and of the mean of their weights; the latter of aligned ones too.
    let single, predictions, weights, aligned: Double
    /// What the identity above says of predictions.
    let identity: Double
  }

  /// A run on mini-batches with one step from a minimum.
  struct Run: Sendable {
    /// Whether descent leads back to the minimum.
    let returns: Bool
    /// L less that of the minimum, in units of the loss of no weights: mean over iterates, and of their mean.
    let iterates, average: Double
    let snapshots: Averages
  }

  static let batch = 10
  static let snapshots = 30
  static let counts = [2, 4]

  let networks: Int
  let minima: Int
  /// By step, then by minimum.
  let runs: [[Run]]
  /// By number of networks, of all that follow each other.
  let across: [[Averages]]

  init(_ task: NetworkTask, steps: [Double], networks count: Int) throws {
    let network = task.network
    let trained = TrainedNetworks(task, count: count)
    let minima = trained.minima.map { trained.ends[$0] }
    (networks, self.minima) = (count, minima.count)
    let batches = try Self.batches(task)
    runs = steps.map { Self.run(network, batches, from: minima, step: $0) }
    across = Self.counts.map { k in
      stride(from: 0, through: minima.count - k, by: k).map { first in
        Self.averages(network, minima[first..<(first + k)].map(\.position))
      }
    }
  }

  /// Mini-batches of fifty rounds through all examples, each in an order of its own.
  private static func batches(_ task: NetworkTask) throws -> SumLandscape<Perceptron> {
    var stream = RandomStream(seed: task.seed, purpose: .noise, sample: task.sample)
    let (data, m) = (task.network.data, NetworkTask.examples)
    var terms: [Perceptron] = []
    for _ in 0..<50 {
      let keys = stream.uniforms(count: m)
      let order = (0..<m).sorted { keys[$0] < keys[$1] }
      for first in stride(from: 0, to: m, by: batch) {
        terms.append(
          try Perceptron(
            task.network.architecture, data: data.subset(Array(order[first..<(first + batch)])),
            decay: task.targets.decay))
      }
    }
    return SumLandscape(terms, factor: 1 / Double(terms.count))
  }

  /// Ten rounds of rest, then iterates of as many steps as there are batches, ten times over.
  private static func run(
    _ network: Perceptron, _ batches: SumLandscape<Perceptron>, from minima: [CriticalPoint],
    step: Double
  ) -> [Run] {
    let starts = Matrix<Double>(columns: minima.map(\.position))
    let total = 10 * batches.terms.count
    var run = Trajectories(miniBatches: batches, from: starts, by: GradientDescent(step: step))
    run.advance(until: HaltingRule(steps: total / 10))
    var sum = Matrix<Double>(rows: starts.rows, columns: starts.columns)
    var losses = [Double](repeating: 0, count: starts.columns)
    var seen: [[[Double]]] = minima.map { _ in [] }
    var looks = 0
    for number in 1...total {
      run.step()
      let points = run.points
      sum.add(points, times: 1 / Double(total))
      // Not in step with the rounds of six batches.
      if number % 7 == 0 {
        looks += 1
        for (b, value) in network.jets(at: points, upTo: .value).values.enumerated() {
          losses[b] += value
        }
      }
      if number % (total / snapshots) == 0 {
        for b in minima.indices { seen[b].append(points.column(b)) }
      }
    }
    let ends = TrainedNetworks.minima(network, below: run.points)
    let means = network.jets(at: sum, upTo: .value).values
    return minima.indices.map { b in
      let (position, value) = (minima[b].position, minima[b].value)
      return Run(
        returns: norm(zip(ends[b].position, position).map(-)) < 1e-6 * norm(position),
        iterates: NetworkTask.relative(losses[b] / Double(looks) - value),
        average: NetworkTask.relative(means[b] - value),
        snapshots: averages(network, seen[b]))
    }
  }

  private static func averages(_ network: Perceptron, _ points: [[Double]]) -> Averages {
    let (targets, count) = (network.data.targets.elements, Double(points.count))
    let m = Double(targets.count)
    func outputs(_ point: [Double]) -> [Double] {
      network.outputs(point, of: network.data.inputs).elements
    }
    func loss(_ outputs: [Double]) -> Double {
      NetworkTask.relative(
        zip(outputs, targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / (2 * m))
    }
    func mean(_ all: [[Double]]) -> [Double] {
      all[0].indices.map { i in all.reduce(0) { $0 + $1[i] } / count }
    }
    let all = points.map(outputs)
    let centre = mean(all)
    let single = all.reduce(0) { $0 + loss($1) } / count
    let square = all.reduce(0) { $0 + pow(norm(zip($1, centre).map(-)), 2) } / count
    let aligned = points.map { network.symmetries.alignment(of: $0, to: points[0])($0) }
    return Averages(
      single: single, predictions: loss(centre), weights: loss(outputs(mean(points))),
      aligned: loss(outputs(mean(aligned))),
      identity: single - NetworkTask.relative(square / (2 * m)))
  }
}
