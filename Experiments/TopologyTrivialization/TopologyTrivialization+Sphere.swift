import Foundation
import Saddlery

extension TopologyTrivialization {
  /// All critical points of the 3-spin model in a random field, ξ = h²q + q³, against the exact means.
  func sphere(_ report: inout Report) throws {
    let strengths = quick ? [0, 3, 9] : [0, 0.5, 1, 2, 3, 4, 6, 9, 15, 30]
    let runs = quick ? [(n: 4, samples: 200)] : [(n: 6, samples: 1000), (n: 8, samples: 1000)]
    let share = Self.rate / Double(2 * strengths.count * runs.count)
    var (numbers, fractions): ([Series], [Series]) = ([], [])
    var rows: [[Double]] = []
    report.table(
      "sphere",
      "| N | h² | samples, complete | mean number | exact | z | exactly two | at least, by theory "
        + "| verdict | control: h²/2 |")
    for (i, (n, samples)) in runs.enumerated() {
      var (means, two): ([Estimate], [Estimate]) = ([], [])
      for strength in strengths {
        let survey = try EnumerationSurvey(
          Self.model(strength), dimension: n, samples: samples, seed: seed)
        let totals = survey.results.map { Double($0.points.count) }
        let mean = Estimate(totals.enumerated().map { ($0, $1) })
        let fraction = Estimate(totals.enumerated().map { ($0, $1 == 2 ? 1 : 0) })
        means.append(mean)
        two.append(fraction)
        let exact = try Self.exact(strength, n)
        let wrong = try Self.exact(strength == 0 ? 1 : strength / 2, n)
        func verdict(_ expectation: Double) -> Verdict {
          Verdict("number", mean, expectation: expectation, falsePositiveRate: share)
        }
        // Real points come in pairs of an odd number: more than two are at least six (Markov).
        let bound = max(0, 1 - (exact - 2) / 4)
        let isAbove = fraction.mean + 5 * fraction.standardError >= bound
        // Few samples with more than two points: their number is not normal.
        let isJudged = Double(samples) * (exact - 2) / 4 >= 50
        let judged = Verdict(
          "N = \(n), h² = \(strength)",
          all: [
            Verdict("complete", exceptions: samples - survey.completeSamples),
            Verdict("odd pairs", exceptions: totals.count { Int($0) % 4 != 2 }),
            Verdict("fraction of two", exceptions: isAbove ? 0 : 1),
          ] + (isJudged ? [verdict(exact)] : []))
        let control = Verdict(control: "h²/2", [verdict(wrong)])
        report.check(judged)
        if isJudged { report.check(control) }
        let isPlain = isJudged || judged.conclusion == .contradicted
        report.row(
          "| \(n) | \(strength) | \(samples), \(survey.completeSamples) | \(mean.text(3)) "
            + "| \(exact.text(3)) | \(verdict(exact).z.text(2)) | \(fraction.text(3)) "
            + "| \(bound.text(3)) | \(isPlain ? "\(judged.conclusion)" : "too rare to judge") "
            + "| \(isJudged ? control.rejection : "-") |")
        rows.append([
          Double(n), strength, mean.mean, mean.standardError, exact, fraction.mean,
          fraction.standardError,
        ])
      }
      let scale = 2 * Double(n)
      numbers.append(
        Series(
          "N = \(n)", x: strengths, y: means.map { $0.mean / scale },
          yError: means.map { $0.standardError / scale }, colour: .sample(i)
        ).ofKind("all points of samples"))
      fractions.append(.marks("N = \(n)", strengths, two, .sample(i)))
    }
    report.say("false-positive rate \(Self.rate) in all")
    try growth(&numbers, &fractions, runs.map(\.n), &report)

    report.origin = Provenance(
      model: "3-spin in a random field, ξ(q) = h²q + q³", convention: Mixture.convention,
      seed: seed, notes: ["every critical point of every sample, certified"])
    let header = "n,h_squared,mean_count,standard_error,exact_count,fraction_two,fraction_error"
    report.save("sphere-table.csv", DataTable(header, rows: rows))
    let caption = [
      "3-spin in a random field, all critical points of every sample, seed \(seed)",
      "bars: standard errors, the sample being the unit",
    ]
    let x = Axis("strength of the field h²", range: 0...16)
    report.draw(
      "sphere", title: "A field beyond h² = 3 leaves few critical points", caption: caption, x: x,
      y: Axis("mean number of critical points/(2N)", scale: .logarithmic), numbers)
    report.draw(
      "two", title: "Samples with two critical points only, a minimum and a maximum",
      caption: caption, x: x, y: Axis("fraction of samples", range: 0...1.02), fractions)
  }

  /// Exact curves, and whether numbers over 2N grow with N below h² = 3 and fall above.
  private func growth(
    _ numbers: inout [Series], _ fractions: inout [Series], _ sampled: [Int],
    _ report: inout Report
  ) throws {
    let sizes = sampled + (quick ? [8] : [16, 32])
    let fine = (0...(quick ? 8 : 32)).map { 16 * Double($0) / (quick ? 8 : 32) }
    let curves = try sizes.map { n in try fine.map { try Self.exact($0, n) } }
    for (i, n) in sizes.enumerated() {
      let scaled = curves[i].map { $0 / Double(2 * n) }
      numbers.append(.line("N = \(n)", fine, scaled, .sample(i)).ofKind("exact"))
      guard i < sampled.count else { continue }
      let bounds = curves[i].map { 1 - ($0 - 2) / 4 }
      fractions.append(.dashed("N = \(n), at least, by theory", fine, bounds, .sample(i)))
    }
    numbers.append(.dashed("h² = 3", [3, 3], [1e-2, 1e3]))
    fractions.append(.dashed("h² = 3", [3, 3], [0, 1]))
    for place in fine.indices where fine[place] != 3 {
      let scaled = zip(sizes, curves).map { $1[place] / Double($0) }
      report.check(falling(fine[place] < 3 ? scaled.reversed() : scaled))
    }
  }

  private static func model(_ strength: Double) throws -> Mixture {
    try Mixture(strength == 0 ? [3: 1] : [1: strength, 3: 1])
  }

  private static func exact(_ strength: Double, _ n: Int) throws -> Double {
    try CriticalPointCounts(try model(strength), dimension: n).total.value
  }
}
