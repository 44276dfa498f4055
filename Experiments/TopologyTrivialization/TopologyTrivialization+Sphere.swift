import Foundation
import Saddlery

extension TopologyTrivialization {
  /// All critical points of the 3-spin model in a random field, ξ = h²q + q³, against the exact means.
  func sphere() throws -> Bool {
    let strengths = quick ? [0, 3, 9] : [0, 0.5, 1, 2, 3, 4, 6, 9, 15, 30]
    let runs = quick ? [(n: 4, samples: 200)] : [(n: 6, samples: 1000), (n: 8, samples: 1000)]
    let share = Self.rate / Double(2 * strengths.count * runs.count)
    var holds = true
    var (numbers, fractions): ([Series], [Series]) = ([], [])
    var rows: [[Double]] = []
    print(
      head([
        "N", "h²", "samples, complete", "mean number", "exact", "z", "exactly two",
        "at least, by theory", "verdict", "control: h²/2",
      ]))
    for (i, (n, samples)) in runs.enumerated() {
      var means: [Estimate] = []
      var two: [Estimate] = []
      for strength in strengths {
        let survey = try EnumerationSurvey(
          Self.model(strength), dimension: n, samples: samples, seed: seed)
        let totals = survey.results.map { Double($0.points.count) }
        means.append(Estimate(totals.enumerated().map { ($0, $1) }))
        two.append(Estimate(totals.enumerated().map { ($0, $1 == 2 ? 1 : 0) }))
        let (mean, fraction) = (means[means.count - 1], two[two.count - 1])
        let exact = try Self.exact(strength, n)
        let verdict = Verdict(
          "critical points", value: mean.mean, standardError: mean.standardError, samples: samples,
          expectation: exact, falsePositiveRate: share)
        let control = Verdict(
          "critical points", value: mean.mean, standardError: mean.standardError, samples: samples,
          expectation: try Self.exact(strength == 0 ? 1 : strength / 2, n), falsePositiveRate: share
        )
        // Real points come in pairs of an odd number: more than two are at least six (Markov).
        let bound = max(0, 1 - (exact - 2) / 4)
        let areOdd = survey.results.allSatisfy { $0.points.count % 4 == 2 }
        let isAbove = fraction.mean + 5 * fraction.standardError >= bound
        // Few samples with more than two points: their number is not normal.
        let isJudged = Double(samples) * (exact - 2) / 4 >= 50
        let isConsistent =
          survey.completeSamples == samples && areOdd && isAbove
          && (!isJudged || verdict.conclusion == .consistent)
        let isRejected = control.conclusion == .inconsistent
        holds = holds && isConsistent && (!isJudged || isRejected)
        print(
          row([
            "\(n)", "\(strength)", "\(samples), \(survey.completeSamples)",
            "\(text(mean.mean, 3)) ± \(text(mean.standardError, 3))", text(exact, 3),
            text(verdict.z, 2), "\(text(fraction.mean, 3)) ± \(text(fraction.standardError, 3))",
            text(bound, 3),
            !isConsistent ? "inconsistent" : isJudged ? "consistent" : "too rare to judge",
            !isJudged ? "-" : isRejected ? "rejected" : "NOT rejected",
          ]))
        rows.append([
          Double(n), strength, mean.mean, mean.standardError, exact, fraction.mean,
          fraction.standardError,
        ])
      }
      let scale = 2 * Double(n)
      numbers.append(
        Series(
          "N = \(n), all points of samples", x: strengths, y: means.map { $0.mean / scale },
          yError: means.map { $0.standardError / scale }, colour: .sample(i)))
      fractions.append(
        Series(
          "N = \(n)", x: strengths, y: two.map(\.mean), yError: two.map(\.standardError),
          colour: .sample(i)))
    }
    print("\nfalse-positive rate \(Self.rate) in all")
    holds = try growth(&numbers, &fractions, runs.map(\.n)) && holds

    let origin = Provenance(
      model: "3-spin in a random field, ξ(q) = h²q + q³", convention: Mixture.convention,
      seed: seed,
      notes: ["every critical point of every sample, certified"])
    try write(
      rows,
      [
        "n", "h_squared", "mean_count", "standard_error", "exact_count", "fraction_two",
        "fraction_error",
      ],
      origin, "sphere.csv")
    let caption = [
      "3-spin in a random field, all critical points of every sample, seed \(seed)",
      "bars: standard errors, the sample being the unit",
    ]
    let x = Axis("strength of the field h²", range: 0...16)
    try Figure(
      title: "A field beyond h² = 3 leaves few critical points", caption: caption, x: x,
      y: Axis("mean number of critical points/(2N)", scale: .logarithmic), series: numbers
    ).write(to: output, name: "sphere", provenance: origin.comments)
    try Figure(
      title: "Samples with two critical points only, a minimum and a maximum", caption: caption,
      x: x, y: Axis("fraction of samples", range: 0...1.02), series: fractions
    ).write(to: output, name: "two", provenance: origin.comments)
    return holds
  }

  /// Exact curves, and whether numbers over 2N grow with N below h² = 3 and fall above.
  private func growth(
    _ numbers: inout [Series], _ fractions: inout [Series], _ sampled: [Int]
  ) throws -> Bool {
    let sizes = sampled + (quick ? [8] : [16, 32])
    let fine = (0...(quick ? 8 : 32)).map { 16 * Double($0) / (quick ? 8 : 32) }
    let curves = try sizes.map { n in try fine.map { try Self.exact($0, n) } }
    for (i, n) in sizes.enumerated() {
      numbers.append(
        Series(
          "N = \(n), exact", x: fine, y: curves[i].map { $0 / Double(2 * n) }, style: .line,
          colour: .sample(i)))
      guard i < sampled.count else { continue }
      fractions.append(
        Series(
          "N = \(n), at least, by theory", x: fine, y: curves[i].map { 1 - ($0 - 2) / 4 },
          style: .dashedLine, colour: .sample(i)))
    }
    numbers.append(Series("h² = 3", x: [3, 3], y: [1e-2, 1e3], style: .dashedLine, colour: .grey))
    fractions.append(Series("h² = 3", x: [3, 3], y: [0, 1], style: .dashedLine, colour: .grey))
    return zip(sizes.indices, sizes.indices.dropFirst()).allSatisfy { i, j in
      fine.indices.allSatisfy { place in
        let (a, b) = (
          curves[i][place] / Double(sizes[i]), curves[j][place] / Double(sizes[j])
        )
        return fine[place] < 3 ? a < b : fine[place] > 3 ? a > b : true
      }
    }
  }

  private static func model(_ strength: Double) throws -> Mixture {
    try Mixture(strength == 0 ? [3: 1] : [1: strength, 3: 1])
  }

  private static func exact(_ strength: Double, _ n: Int) throws -> Double {
    CriticalPointCounts(try model(strength), dimension: n).total.value
  }
}
