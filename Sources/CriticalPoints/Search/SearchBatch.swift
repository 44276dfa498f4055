internal import Landscapes
internal import LinearAlgebra

/// Searches that walk in lockstep, so that each round is one batch evaluation.
///
/// Which searches share a batch is fixed by their numbers, never by timing: results do not depend
/// on the number of threads.
struct SearchBatch<L: Landscape>: Sendable {
  private let landscape: L
  private var stepper: Stepper
  private var walkers: [Walker]
  private var points: Matrix
  private var jets: JetBatch
  private var model: LocalModel
  /// The searches that are over, in the order they ended.
  private(set) var finished: [(start: Int, point: CriticalPoint)] = []

  init(
    _ landscape: L, method: SearchMethod, rule: StoppingRule, starts: Matrix, numbers: Range<Int>,
    targets: [Int]
  ) {
    self.landscape = landscape
    stepper = Stepper(method: method, rule: rule, domain: landscape.domain)
    walkers = numbers.map { Walker(start: $0, target: targets[$0]) }
    let n = starts.rows
    points = Matrix(
      rows: n, columns: numbers.count,
      elements: Array(starts.elements[(n * numbers.lowerBound)..<(n * numbers.upperBound)]))
    jets = JetBatch(dimension: n, count: numbers.count, order: .hessian)
    model = LocalModel(of: landscape.domain)
  }

  /// Walks until every search is over.
  mutating func run() {
    while !walkers.isEmpty { step() }
  }

  /// One evaluation of the batch and one step of each walker.
  private mutating func step() {
    if jets.count != walkers.count {
      jets = JetBatch(dimension: points.rows, count: walkers.count, order: .hessian)
    }
    landscape.evaluate(points, into: &jets)
    var walking: [Int] = []
    for b in walkers.indices {
      landscape.domain.expand(jets, at: points, column: b, into: &model)
      if let outcome = advance(b) {
        finish(b, outcome)
      } else {
        walking.append(b)
      }
    }
    if walking.count < walkers.count {
      walkers = walking.map { walkers[$0] }
      points = Matrix(
        rows: points.rows, columns: walking.count, elements: walking.flatMap { points.column($0) })
    }
  }

  /// Moves walker b by one step, or says how its search ended.
  private mutating func advance(_ b: Int) -> SearchOutcome? {
    let rule = stepper.rule
    let scale = landscape.domain.scale
    guard model.isFinite else { return .nonFinite }
    let newton = stepper.newtonStep(model)
    let isSmall = normalizedGradient <= rule.gradientTolerance
    if isSmall, let newton, norm(newton) <= rule.stepTolerance * scale { return .converged }
    if walkers[b].iterations >= stepper.iterationLimit {
      return isSmall || isFlat ? .gradientFlat : .iterationLimit
    }
    if stepper.method(of: walkers[b]) == .levenbergMarquardt, !acceptOrReturn(b) { return nil }
    guard let step = stepper.step(model, newton: newton, walker: &walkers[b]),
      step.allSatisfy(\.isFinite), norm(step) > 1e-15 * scale
    else { return isSmall || isFlat ? .gradientFlat : .stalled }
    landscape.domain.move(&points, column: b, by: step, in: model)
    walkers[b].iterations += 1
    return nil
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
    var image = [Double](repeating: 0, count: m)
    var square = 0.0
    for j in 0..<m {
      for i in j..<m {
        let h = model.hessian[i, j]
        image[i] += h * model.gradient[j]
        if i > j { image[j] += h * model.gradient[i] }
        square += (i > j ? 2 : 1) * h * h
      }
    }
    return norm(image) <= stepper.rule.flatTolerance * square.squareRoot() * model.gradientNorm
  }

  private mutating func finish(_ b: Int, _ outcome: SearchOutcome) {
    let hasSpectrum = outcome != .nonFinite && stepper.spectrum.reduce(model.hessian)
    let eigenvalues = hasSpectrum ? stepper.spectrum.eigenvalues : []
    finished.append(
      (
        walkers[b].start,
        CriticalPoint(
          position: points.column(b), value: model.value,
          radialDerivative: model.radialDerivative, gradientNorm: normalizedGradient,
          index: eigenvalues.count { $0 < 0 }, lowestEigenvalue: eigenvalues.first ?? .nan,
          highestEigenvalue: eigenvalues.last ?? .nan, outcome: outcome,
          iterations: walkers[b].iterations, targetIndex: walkers[b].target)
      ))
  }
}
