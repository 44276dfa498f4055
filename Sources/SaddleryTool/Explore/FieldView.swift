import Foundation
import Saddlery

/// A Gaussian field on a torus in two dimensions with all of its critical points, and a ball on it.
struct FieldView: ExploreView {
  /// Points of the map along a side, and steps of the ball.
  private static let (mapSize, steps) = (80, 600)

  private let size: Double
  private let seed: UInt64
  private let ballOptions: Ball?
  private let sampler: TorusSampler

  /// How a ball moves, and from where.
  private struct Ball {
    let place: [Double]
    let method: String
    let step: Double
    let momentum: Double
    let temperature: Double

    var source: String {
      switch method {
      case "momentum": "Momentum(step: \(step), momentum: \(momentum))"
      case "langevin": "Langevin(step: \(step), temperature: \(temperature))"
      default: "GradientDescent(step: \(step))"
      }
    }
  }

  init(_ items: [String: String]) throws {
    let query = try WebQuery(
      items,
      known: ["size", "seed", "x", "y", "method", "step", "momentum", "temperature"])
    size = try query.number("size", in: 5...20, default: 8)
    seed = try query.number("seed", in: UInt64.min...UInt64.max, default: 1)
    ballOptions =
      query.has("x")
      ? Ball(
        place: [
          try query.number("x", in: 0...size, default: 0),
          try query.number("y", in: 0...size, default: 0),
        ],
        method: try query.choice("method", of: ["gradient-descent", "momentum", "langevin"]),
        step: try query.number("step", in: 1e-3...10, default: 0.1),
        momentum: try query.number("momentum", in: 0...0.99, default: 0.9),
        temperature: try query.number("temperature", in: 0...100, default: 0.3)) : nil
    sampler = try TorusSampler(
      .squaredExponential(variance: 1, length: 1), dimension: 2, length: size)
  }

  private var field: FourierField { sampler.sample(seed: seed) }

  func run(_ cancellation: Cancellation, _ events: EventStream) {
    let field = field
    events.send("map", Map(field, size: Self.mapSize, length: size))
    let found = Sweep(field).run(cancellation: cancellation)
    guard !cancellation.isCancelled else { return }
    let points = found.points.sorted { $0.value < $1.value }
    events.send("points", points.map(Dot.init))
    let saddles = points.filter { $0.index == 1 }.map(\.position)
    let lines = GradientLines(field, step: 0.05 * field.domain.scale)
    events.send(
      "lines",
      Lines(
        valleys: lines.lines(from: saddles).map { $0.points.map(Self.drawn) },
        ridges: lines.lines(from: saddles, isAscending: true).map { $0.points.map(Self.drawn) }))
    let survey = TorusSurvey(sampler, results: [found])
    events.send(
      "verdict",
      Verdict(
        byIndex: found.byIndex, completeness: "\(found.completeness)",
        exact: survey.verdicts(falsePositiveRate: 0.01).map(\.expectation)))
    events.send("end", points.count)
  }

  /// Where the ball goes.
  func ball() throws -> Roll {
    guard let ball = ballOptions else { throw WebError(400, "a ball needs x and y") }
    switch ball.method {
    case "momentum": return roll(ball, by: Momentum(step: ball.step, momentum: ball.momentum))
    case "langevin": return roll(ball, by: Langevin(step: ball.step, temperature: ball.temperature))
    default: return roll(ball, by: GradientDescent(step: ball.step))
    }
  }

  /// Balls dropped from places of a coarse grid.
  var more: (name: String, data: Data)? {
    get throws {
      let places = (0..<16).map { [$0 % 4, $0 / 4].map { (Double($0) + 0.5) * size / 4 } }
      let rolls = try ["gradient-descent", "momentum", "langevin"].flatMap { method in
        try places.map { place in
          try FieldView([
            "size": "\(size)", "seed": "\(seed)", "x": "\(place[0])", "y": "\(place[1])",
            "method": method,
          ]).ball().thinned
        }
      }
      return ("balls", try JSONEncoder.web.encode(rolls))
    }
  }

  private func roll(_ ball: Ball, by method: some Method) -> Roll {
    var run = Trajectories(
      field, from: Matrix<Double>(columns: [ball.place]), by: method, seed: seed)
    var path = [ball.place]
    while run.steps < Self.steps, run.outcomes[0] == .moving {
      run.advance(until: HaltingRule(steps: 1, gradient: 1e-6))
      path.append(run.points.column(0))
    }
    return Roll(
      method: ball.method, path: path, value: run.values[0], steps: run.steps,
      isAtRest: run.outcomes[0] == .settled)
  }

  var script: String {
    let roll =
      ballOptions.map {
        """

        // The ball.
        var ball = Trajectories(
          field, from: Matrix<Double>(columns: [\($0.place)]), by: \($0.source), seed: \(seed))
        while ball.steps < \(Self.steps), ball.outcomes[0] == .moving {
          ball.advance(until: HaltingRule(steps: 1, gradient: 1e-6))
        }
        print("the ball: height \\(ball.values[0]) after \\(ball.steps) steps")

        """
      } ?? ""
    return """
      import Saddlery

      // A random surface with all of its critical points, as on the page.
      let sampler = try TorusSampler(
        .squaredExponential(variance: 1, length: 1), dimension: 2, length: \(size))
      let field = sampler.sample(seed: \(seed))
      let found = Sweep(field).run()
      print("\\(found.byIndex) minima, saddles and maxima, \\(found.completeness)")
      print("deepest minimum: \\(found.points.map(\\.value).min()!)")
      try Figure.criticalPointMap(of: field, found, caption: []).write(to: "figure", name: "field")
      \(roll)
      """
  }
}

extension FieldView {
  /// Heights, row by row from y = 0.
  private struct Map: Encodable {
    let model: String
    let convention = FieldOptions.convention
    let length: Double
    let size: Int
    let values: [Double]

    init(_ field: FourierField, size: Int, length: Double) {
      model =
        "Gaussian field on a torus of period \(length), squared-exponential covariance of variance 1 and length 1"
      (self.length, self.size) = (length, size)
      let places = Matrix<Double>(
        columns: (0..<size * size).map { at in
          [at % size, at / size].map { (Double($0) + 0.5) * length / Double(size) }
        })
      // A colour needs two digits.
      values = field.jets(at: places, upTo: .value).values.map { ($0 * 100).rounded() / 100 }
    }
  }

  private struct Dot: Encodable {
    let index: Int
    let value, x, y: Double
    let spectrum: [Double]

    init(_ point: CriticalPoint) {
      index = point.index ?? 0
      (value, x, y) = (point.value, point.position[0], point.position[1])
      spectrum = [point.lowestEigenvalue, point.highestEigenvalue]
    }
  }

  private struct Lines: Encodable {
    let valleys, ridges: [[[Double]]]
  }

  private struct Verdict: Encodable {
    let byIndex: [Int]
    let completeness: String
    let exact: [Double]
  }

  struct Roll: Encodable {
    let method: String
    let path: [[Double]]
    let value: Double
    let steps: Int
    let isAtRest: Bool

    /// Of a path what a figure needs: places that are told apart, and no more than sixty.
    var thinned: Roll {
      var apart = [path[0]]
      for place in path where zip(place, apart.last!).contains(where: { abs($0 - $1) > 0.02 }) {
        apart.append(place)
      }
      let stride = apart.count / 60 + 1
      let some = apart.indices.filter { $0.isMultiple(of: stride) }.map { apart[$0] }
      return Roll(
        method: method, path: (some + [path.last!]).map(FieldView.drawn), value: value,
        steps: steps, isAtRest: isAtRest)
    }
  }

  /// A place to the digits of a figure.
  private static func drawn(_ place: [Double]) -> [Double] {
    place.map { ($0 * 1000).rounded() / 1000 }
  }
}
