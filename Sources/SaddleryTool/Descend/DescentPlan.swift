import Commands
import Saddlery

/// Runs as they are asked for: the method with all its numbers, and when they are looked at.
struct DescentPlan {
  let options: DescentOptions
  /// More steps are refused: minutes of the smallest landscapes.
  private static let mostSteps = 1e8
  /// The step; the longest that is recommended for methods that choose theirs.
  let step: Double
  /// How long runs go on.
  let time: Double
  /// When they are looked at.
  let times: [Double]

  /// The plan, checked.
  ///
  /// - Parameters:
  ///   - unit: of steps in time, and of those that are lengths.
  ///   - steps: how many where no time is given.
  init(
    _ options: DescentOptions, unit: (time: Double, length: Double), steps: Double = 1000
  ) throws {
    try options.check()
    let method = options.method
    self.options = options
    let own = method.stepsAreLengths ? unit.length : unit.time
    step = method.isCounted ? 1 : options.step ?? method.standardStep * own
    time = options.time ?? (method.isCounted ? 50 : steps * step)
    guard time >= step else {
      throw Failure.usage("--time \(time) is shorter than a step; give at least \(step)")
    }
    guard time <= Self.mostSteps * step else {
      throw Failure.usage(
        "--time \(time) is more than \(plainText(Self.mostSteps)) steps; give at most \(Self.mostSteps * step)"
          + (options.step == nil ? "" : ", or a longer --step"))
    }
    let isAdaptive = method == .gradientFlow
    times = logarithmicTimes(from: isAdaptive ? time / 1000 : step, to: time)
  }

  var steps: Double { time / step }
  var miniBatches: Int { options.miniBatches ?? (options.method == .sgd ? 10 : 1) }

  /// What files say of the method.
  var notes: [String] {
    let numbers = parameters([
      ("step", options.method.isCounted || options.method == .gradientFlow ? nil : step),
      ("time", time),
      ("temperature", options.temperature), ("momentum", options.momentum),
      ("mini-batches", miniBatches > 1 || options.method == .sgd ? miniBatches : nil),
      ("kick", options.kick),
      ("tolerance", options.tolerance),
    ])
    return [
      "method \(options.method.rawValue), "
        + numbers.map { "\($0.name) \(significant(Double($0.text)!, 6))" }.joined(separator: ", ")
    ]
  }

  /// The method, in some dimension.
  func method(dimension n: Int) -> any Method {
    let momentum = options.momentum ?? 0.9
    return switch options.method {
    case .gradientDescent, .sgd: GradientDescent(step: step)
    case .gradientFlow: GradientFlow(tolerance: options.tolerance ?? 1e-6)
    case .momentum: Momentum(step: step, momentum: momentum)
    case .nesterov: NesterovMomentum(step: step, momentum: momentum)
    case .rmsprop: RMSProp(step: step)
    case .adam: Adam(step: step)
    case .langevin: Langevin(step: step, temperature: options.temperature ?? 0)
    case .kicked:
      KickedGradientDescent(step: step, kick: (options.kick ?? 1e-3) * Double(n).squareRoot())
    case .saddleFree: CurvatureDescent(.absolute)
    case .shiftedNewton: CurvatureDescent(.shifted)
    case .newton: CurvatureDescent(.newton)
    }
  }
}
