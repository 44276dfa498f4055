import Saddlery

/// The methods that are compared, each from the same starts.
enum SaddleMethod: CaseIterable {
  case newton, shifted, saddleFree, gradient

  var name: String {
    switch self {
    case .newton: "Newton, capped"
    case .shifted: "shifted Newton"
    case .saddleFree: "saddle-free Newton"
    case .gradient: "gradient descent"
    }
  }

  /// Where runs end.
  struct End {
    let points: Matrix<Double>
    let values: [Double]
    let outcomes: [String]
    /// Steps taken by each.
    let steps: [Int]
  }

  /// Runs from starts until a rule halts them.
  ///
  /// - Parameters:
  ///   - step: of gradient descent.
  ///   - limit: steps at most, a hundred times as many of gradient descent.
  ///   - gradient, value: see ``HaltingRule``.
  func run<L: Landscape>(
    _ landscape: L, from starts: Matrix<Double>, step: Double, limit: Int,
    gradient: Double? = nil, value: Double? = nil
  ) -> End {
    func end(_ method: some Method, _ limit: Int) -> End {
      var run = Trajectories(landscape, from: starts, by: method)
      run.advance(until: HaltingRule(steps: limit, gradient: gradient, value: value))
      return End(
        points: run.points, values: run.values, outcomes: run.outcomes.map(\.rawValue),
        steps: run.times.map { Int(($0 / method.timeStep).rounded()) })
    }
    return switch self {
    case .newton: end(CurvatureDescent(.newton), limit)
    case .shifted: end(CurvatureDescent(.shifted), limit)
    case .saddleFree: end(CurvatureDescent(.absolute), limit)
    case .gradient: end(GradientDescent(step: step), 100 * limit)
    }
  }

  /// The places on the way, start and end included, of one run.
  func path<L: Landscape>(
    _ landscape: L, from start: [Double], step: Double, steps: Int, value: Double
  ) -> [[Double]] {
    func path(_ method: some Method) -> [[Double]] {
      var run = Trajectories(landscape, from: Matrix(columns: [start]), by: method)
      var places = [start]
      for _ in 0..<steps {
        run.advance(until: HaltingRule(steps: 1, value: value))
        places.append(run.points.column(0))
        if run.outcomes[0] != .moving { break }
      }
      return places
    }
    return switch self {
    case .newton: path(CurvatureDescent(.newton))
    case .shifted: path(CurvatureDescent(.shifted))
    case .saddleFree: path(CurvatureDescent(.absolute))
    case .gradient: path(GradientDescent(step: step))
    }
  }
}
