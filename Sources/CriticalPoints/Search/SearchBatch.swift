internal import Landscapes
internal import LinearAlgebra
internal import Statistics

/// Searches that walk in lockstep, so that each round is one batch evaluation; where one ends the next begins.
///
/// Which searches share a batch is fixed by their numbers, never by timing: results do not depend
/// on the number of threads.
struct SearchBatch<L: Landscape>: Sendable {
  private let landscape: L
  private var stepper: Stepper
  private var walkers: [Walker] = []
  /// Those that have not begun, the first last.
  private var waiting: [Walker]
  private let starts: Matrix<Double>
  private let width: Int
  private var points: Matrix<Double>
  private var jets: JetBatch
  /// Those of eight walkers, and which one it is the turn of.
  private var models: [LocalModel]
  private var lane = 0
  private var model: LocalModel { models[lane] }
  /// Of the model, if it was asked for.
  private var judged: Isolation?
  /// The searches that are over, in the order they ended.
  private(set) var finished: [(start: Int, point: CriticalPoint)] = []

  init(
    _ landscape: L, method: SearchMethod, rule: StoppingRule, scale: Double, starts: Matrix<Double>,
    numbers: Range<Int>, targets: [Int], width: Int
  ) {
    self.landscape = landscape
    stepper = Stepper(method: method, rule: rule, domain: landscape.domain, scale: scale)
    waiting = numbers.reversed().map { Walker(start: $0, target: targets[$0]) }
    (self.starts, self.width) = (starts, width)
    points = Matrix<Double>(rows: starts.rows, columns: 0)
    jets = JetBatch(dimension: starts.rows, count: 0, order: .hessian)
    var model = LocalModel(of: landscape.domain)
    model.accuracy = landscape.accuracy
    models = [LocalModel](repeating: model, count: 8)
  }

  /// Walks until every search is over, or until it is cancelled.
  ///
  /// - Parameter found: told of those that end, as they do.
  mutating func run(
    until cancellation: Cancellation?, found: ([(start: Int, point: CriticalPoint)]) -> Void
  ) {
    goOn(with: [])
    while !walkers.isEmpty, cancellation?.isCancelled != true {
      let known = finished.count
      step()
      if finished.count > known { found(Array(finished[known...])) }
    }
  }

  /// Leaves out the walkers that are at their ends, and begins others in their place.
  private mutating func goOn(with walking: [Int]) {
    let next = (0..<min(width - walking.count, waiting.count)).map { _ in waiting.removeLast() }
    guard walking.count < walkers.count || !next.isEmpty else { return }
    let columns = walking.map { points.column($0) } + next.map { starts.column($0.start) }
    walkers = walking.map { walkers[$0] } + next
    points = Matrix<Double>(
      rows: starts.rows, columns: columns.count, elements: columns.flatMap { $0 })
  }

  /// One evaluation of the batch and one step of each walker.
  private mutating func step() {
    if jets.count != walkers.count {
      jets = JetBatch(dimension: points.rows, count: walkers.count, order: .hessian)
    }
    landscape.evaluate(points, into: &jets)
    let walking = stride(from: 0, to: walkers.count, by: 8).flatMap {
      stepEight($0..<min($0 + 8, walkers.count))
    }
    goOn(with: walking)
  }

  /// One step of up to eight walkers; returns those that go on.
  private mutating func stepEight(_ range: Range<Int>) -> [Int] {
    for (lane, b) in range.enumerated() {
      landscape.domain.expand(jets, at: points, column: b, into: &models[lane])
      if models[lane].isFinite {
        let model = models[lane]
        stepper.lanes.load(
          model.hessian, model.gradient, magnitude: model.hessianSize, lane: lane)
      }
    }
    stepper.lanes.reduce()
    let newton = range.indices.map { stepper.lanes.newtonStep(lane: $0 - range.lowerBound) }
    var ends = [SearchOutcome?](repeating: nil, count: 8)
    var plans = [Stepper.Plan?](repeating: nil, count: 8)
    var amplitudes = [[Double]?](repeating: nil, count: 8)
    for (lane, b) in range.enumerated() {
      self.lane = lane
      switch advance(b, newton[lane]) {
      case .ended(let outcome):
        finish(b, outcome, newton[lane])
        ends[lane] = outcome
      case .returned: break
      case .going(let plan):
        plans[lane] = plan
        if case .amplitudes(let those) = plan { amplitudes[lane] = those }
      }
    }
    let combined =
      amplitudes.contains { $0 != nil } ? stepper.lanes.combinations(amplitudes) : []
    for (lane, b) in range.enumerated() {
      guard let plan = plans[lane] else { continue }
      self.lane = lane
      judged = nil
      let step: [Double]? =
        switch plan {
        case .step(let step): step
        case .amplitudes: combined[lane]
        }
      guard let step, step.allSatisfy(\.isFinite), norm(step) > 1e-15 * stepper.scale else {
        let outcome = end(b, newton[lane], .stalled)
        ends[lane] = outcome
        finish(b, outcome, newton[lane])
        continue
      }
      let length = norm(step)
      walkers[b].before = length <= 0.03 * stepper.scale ? (model.hessian, length) : nil
      landscape.domain.move(&points, column: b, by: step, in: model)
      walkers[b].iterations += 1
    }
    return range.filter { ends[$0 - range.lowerBound] == nil }
  }

  private enum Advance {
    case ended(SearchOutcome)
    /// Back at an earlier place, from where the next round steps.
    case returned
    case going(Stepper.Plan)
  }

  /// What walker b does, whose turn it is.
  private mutating func advance(_ b: Int, _ newton: [Double]?) -> Advance {
    judged = nil
    guard model.isFinite else { return .ended(.nonFinite) }
    walkers[b].gradientSize = max(walkers[b].gradientSize, gradientSize)
    let refinements = walkers[b].refinements
    if hasSmallGradient, let outcome = judge(b, newton) { return .ended(outcome) }
    let isRefined = walkers[b].refinements > refinements
    guard isRefined || walkers[b].iterations < stepper.iterationLimit else {
      return .ended(end(b, newton, .iterationLimit))
    }
    if isRefined { return .going(.step(newton)) }
    if stepper.method(of: walkers[b]) == .levenbergMarquardt, !acceptOrReturn(b) {
      return .returned
    }
    return .going(stepper.plan(lane: lane, newton: newton, walker: &walkers[b]))
  }

  /// At a small gradient: whether there is a critical point, or none to be told from a degenerate one. Nil
  /// where another step may tell.
  private mutating func judge(_ b: Int, _ newton: [Double]?) -> SearchOutcome? {
    let step = newton.map(norm) ?? .infinity
    let noise = Isolation.gradientNoise(model, distance: distance(b))
    let isClose = step <= stepper.rule.stepTolerance * stepper.scale
    guard isClose || model.gradientNorm <= noise else { return nil }
    let isAtRest = model.gradientNorm <= noise || walkers[b].refinements >= 60
    if isAtRest || walkers[b].before != nil {
      judged = isolation(b, newton)
      guard let isolation = judged else { return .stalled }
      if isolation.zeroModes == 0 { return .converged }
      if isAtRest { return .degenerate }
    }
    walkers[b].refinements += 1
    return nil
  }

  /// The outcome of a search that cannot go on.
  private mutating func end(
    _ b: Int, _ newton: [Double]?, _ outcome: SearchOutcome
  ) -> SearchOutcome {
    // Beside what it was on the way, where terms cancel that are as large as there.
    if hasSmallGradient || model.gradientNorm <= 1e-14 * walkers[b].gradientSize {
      judged = isolation(b, newton)
      if judged.map({ $0.zeroModes > 0 }) ?? false { return .degenerate }
    }
    return isFlat ? .gradientFlat : outcome
  }

  private mutating func isolation(_ b: Int, _ newton: [Double]?) -> Isolation? {
    let eigenvalues = stepper.lanes.spectrum(lane: lane).eigenvalues
    guard !eigenvalues[0].isNaN else { return nil }
    return Isolation(
      model, eigenvalues: eigenvalues, newton: newton, scale: stepper.scale,
      distance: distance(b), before: walkers[b].before)
  }

  /// From the origin, or the scale if that is more: rounding of coordinates and phases.
  private func distance(_ b: Int) -> Double { max(norm(points.column(b)), stepper.scale) }

  /// |g| beside what it is made of.
  private var hasSmallGradient: Bool {
    let tolerance = max(stepper.rule.gradientTolerance, 4 * model.accuracy.gradient)
    return model.gradientNorm <= tolerance * gradientSize
  }

  /// Of the gradient in ambient coordinates, or of one at a distance.
  private var gradientSize: Double {
    let typical = model.hessianSize / Double(model.dimension).squareRoot()
    return model.gradientSize + typical * stepper.scale
  }

  /// Levenberg-Marquardt: keeps a place where |g| fell and goes back from one where it rose.
  private mutating func acceptOrReturn(_ b: Int) -> Bool {
    let gradientNorm = model.gradientNorm
    if gradientNorm < walkers[b].anchorNorm {
      walkers[b].anchorNorm = gradientNorm
      walkers[b].anchor = points.column(b)
      if let damping = walkers[b].damping { walkers[b].damping = damping / 3 }
      return true
    }
    // Standing at the anchor again after a return: step from it.
    if points.column(b) == walkers[b].anchor { return true }
    for i in 0..<points.rows { points[i, b] = walkers[b].anchor[i] }
    walkers[b].damping = walkers[b].damping.map { $0 * 4 }
    walkers[b].iterations += 1
    return false
  }

  /// |g|/√N.
  private var normalizedGradient: Double {
    model.gradientNorm / Double(landscape.domain.ambientDimension).squareRoot()
  }

  /// Whether g lies in the kernel of H: |Hg| ≤ tolerance · |H||g|, with the Frobenius norm.
  private var isFlat: Bool {
    let m = model.dimension
    let length = model.gradientNorm
    let direction = model.gradient.map { $0 / length }
    var image = [Double](repeating: 0, count: m)
    var entries: [Double] = []
    for j in 0..<m {
      for i in j..<m {
        let h = model.hessian[i, j]
        image[i] += h * direction[j]
        if i > j { image[j] += h * direction[i] }
        entries.append(i > j ? 2.0.squareRoot() * h : h)
      }
    }
    return norm(image) <= stepper.rule.flatTolerance * norm(entries)
  }

  private mutating func finish(_ b: Int, _ outcome: SearchOutcome, _ newton: [Double]?) {
    let isolation = outcome == .nonFinite ? nil : judged ?? isolation(b, newton)
    let eigenvalues = isolation == nil ? [] : stepper.lanes.spectrum(lane: lane).eigenvalues
    let isDegenerate = outcome == .degenerate
    var point = CriticalPoint(
      position: points.column(b), value: model.value, radialDerivative: model.radialDerivative,
      gradientNorm: normalizedGradient,
      index: isDegenerate ? nil : eigenvalues.count { $0 < 0 },
      lowestEigenvalue: eigenvalues.first ?? .nan, highestEigenvalue: eigenvalues.last ?? .nan,
      outcome: outcome, iterations: walkers[b].iterations, targetIndex: walkers[b].target)
    if let isolation, isDegenerate || outcome == .converged {
      (point.error, point.isolation) = (isolation.error, isolation.radius)
      point.zeroModes = isDegenerate ? isolation.zeroModes : 0
    }
    finished.append((walkers[b].start, point))
  }
}
