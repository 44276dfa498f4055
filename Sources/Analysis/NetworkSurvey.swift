public import CriticalPoints
internal import Dynamics
internal import Landscapes
internal import LinearAlgebra
public import Networks
internal import RandomStreams
public import Statistics

/// The critical points of a network's loss up to its symmetries, as index against loss, and beside them points that are not
/// critical: where searches ended flat, and what training passes.
///
/// With a decay of every weight the loss goes to infinity with the weights, so that (-1)^index over all critical points, if
/// none is degenerate, adds up to 1: see ``verdict``.
public struct NetworkSurvey: Sendable {
  /// A place on a training run: not a critical point.
  public struct Passage: Sendable {
    /// The number of the run.
    public let run: Int
    /// Time of gradient flow.
    public let time: Double
    /// The loss there.
    public let loss: Double
    /// |grad|/√P there, of P parameters.
    public let gradientNorm: Double
    /// Negative eigenvalues of the Hessian there; nil where it is not finite.
    public let index: Int?
  }

  /// The network with its data.
  public let network: Perceptron
  /// A record for each search.
  public let searches: [CriticalPoint]
  /// Critical points up to exchanges of units and turns of their signs, losses ascending.
  public let orbits: [Orbits.Orbit]
  /// Σ (-1)^index over all points of all orbits; nil if these are more than an `Int` holds.
  public let signedSum: Int?
  /// How many times searches were started from what the ones before had found.
  public let rounds: Int
  /// Whether no point led to a new one any more.
  public let isExhausted: Bool
  /// Places on training runs.
  public let passages: [Passage]
  private let isCancelled: Bool

  /// Explores from random starts, and trains by gradient flow from random weights.
  ///
  /// - Parameters:
  ///   - network: with its data.
  ///   - points: searches from random starts.
  ///   - limit: searches at most; no fewer than `points`.
  ///   - runs: training runs.
  ///   - seed: names the streams below.
  ///   - threads: results do not depend on it.
  ///   - cancellation: ends the exploration, whose verdict says so.
  ///   - progress: told how far each round of searches is.
  ///   - found: told of the critical points so far, after each round.
  /// - Complexity: a search some ten Hessians and their factorisations.
  ///
  /// Randomness: searches from (seed, starts, sample 0), training from (seed, starts, sample 1, item run).
  public init(
    _ network: Perceptron, points: Int, limit: Int, runs: Int = 8, seed: UInt64,
    threads: Int = defaultThreads, cancellation: Cancellation? = nil,
    progress: @escaping ProgressHandler = { _ in }, found: (Orbits) -> Void = { _ in }
  ) {
    var exploration = Exploration(Search(network))
    exploration.searchLimit = limit
    let all = exploration.run(
      from: points, seed: seed, threads: threads, cancellation: cancellation, progress: progress,
      found: found)
    self.network = network
    searches = all.points
    orbits = all.orbits.orbits.sorted { $0.representative.value < $1.representative.value }
    (signedSum, rounds, isExhausted) = (all.orbits.morseSum, all.rounds, all.isExhausted)
    let isCancelled = cancellation?.isCancelled == true
    self.isCancelled = isCancelled
    passages = concurrentMap(0..<(isCancelled ? 0 : runs), threads: threads) { run in
      Self.train(network, run: run, seed: seed)
    }.flatMap(\.self)
  }

  private static func train(_ network: Perceptron, run: Int, seed: UInt64) -> [Passage] {
    var stream = RandomStream(seed: seed, purpose: .starts, sample: 1, item: run)
    let start = Matrix<Double>(columns: [network.architecture.weights(using: &stream)])
    var flow = Trajectories(network, from: start, by: GradientFlow(tolerance: 1e-4))
    let seen = flow.record(
      at: logarithmicTimes(from: 0.1, to: 100, perDecade: 8), [.loss, .gradientNorm, .index],
      haltingBy: HaltingRule(steps: 20_000))
    return seen.times.indices.map { i in
      func number(_ name: String) -> Double { seen.observables[name]?[i][0] ?? .nan }
      return Passage(
        run: run, time: seen.times[i], loss: number("loss"),
        gradientNorm: number("gradient_norm"), index: Int(exactly: number("index")))
    }
  }

  /// The number of parameters P.
  public var parameters: Int { network.architecture.parameterCount }

  /// Searches by how they ended.
  public var outcomes: [SearchOutcome: Int] {
    Dictionary(grouping: searches, by: \.outcome).mapValues(\.count)
  }

  /// Ends where |grad|² is stationary without vanishing: a small gradient, no critical point.
  public var flatEnds: [CriticalPoint] { searches.filter { $0.outcome == .gradientFlat } }

  /// Searches that ended at no point of any kind: neither critical nor flat.
  public var lost: Int {
    searches.count { [.stalled, .iterationLimit, .nonFinite].contains($0.outcome) }
  }

  /// Spearman's correlation of loss and index over orbits, each counted once.
  public var rankCorrelation: RankCorrelation {
    let known = orbits.compactMap { orbit in
      orbit.representative.index.map { (orbit.representative.value, Double($0)) }
    }
    return RankCorrelation(known.map(\.0), known.map(\.1))
  }

  /// Whether the signed sum is as a loss with decay demands.
  ///
  /// A sum of 1 proves nothing: points of opposite signs may both be missing. At the kinks of ReLU there are minima and
  /// saddles that no derivative shows, so that nothing is demanded.
  public var isChecked: Bool {
    signedSum == 1 && !isCancelled && isCoercive && isSmooth && (outcomes[.degenerate] ?? 0) == 0
  }

  /// What the signed sum says, in words.
  public var verdict: String {
    guard !isCancelled else { return "not checked: cancelled" }
    guard isCoercive else {
      return "not checked: weights without decay, so that the signed sum may be any number"
    }
    guard isSmooth else {
      return "not checked: critical points at kinks of \(network.activation.rawValue) are not seen"
    }
    guard let signedSum else { return "not checked: the signed sum is beyond all bounds" }
    guard signedSum == 1 else {
      return "incomplete: the signed sum is \(signedSum), not 1" + (isExhausted ? "" : Self.limited)
    }
    let degenerate = outcomes[.degenerate] ?? 0
    guard degenerate == 0 else {
      return "not checked: the signed sum is 1 without \(degenerate) degenerate ends of searches"
    }
    return "checked: the signed sum is 1, as a loss with decay demands"
      + (isExhausted ? "" : Self.limited)
  }

  private static let limited = "; the limit of searches ended the exploration"
  private var isSmooth: Bool { network.activation != .relu }
  private var isCoercive: Bool { network.decay.allSatisfy { $0 > 0 } }
}
