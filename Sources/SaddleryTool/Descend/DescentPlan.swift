import Commands
import Saddlery

/// Runs as they are asked for: the method with all its numbers, and when they are looked at.
struct DescentPlan {
  let options: DescentOptions
  let mixture: Mixture
  /// The step; the longest that is recommended for methods that choose theirs.
  let step: Double
  /// How long runs go on.
  let time: Double
  /// When they are looked at.
  let times: [Double]

  /// The plan, checked.
  init(_ options: DescentOptions, _ mixture: Mixture) throws {
    try options.check()
    let method = options.method
    (self.options, self.mixture) = (options, mixture)
    // At the threshold curvatures lie between 0 and 4 √ξ''(1).
    let second = mixture.covariance(1, derivative: 2)
    let own = [.rmsprop, .adam].contains(method) ? 1 : 1 / (4 * second.squareRoot())
    step = method.isCounted ? 1 : options.step ?? method.standardStep * own
    time = options.time ?? (method.isCounted ? 50 : 1000 * step)
    guard time >= step else {
      throw Failure.usage("--time \(time) is shorter than a step; give at least \(step)")
    }
    let isAdaptive = method == .gradientFlow
    times = logarithmicTimes(from: isAdaptive ? time / 1000 : step, to: time)
  }

  var steps: Double { time / step }
  var miniBatches: Int { options.method == .sgd ? options.miniBatches ?? 10 : 1 }

  /// What files say of the method.
  var notes: [String] {
    let numbers = parameters([
      ("step", options.method.isCounted || options.method == .gradientFlow ? nil : step),
      ("time", time),
      ("temperature", options.temperature), ("momentum", options.momentum),
      ("mini-batches", options.method == .sgd ? miniBatches : nil), ("kick", options.kick),
      ("tolerance", options.tolerance),
    ])
    return [
      "method \(options.method.rawValue), "
        + numbers.map { "\($0.name) \(significant(Double($0.text)!, 6))" }.joined(separator: ", ")
    ]
  }

  /// Runs some starts in a sample.
  func run(
    _ model: Model, dimension n: Int, seed: UInt64, sample: Int, starts: Range<Int>,
    _ hamiltonians: [PSpinHamiltonian], into survey: inout DescentSurvey
  ) {
    let points = Matrix<Double>(
      columns: starts.map { start in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: start)
        return hamiltonians[0].domain.point(fromNormals: stream.normals(count: n))
      })
    func record<L: Landscape, M>(_ run: Trajectories<L, M>, into survey: inout DescentSurvey) {
      var run = run
      let seen = run.record(at: times, [.energy, .gradientNorm], keepsPlaces: true)
      survey.add(seen, of: run, sample: sample, first: starts.lowerBound)
    }
    func go(_ method: some Method, into survey: inout DescentSurvey) {
      let first = starts.lowerBound
      guard options.method != .sgd else {
        let sum = SumLandscape(hamiltonians, factor: 1 / Double(hamiltonians.count).squareRoot())
        return record(
          Trajectories(
            miniBatches: sum, from: points, by: method, seed: seed, sample: sample, first: first),
          into: &survey)
      }
      record(
        Trajectories(
          hamiltonians[0], from: points, by: method, seed: seed, sample: sample, first: first),
        into: &survey)
    }
    let momentum = options.momentum ?? 0.9
    switch options.method {
    case .gradientDescent, .sgd: go(GradientDescent(step: step), into: &survey)
    case .gradientFlow: go(GradientFlow(tolerance: options.tolerance ?? 1e-6), into: &survey)
    case .momentum: go(Momentum(step: step, momentum: momentum), into: &survey)
    case .nesterov: go(NesterovMomentum(step: step, momentum: momentum), into: &survey)
    case .rmsprop: go(RMSProp(step: step), into: &survey)
    case .adam: go(Adam(step: step), into: &survey)
    case .langevin: go(Langevin(step: step, temperature: options.temperature ?? 0), into: &survey)
    case .kicked:
      let length = (options.kick ?? 1e-3) * Double(n).squareRoot()
      go(KickedGradientDescent(step: step, kick: length), into: &survey)
    case .saddleFree: go(CurvatureDescent(.absolute), into: &survey)
    case .shiftedNewton: go(CurvatureDescent(.shifted), into: &survey)
    case .newton: go(CurvatureDescent(.newton), into: &survey)
    }
  }
}
