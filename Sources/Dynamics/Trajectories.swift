public import Landscapes
public import LinearAlgebra
internal import RandomStreams
internal import Requirements

/// Replicas that move on a landscape by a method, independent of one another.
///
///     var run = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: 0.1))
///     run.advance(until: HaltingRule(steps: 5000, gradient: 1e-6))
///     run.values
///
/// A step costs what the method evaluates: of first-order methods values and gradients alone, in one matrix product for
/// the batch. Results are determined by landscape, starts and seed.
///
///     x ← R_x(s),   s the method's step, tangent at x,   R_x(s) = x + s + O(|s|²) on the domain
///
/// Reference: Absil, Mahony and Sepulchre, *Optimization Algorithms on Matrix Manifolds* (2008), chapter 4, steps along
/// a manifold.
public struct Trajectories<L: Landscape, M: Method>: Sendable {
  /// The method that moves them.
  public let method: M
  /// How the run of each replica stands.
  public private(set) var outcomes: [RunOutcome]
  private var moving: Replicas<L>
  /// Which replicas move.
  private var numbers: [Int]
  /// All, of which those that move no more are up to date.
  private var all: Replicas<L>
  /// The largest |grad f| that each has met where one was looked for.
  private var steepest: [Double]

  /// Runs from points of the domain, one a column.
  ///
  /// - Parameters:
  ///   - landscape: whose gradient moves the replicas.
  ///   - starts: points of the domain, one a column.
  ///   - method: how they move.
  ///   - seed: noise comes from the streams (seed, noise, sample, item b) of replicas b.
  ///   - sample: the number of the sample.
  ///   - first: number of the first replica, where these are a part of more.
  public init(
    _ landscape: L, from starts: Matrix<Double>, by method: M, seed: UInt64 = 1, sample: Int = 0,
    first: Int = 0
  ) {
    self.init(landscape, starts, method, Draw(seed: seed, sample: sample), first, part: nil)
  }

  /// Runs of which each step sees a mini-batch: one term of a sum after another, in place of the whole.
  public init<Term>(
    miniBatches landscape: L, from starts: Matrix<Double>, by method: M, seed: UInt64 = 1,
    sample: Int = 0, first: Int = 0
  ) where L == SumLandscape<Term> {
    self.init(landscape, starts, method, Draw(seed: seed, sample: sample), first) {
      landscape.miniBatch($0 % landscape.terms.count)
    }
  }

  private init(
    _ landscape: L, _ starts: Matrix<Double>, _ method: M, _ draw: Draw, _ first: Int,
    part: (@Sendable (Int) -> any Landscape)?
  ) {
    let n = landscape.domain.ambientDimension
    demand(starts.rows == n, "starts of length \(starts.rows) in \(n) dimensions")
    let streams = (0..<starts.columns).map {
      RandomStream(seed: draw.seed, purpose: .noise, sample: draw.sample, item: first + $0)
    }
    self.method = method
    all = Replicas(
      landscape, at: starts, memory: method.memory(dimension: n), streams: streams, part: part)
    moving = all
    numbers = Array(0..<starts.columns)
    outcomes = [RunOutcome](repeating: .moving, count: starts.columns)
    steepest = [Double](repeating: 0, count: starts.columns)
  }

  /// The landscape that they are on.
  public var landscape: L { all.landscape }
  /// Steps taken by those that move.
  public var steps: Int { moving.steps }
  /// Where they are, in ambient coordinates, one a column.
  public var points: Matrix<Double> { whole.points }
  /// The time of each.
  public var times: [Double] { whole.times }
  /// Evaluations of values and gradients that each has taken; of ``CurvatureDescent`` with Hessians.
  public var evaluations: [Int] { whole.evaluations }

  /// The values f where they are (the Hamiltonian H, not H/N).
  ///
  /// - Complexity: an evaluation, of which the next step may make use.
  public var values: [Double] { mutating get { look().values } }

  /// |grad f|/√n where they are.
  ///
  /// - Complexity: as of ``values``.
  public var gradientNorms: [Double] {
    mutating get {
      let n = Double(landscape.domain.ambientDimension)
      return look().gradients.squaredColumnNorms.map { ($0 / n).squareRoot() }
    }
  }

  /// Takes one step.
  public mutating func step() {
    guard !numbers.isEmpty else { return }
    let before = moving
    method.step(&moving)
    moving.steps += 1
    let size = moving.points.squaredColumnNorms
    let lost = size.indices.filter { !size[$0].isFinite }
    guard !lost.isEmpty else { return }
    moving.replace(lost, by: before.some(lost))
    moving.steps = before.steps + 1
    halt(lost.map { ($0, .diverged) })
  }

  /// Takes steps until each replica has what a rule asks for.
  ///
  /// - Complexity: where the rule asks for gradients or values, and the method does not evaluate them where the replicas
  ///   are, an evaluation more each step.
  public mutating func advance(until rule: HaltingRule) {
    demand(rule.isFinite, "a rule without a number of steps or a time may never end")
    let goal = rule.steps.map { steps + $0 } ?? .max
    let slack = method.isAdaptive ? 0 : abs(method.timeStep) / 2
    while !numbers.isEmpty, steps < goal {
      if let time = rule.time {
        moving.deadline = time
        if moving.times.allSatisfy({ $0 >= time - slack }) { break }
      }
      if rule.looks { look(rule) }
      step()
    }
    if rule.looks { look(rule) }
    moving.deadline = .infinity
  }

  /// Takes steps until the last of each replica was no longer than a length; so many at most.
  mutating func rest(within length: Double, steps limit: Int) {
    for _ in 0..<limit where !numbers.isEmpty {
      let (before, those) = (moving.points, numbers)
      step()
      // Those that diverged have left.
      let left = before.columns(at: those.indices.filter { numbers.contains(those[$0]) })
      let moves = landscape.domain.distances(from: left, to: moving.points)
      halt(moves.indices.filter { moves[$0] <= length }.map { ($0, .settled) })
    }
  }

  /// Halts those that have what a rule asks for.
  private mutating func look(_ rule: HaltingRule) {
    let (values, gradients) = moving.evaluate()
    let squares = gradients.squaredColumnNorms
    halt(
      numbers.indices.compactMap { b in
        let slope = squares[b].squareRoot()
        guard values[b].isFinite, slope.isFinite else { return (b, .diverged) }
        steepest[numbers[b]] = max(steepest[numbers[b]], slope)
        if let gradient = rule.gradient, slope <= gradient * steepest[numbers[b]] {
          return (b, .settled)
        }
        if let value = rule.value, values[b] <= value { return (b, .reached) }
        return nil
      })
  }

  /// Lets some of those that move, by their places among them, move no more.
  private mutating func halt(_ which: [(place: Int, outcome: RunOutcome)]) {
    guard !which.isEmpty else { return }
    all = whole
    for (place, outcome) in which { outcomes[numbers[place]] = outcome }
    let left = numbers.indices.filter { outcomes[numbers[$0]] == .moving }
    moving = moving.some(left)
    numbers = left.map { numbers[$0] }
  }

  private mutating func look() -> (values: [Double], gradients: Matrix<Double>) {
    if numbers.count == all.count { return moving.evaluate() }
    all = whole
    return all.evaluate()
  }

  /// All as they are now.
  private var whole: Replicas<L> {
    if numbers.count == all.count { return moving }
    var result = all
    result.replace(numbers, by: moving)
    return result
  }
}

/// How a run of ``Trajectories`` stands.
public enum RunOutcome: String, Sendable {
  /// It goes on.
  case moving
  /// The gradient, or the last step, has become as small as asked for.
  case settled
  /// The value has become as low as asked for.
  case reached
  /// A number was not finite; it stays where the last step began.
  case diverged
}
