import Foundation
import Saddlery

/// Mean numbers of critical points against the strength of a field, exact, beside Hamiltonians that are enumerated.
struct CountsView: ExploreView {
  /// Hamiltonians enumerated, and the largest N for which they are.
  private static let (samples, enumeratedDimension) = (20, 8)

  private let degree: Int
  private let dimension: Int
  private let seed: UInt64
  /// The variance looked at.
  private let field: Double

  init(_ items: [String: String]) throws {
    let query = try WebQuery(items, known: ["p", "n", "field", "seed"])
    degree = try query.number("p", in: 3...6, default: 3)
    dimension = try query.number("n", in: 4...60, default: 8)
    field = try query.number("field", in: 0...30, default: 1)
    seed = try query.number("seed", in: UInt64.min...UInt64.max, default: 1)
  }

  /// p(p - 2): ξ'(1) = ξ''(1).
  private var threshold: Double { Double(degree * (degree - 2)) }

  private func mixture(_ field: Double) throws -> Mixture {
    try Mixture(field > 0 ? [1: field, degree: 1] : [degree: 1])
  }

  func run(_ cancellation: Cancellation, _ events: EventStream) {
    let steps = 30
    var fields = (0...steps).map { 3 * threshold * Double($0) / Double(steps) }
    fields = Set(fields + [field]).sorted()
    events.send("about", About(fields: fields, threshold: threshold, isEnumerated: isEnumerated))
    for field in fields {
      guard !cancellation.isCancelled, let mixture = try? mixture(field),
        let counts = try? CriticalPointCounts(mixture, dimension: dimension)
      else { break }
      events.send(
        "count",
        Count(field: field, total: counts.total.value, minima: counts.byIndex[0].value))
    }
    if isEnumerated, let samples = enumerated(cancellation) {
      events.send("samples", samples)
    }
    guard !cancellation.isCancelled else { return }
    events.send("end", fields.count)
  }

  private var isEnumerated: Bool { dimension <= Self.enumeratedDimension && degree == 3 }

  /// nil if it was cancelled.
  private func enumerated(_ cancellation: Cancellation) -> Samples? {
    guard let mixture = try? mixture(field) else { return nil }
    let results = concurrentMap(0..<Self.samples) { sample in
      try? Enumeration.run(
        PSpinHamiltonian(mixture, dimension: dimension, seed: seed, sample: sample), seed: seed,
        sample: sample, threads: 1, cancellation: cancellation)
    }
    guard !cancellation.isCancelled else { return nil }
    let proved = results.compactMap { $0 }.filter { $0.completeness == .proved }
    func mean(_ number: (EnumerationResult) -> Int) -> Mean {
      let estimate = Estimate(bySample: proved.map { [Double(number($0))] })
      return Mean(mean: estimate.mean, error: estimate.standardError)
    }
    return Samples(
      samples: Self.samples, proved: proved.count, total: mean(\.points.count),
      minima: mean { $0.byIndex[0] })
  }

  var script: String {
    let mixture = (try? mixture(field)).map { "\($0)" } ?? ""
    let enumeration = """

      let results = try (0..<\(Self.samples)).map { sample in
        try Enumeration.run(
          PSpinHamiltonian(mixture, dimension: \(dimension), seed: \(seed), sample: sample),
          seed: \(seed), sample: sample)
      }.filter { $0.completeness == .proved }
      let all = Estimate(bySample: results.map { [Double($0.points.count)] })
      let minima = Estimate(bySample: results.map { [Double($0.byIndex[0])] })
      print("\\(results.count) proved: \\(all.mean) ± \\(all.standardError) critical points")
      print("minima: \\(minima.mean) ± \\(minima.standardError)")

      """
    return """
      import Saddlery

      // Mean numbers of critical points and minima in a field, as on the page.
      let mixture = try Mixture(parsing: "\(mixture)")
      let counts = try CriticalPointCounts(mixture, dimension: \(dimension))
      print("exact: \\(counts.total.value) critical points, \\(counts.byIndex[0].value) minima")
      \(isEnumerated ? enumeration : "")
      """
  }
}

extension CountsView {
  private struct About: Encodable {
    let fields: [Double]
    let threshold: Double
    let isEnumerated: Bool
    let convention = Mixture.convention
  }

  private struct Count: Encodable {
    let field, total, minima: Double
  }

  private struct Mean: Encodable {
    let mean, error: Double
  }

  private struct Samples: Encodable {
    let samples, proved: Int
    let total, minima: Mean
  }
}
