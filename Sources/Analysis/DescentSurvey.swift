public import Dynamics
public import Landscapes
internal import Requirements
public import Statistics

/// Runs of one method from many starts in several disorder samples of one model, or on one loss: energies E = H/N, or losses,
/// against time, where they end, and the overlaps of each run with itself.
public struct DescentSurvey: Sendable {
  /// What is drawn anew, and so the unit of standard errors.
  public enum Unit: Sendable {
    /// The disorder sample.
    case sample
    /// The start, on one landscape.
    case start
  }

  /// One run from one start.
  public struct Run: Sendable {
    /// The number of the disorder sample.
    public let sample: Int
    /// The number of the start in it.
    public let start: Int
    /// How it ended.
    public let outcome: RunOutcome
    /// The energy or loss at each time.
    public let values: [Double]
    /// |grad f|/√n at each time, H for f on a sphere.
    public let gradientNorms: [Double]
    /// By the names of ``DescentSurvey/others``, at each time.
    public let others: [[Double]]
    /// The index of the Hessian where it ended, nil if that is not finite or was not asked for.
    public let index: Int?
    /// C(t_i, t_j), j ≤ i, row after row; none where places were not kept.
    let overlaps: [Double]
    /// The energy or loss at the end.
    public var final: Double { values[values.count - 1] }
  }

  /// The dimension n of the landscape.
  public let dimension: Int
  /// The observable that is followed, `energy` or `loss`.
  public let quantity: String
  /// Further observables, by name.
  public let others: [String]
  /// The unit of standard errors.
  public let unit: Unit
  /// The times, of all runs.
  public private(set) var times: [Double] = []
  /// All runs, sample after sample.
  public private(set) var runs: [Run] = []

  /// A survey of no runs yet.
  public init(
    dimension: Int, following quantity: String = "energy", others: [String] = [],
    unit: Unit = .sample
  ) {
    (self.dimension, self.quantity, self.others, self.unit) = (dimension, quantity, others, unit)
  }

  /// Adds the runs of some starts in a sample, which must be looked at at the same times as those before.
  ///
  /// - Parameters:
  ///   - recording: with what is followed, `gradient_norm` and the others; with places if overlaps are wanted.
  ///   - run: the run that was recorded.
  ///   - sample: the number of the sample.
  ///   - first: number of the first start.
  ///   - findsIndices: whether Hessians are looked at where the runs end.
  public mutating func add<L: Landscape, M>(
    _ recording: Recording, of run: Trajectories<L, M>, sample: Int, first: Int,
    findsIndices: Bool = true
  ) {
    demand(
      times.isEmpty || times == recording.times, "runs looked at at other times than those before")
    times = recording.times
    let indices = findsIndices ? run.landscape.indices(at: run.points) : []
    func seen(_ name: String) -> [[Double]] {
      guard let numbers = recording.observables[name] else { fail("\(name) was not recorded") }
      return numbers
    }
    let (values, norms, others) = (seen(quantity), seen("gradient_norm"), others.map(seen))
    let overlaps =
      recording.places.isEmpty
      ? [] : times.indices.flatMap { i in (0...i).map { recording.overlaps(i, $0) } }
    for b in run.outcomes.indices {
      runs.append(
        Run(
          sample: sample, start: first + b, outcome: run.outcomes[b],
          values: values.map { $0[b] }, gradientNorms: norms.map { $0[b] },
          others: others.map { $0.map { $0[b] } }, index: findsIndices ? indices[b] : nil,
          overlaps: overlaps.map { $0[b] }))
    }
  }

  /// Adds a run of which places were not kept.
  package mutating func add(
    sample: Int, start: Int, outcome: RunOutcome, times: [Double], values: [Double],
    gradientNorms: [Double], index: Int?
  ) {
    demand(
      self.times.isEmpty || self.times == times, "a run looked at at other times than those before")
    self.times = times
    runs.append(
      Run(
        sample: sample, start: start, outcome: outcome, values: values,
        gradientNorms: gradientNorms, others: [], index: index, overlaps: []))
  }

  /// Adds the runs of another survey, looked at at the same times.
  public mutating func add(_ other: DescentSurvey) {
    demand(
      times.isEmpty || times == other.times, "runs looked at at other times than those before")
    (times, runs) = (other.times, runs + other.runs)
  }

  /// Those that did not diverge.
  public var finished: [Run] { runs.filter { $0.outcome != .diverged } }

  /// The mean energy or loss at the time of a number.
  public func value(_ i: Int) -> Estimate { mean { $0.values[i] } }

  /// The mean energy or loss at the end.
  public var final: Estimate { value(times.count - 1) }

  /// The mean of another observable, by its place among them, at the time of a number.
  public func other(_ k: Int, _ i: Int) -> Estimate { mean { $0.others[k][i] } }

  /// The mean of C(t_i, t_j).
  public func correlation(_ i: Int, _ j: Int) -> Estimate {
    let (i, j) = (max(i, j), min(i, j))
    return mean { $0.overlaps[i * (i + 1) / 2 + j] }
  }

  private func mean(_ value: (Run) -> Double) -> Estimate {
    Estimate(finished.map { (unit == .sample ? $0.sample : $0.start, value($0)) })
  }
}
