import Foundation
import Saddlery

/// The critical points of a small network's loss, index against loss, and training that passes by them.
struct NetworkView: ExploreView {
  /// Searches from random starts, and at most.
  private static let (points, limit) = (60, 20_000)
  private static let examples = 60

  private let data: String
  private let hidden: Int
  private let decay: Double
  private let seed: UInt64
  private let network: Perceptron
  /// The critical point that is looked at, from the lowest loss.
  private let selected: Int?

  init(_ items: [String: String]) throws {
    let query = try WebQuery(items, known: ["data", "hidden", "decay", "seed", "selected"])
    data = try query.choice("data", of: ["xor", "teacher", "random-labels"])
    hidden = try query.number("hidden", in: 1...4, default: 2)
    decay = try query.number("decay", in: 1e-3...1, default: 0.01)
    seed = try query.number("seed", in: UInt64.min...UInt64.max, default: 1)
    selected =
      query.has("selected")
      ? try query.number("selected", in: 0...Self.limit, default: 0) : nil
    network = try Perceptron(
      Architecture([2, hidden, 1]), data: Self.examples(data, hidden, seed), decay: decay)
  }

  private static func examples(_ data: String, _ hidden: Int, _ seed: UInt64) throws -> TrainingSet
  {
    switch data {
    case "teacher":
      try .taught(by: Architecture([2, hidden, 1]), examples: examples, seed: seed)
    case "random-labels": try .randomTargets(inputs: 2, targets: 1, examples: examples, seed: seed)
    default: try .exclusiveOr()
    }
  }

  func run(_ cancellation: Cancellation, _ events: EventStream) {
    events.send("about", About(model: model, parameters: network.domain.dimension))
    let survey = NetworkSurvey(
      network, points: Self.points, limit: Self.limit, seed: seed, cancellation: cancellation,
      found: { orbits in
        guard !cancellation.isCancelled else { return }
        events.send("points", dots(orbits.orbits))
      })
    guard !cancellation.isCancelled else { return }
    events.send("passages", passages(survey))
    events.send("neighbours", neighbours(survey.orbits.map(\.representative)))
    events.send("summary", Summary(survey))
    events.send("end", survey.orbits.count)
  }

  private var model: String {
    let words =
      data == "xor"
      ? "the exclusive or"
      : "\(Self.examples) examples of \(data == "teacher" ? "a teacher" : "random labels")"
    return "tanh network \(network.architecture), \(words), decay \(decay)"
  }

  private func dots(_ orbits: [Orbits.Orbit]) -> [Dot] {
    let orbits = orbits.sorted { $0.representative.value < $1.representative.value }
    guard !orbits.isEmpty else { return [] }
    let spectra = network.spectra(
      at: Matrix<Double>(columns: orbits.map(\.representative.position)))
    return zip(orbits, spectra).map(Dot.init)
  }

  private func passages(_ survey: NetworkSurvey) -> [[[Double]]] {
    Dictionary(grouping: survey.passages, by: \.run).sorted { $0.key < $1.key }.map { _, places in
      places.compactMap { place in place.index.map { [place.loss, Double($0)] } }
    }
  }

  /// By the cosine of weights whose units are aligned.
  private func neighbours(_ points: [CriticalPoint]) -> [Neighbours] {
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let symmetries = network.symmetries
    return Neighbours.nearest(Array(points.indices)) { i, j in
      let (a, b) = (points[i].position, points[j].position)
      let size = (product(a, a) * product(b, b)).squareRoot()
      guard size > 0 else { return 0 }
      return product(symmetries.alignment(of: b, to: a)(b), a) / size
    }
  }

  var script: String {
    let examples =
      switch data {
      case "teacher":
        ".taught(\n  by: Architecture([2, \(hidden), 1]), examples: \(Self.examples), seed: \(seed))"
      case "random-labels":
        ".randomTargets(\n  inputs: 2, targets: 1, examples: \(Self.examples), seed: \(seed))"
      default: ".exclusiveOr()"
      }
    let look =
      selected.map {
        """

        // The point selected on the page.
        let point = survey.orbits[\($0)].representative
        print("point \($0): loss \\(point.value), index \\(point.index ?? -1)")
        print(network.spectrum(at: point.position))

        """
      } ?? ""
    return """
      import Saddlery

      // The critical points of a small network's loss, as on the page.
      let examples: TrainingSet = try \(examples)
      let network = try Perceptron(
        Architecture([2, \(hidden), 1]), data: examples, decay: \(decay))
      let survey = NetworkSurvey(
        network, points: \(Self.points), limit: \(Self.limit), seed: \(seed))
      print("\\(survey.orbits.count) critical points up to symmetry; \\(survey.verdict)")
      for orbit in survey.orbits where orbit.representative.index == 0 {
        print("minimum: loss \\(orbit.representative.value)")
      }
      \(look)
      """
  }
}

extension NetworkView {
  private struct About: Encodable {
    let model: String
    let parameters: Int
    let convention = "mean squared loss over examples + 1/2 sum lambda w^2"
  }

  private struct Dot: Encodable {
    let loss: Double
    let index: Int
    /// How many points its images by exchanges and signs of hidden units are.
    let size: Int
    let lowest, highest: Double
    let spectrum: [Double]

    init(_ orbit: Orbits.Orbit, _ spectrum: [Double]) {
      let point = orbit.representative
      (loss, index, size) = (point.value, point.index ?? 0, orbit.size ?? 0)
      (lowest, highest) = (point.lowestEigenvalue, point.highestEigenvalue)
      // A logarithmic axis needs three digits.
      self.spectrum = spectrum.map { Double(String(format: "%.3g", $0)) ?? $0 }
    }
  }

  private struct Summary: Encodable {
    let searches, converged, minima: Int
    let verdict: String

    init(_ survey: NetworkSurvey) {
      (searches, converged) = (survey.searches.count, survey.outcomes[.converged] ?? 0)
      minima = survey.orbits.count { $0.representative.index == 0 }
      verdict = survey.verdict
    }
  }
}
