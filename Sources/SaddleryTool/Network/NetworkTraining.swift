import Commands
import Saddlery

/// Runs of a method on a network's loss from random weights.
struct NetworkTraining {
  let network: Perceptron
  /// Without decay, on the same examples and on those held out.
  private let undecayed: Perceptron
  private let heldOut: Perceptron?
  let plan: DescentPlan
  /// The sum of the parts that steps see one after another; nil if they see the whole.
  private let parts: SumLandscape<Perceptron>?
  private let starts: Int
  private let spread: Double
  private let seed: UInt64
  private let threads: Int
  private let progress: ProgressOptions

  /// Runs that are evaluated together.
  private static let batch = 4

  init(
    _ network: Perceptron, heldOut: Perceptron?, options: DescentOptions, starts: Int,
    spread: Double, seed: UInt64, threads: Int, progress: ProgressOptions
  ) throws {
    (self.network, self.heldOut, self.starts) = (network, heldOut, starts)
    undecayed = try asInput {
      try Perceptron(
        network.architecture, activation: network.activation, loss: network.loss,
        data: network.data, decay: 0)
    }
    (self.spread, self.seed, self.threads, self.progress) = (spread, seed, threads, progress)
    plan = try DescentPlan(
      options, unit: Self.unit(network, options, spread, seed), steps: 10_000)
    let count = plan.miniBatches
    try require("mini-batches", count, in: 1...network.data.count, "with so many examples")
    parts = count > 1 ? try asInput { try network.miniBatches(count, seed: seed) } : nil
  }

  /// Random weights.
  ///
  /// Randomness: from the streams (seed, starts, sample 0, item start).
  private static func weights(
    _ network: Perceptron, _ spread: Double, _ seed: UInt64, start: Int
  ) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: .starts, sample: 0, item: start)
    return network.architecture.weights(using: &stream).map { spread * $0 }
  }

  /// Of time the inverse of the largest curvature at the first starts, of lengths the root mean square of their weights.
  private static func unit(
    _ network: Perceptron, _ options: DescentOptions, _ spread: Double, _ seed: UInt64
  ) throws -> (time: Double, length: Double) {
    let places = (0..<4).map { weights(network, spread, seed, start: $0) }
    let squares = places.joined().reduce(0) { $0 + $1 * $1 }
    let length = (squares / Double(4 * places[0].count)).squareRoot()
    let needsTime = !options.method.stepsAreLengths && !options.method.isCounted
    guard needsTime, options.step == nil else { return (1, length) }
    let curvature = places.reduce(0) { largest, place in
      let found = StochasticSpectrum(
        of: network, at: place, directions: 1, steps: 20, seed: seed)
      return max(largest, abs(found.highest), abs(found.lowest))
    }
    guard curvature > 0, curvature.isFinite else {
      throw Failure.usage("the Hessian at the starts gives no unit of time; give --step")
    }
    return (1 / curvature, length)
  }

  private var others: [String] {
    let isClassified = network.loss == .crossEntropy
    return (isClassified ? ["error_rate"] : [])
      + (heldOut == nil
        ? []
        : ["loss_without_decay", "held_out_loss"] + (isClassified ? ["held_out_error_rate"] : []))
  }

  private func observables<L: Landscape>() -> [Observable<L>] {
    others.map { name in
      let network = name.hasPrefix("held_out") ? heldOut! : undecayed
      return Observable(name) { _, points in
        name.hasSuffix("error_rate")
          ? network.errorRates(at: points) : Observable.loss.values(network, points)
      }
    } + [.loss, .gradientNorm]
  }

  /// All runs.
  func run() -> DescentSurvey {
    let groups = stride(from: 0, to: starts, by: Self.batch).map {
      $0..<min($0 + Self.batch, starts)
    }
    let bar = Progress(total: groups.count, unit: "batches of runs", progress)
    let parts = concurrentMap(0..<groups.count, threads: threads, progress: bar.show) {
      follow(groups[$0], at: plan.times).survey
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
  }

  /// The Hessian at the start, half-way down and at the end of the first run, which is made once more.
  func spectra(_ survey: DescentSurvey) -> [TrainingSpectrum] {
    guard let first = survey.runs.first, first.outcome != .diverged else { return [] }
    let half = (first.values[0] + first.final) / 2
    let middle = first.values.indices.min {
      abs(first.values[$0] - half) < abs(first.values[$1] - half)
    }
    let times = Set([0, middle ?? 0, first.values.count - 1]).sorted().map { survey.times[$0] }
    let (again, places) = follow(0..<1, at: times, keepsPlaces: true)
    return concurrentMap(0..<places.count, threads: threads) {
      TrainingSpectrum(network, at: places[$0].column(0), time: again.times[$0], seed: seed)
    }
  }

  private func follow(
    _ starts: Range<Int>, at times: [Double], keepsPlaces: Bool = false
  ) -> (survey: DescentSurvey, places: [Matrix<Double>]) {
    let (n, first) = (network.domain.dimension, starts.lowerBound)
    let points = Matrix<Double>(
      columns: starts.map { Self.weights(network, spread, seed, start: $0) })
    var survey = DescentSurvey(dimension: n, following: "loss", others: others, unit: .start)
    var places: [Matrix<Double>] = []
    func record<L: Landscape, M>(_ run: Trajectories<L, M>) {
      var run = run
      let seen = run.record(at: times, observables(), keepsPlaces: keepsPlaces)
      places = seen.places
      survey.add(
        seen, of: run, sample: 0, first: first, findsIndices: n <= TrainingSpectrum.exactLimit)
    }
    func go(_ method: some Method) {
      guard let parts else {
        return record(Trajectories(network, from: points, by: method, seed: seed, first: first))
      }
      record(
        Trajectories(miniBatches: parts, from: points, by: method, seed: seed, first: first))
    }
    go(plan.method(dimension: n))
    return (survey, places)
  }
}
