public import Dynamics
public import Landscapes
internal import Requirements
public import Statistics

/// Runs of one method from many starts in several disorder samples of one model on a sphere: energies E = H/N against time,
/// where they end, and the overlaps of each run with itself.
///
/// The sample is the unit of standard errors.
public struct DescentSurvey: Sendable {
  /// One run.
  public struct Run: Sendable {
    /// The number of the disorder sample.
    public let sample: Int
    /// The number of the start in it.
    public let start: Int
    /// How it ended.
    public let outcome: RunOutcome
    /// E at each time.
    public let energies: [Double]
    /// |grad H|/√N at each time.
    public let gradientNorms: [Double]
    /// The index of the Hessian where it ended, nil if that is not finite.
    public let index: Int?
    /// C(t_i, t_j), j ≤ i, row after row.
    let overlaps: [Double]
    /// E at the end.
    public var energy: Double { energies[energies.count - 1] }
  }

  /// N.
  public let dimension: Int
  /// The times, of all runs.
  public private(set) var times: [Double] = []
  /// All runs, sample after sample.
  public private(set) var runs: [Run] = []

  /// A survey of no runs yet.
  public init(dimension: Int) { self.dimension = dimension }

  /// Adds the runs of some starts in a sample, which must be looked at at the same times as those before.
  ///
  /// - Parameters:
  ///   - recording: with the observables `energy` and `gradient_norm`, and places.
  ///   - first: number of the first start.
  public mutating func add<L: Landscape, M>(
    _ recording: Recording, of run: Trajectories<L, M>, sample: Int, first: Int
  ) {
    demand(
      times.isEmpty || times == recording.times, "runs looked at at other times than those before")
    times = recording.times
    let indices = run.landscape.indices(at: run.points)
    let (energies, norms) = (
      recording.observables["energy"] ?? [], recording.observables["gradient_norm"] ?? []
    )
    let overlaps = times.indices.flatMap { i in (0...i).map { recording.overlaps(i, $0) } }
    for b in run.outcomes.indices {
      runs.append(
        Run(
          sample: sample, start: first + b, outcome: run.outcomes[b],
          energies: energies.map { $0[b] }, gradientNorms: norms.map { $0[b] }, index: indices[b],
          overlaps: overlaps.map { $0[b] }))
    }
  }

  /// Adds the runs of another survey, looked at at the same times.
  public mutating func add(_ other: DescentSurvey) {
    demand(
      times.isEmpty || times == other.times, "runs looked at at other times than those before")
    (times, runs) = (other.times, runs + other.runs)
  }

  /// Those that did not diverge.
  public var finished: [Run] { runs.filter { $0.outcome != .diverged } }

  /// The mean energy at the time of a number.
  public func energy(_ i: Int) -> Estimate { mean { $0.energies[i] } }

  /// The mean energy at the end.
  public var finalEnergy: Estimate { energy(times.count - 1) }

  /// The mean of C(t_i, t_j).
  public func correlation(_ i: Int, _ j: Int) -> Estimate {
    let (i, j) = (max(i, j), min(i, j))
    return mean { $0.overlaps[i * (i + 1) / 2 + j] }
  }

  private func mean(_ value: (Run) -> Double) -> Estimate {
    Estimate(finished.map { ($0.sample, value($0)) })
  }
}
