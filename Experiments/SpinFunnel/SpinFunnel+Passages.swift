import Foundation
import Saddlery

extension SpinFunnel {
  /// Rates at fixed strengths as N grows: against no change.
  func rates(_ all: [[FunnelRuns]], _ report: inout Report) {
    let sizes = all[0].map(\.n)
    report.table(
      "rates",
      "| k | λ | \(sizes.map { "N = \($0)" }.joined(separator: " | ")) | last less first | z |")
    /// Strengths at which rates are to fall, and to rise, by degree.
    let falling: [Int: [Double]] =
      quick ? [4: [4.8]] : [1: [0.6], 2: [0.7], 3: [1.73, 2.5], 4: [2.4, 4.8]]
    let rising: [Int: [Double]] = quick ? [:] : [1: [1.2], 2: [1.5]]
    var checks: [(isStep: Bool, verdicts: [Verdict])] = []
    for degree in all {
      for (j, strength) in degree[0].strengths.enumerated() {
        let k = degree[0].degree
        let means = degree.map { $0.rates[j] }
        let (first, last) = (means[0], means.last!)
        let change = Passage.Measured(sum: [(1, .init(last)), (-1, .init(first))])
        // Four of each claim.
        let verdict = change.verdict(
          "k = \(k), λ = \(strength)", expectation: 0, rate: Self.rate / 4)
        report.row(
          "| \(k) | \(strength) | \(means.map { $0.text(3) }.joined(separator: " | ")) "
            + "| \(change.text(3)) | \(verdict.z.text(1)) |")
        let isFalling = falling[k]?.contains(strength) == true
        guard isFalling || rising[k]?.contains(strength) == true else { continue }
        let control = Verdict(control: "k = \(k), λ = \(strength): no change with N", [verdict])
        checks.append(
          (
            k <= 2,
            [
              control,
              Verdict("direction", value: isFalling ? -change.value : change.value, above: 0),
            ]
          ))
        if control.conclusion == .contradicted { report.say("\(control.quantity): NOT rejected") }
      }
    }
    func passage(_ degree: Int) -> String {
      let runs = all[degree - 1]
      let j = runs[0].strengths.count - 1
      let shares = [runs[0], runs[runs.count - 1]].map { $0.rates[j].mean.percent }
      return "\(shares[0]) and \(shares[1])"
    }
    report.found =
      "at N = \(sizes[0]) and \(sizes[sizes.count - 1]) descents reach the end of a strong linear funnel in \(passage(1)) of "
      + "cases, and of one of degree four in \(passage(4))"
    for (isStep, claim) in [(true, "k = 1, 2: a step"), (false, "k = 3, 4: fewer the larger N")] {
      let own = checks.filter { $0.isStep == isStep }.flatMap(\.verdicts)
      guard !own.isEmpty else { continue }
      own.forEach { report.check($0) }
      report.judge("rates at fixed λ, \(claim)")
    }
  }

  /// The strengths at which descents begin to find the funnel, and the powers of N they and their ratios grow by.
  func passages(_ all: [[FunnelRuns]], _ report: inout Report) {
    report.table(
      "passages", "| k | N | samples x starts | λ at 25 % | λ at 50 % | ratio of the two |")
    for runs in all.joined() {
      let passage = runs.passage
      func strength(_ level: Double) -> String {
        let log = passage.logCrossing(level)
        return "\(exp(log.value).text(2)) ± \((exp(log.value) * log.error).text(2))"
      }
      let ratio = passage.logRatio
      report.row(
        "| \(runs.degree) | \(runs.n) | \(runs.ends.count) x \(runs.ends[0][0].overlaps.count) "
          + "| \(strength(0.25)) | \(strength(0.5)) "
          + "| \(exp(ratio.value).text(2)) ± \((exp(ratio.value) * ratio.error).text(2)) |")
    }
    report.table(
      "powers",
      "| k | λ at 50 % ~ N^a: a | predicted | z | log of the ratio ~ N^b: b | predicted | z | from 0, z |"
    )
    for (degree, runs) in zip(1..., all) {
      let sizes = runs.map(\.n)
      let centre = Passage.Measured.power(sizes, runs.map { $0.passage.logCrossing(0.5) })
      let width = Passage.Measured.power(sizes, runs.map { $0.passage.logRatio.logarithm })
      let power = max(0, Double(degree - 2) / 2)
      let expected: Double? = [1: -0.5, 2: nil][degree] ?? 0
      let rate = Self.rate / 4
      let place = centre.verdict("k = \(degree): a", expectation: power, rate: rate)
      let shrinks = width.verdict("k = \(degree): b", expectation: 0, rate: rate)
      let shape = expected.map {
        width.verdict("k = \(degree): b", expectation: $0, rate: rate)
      }
      if !quick {
        if let shape { report.check(shape) }
        if degree <= 2 {
          report.check(
            Verdict(control: "k = \(degree): the passage keeps its width", [shrinks]),
            Verdict("k = \(degree): sharper", value: -width.value, above: 0))
        } else {
          let fixed = centre.verdict("k = \(degree): a", expectation: 0, rate: rate)
          report.check(Verdict(control: "k = \(degree): the passage stays where it is", [fixed]))
        }
      }
      report.row(
        "| \(degree) | \(centre.value.text(2)) ± \(centre.error.text(2)) | \(power.text(1)) "
          + "| \(place.z.text(1)) | \(width.value.text(2)) ± \(width.error.text(2)) "
          + "| \(expected.map { $0.text(1) } ?? "below 0") | \(shape.map { $0.z.text(1) } ?? "") "
          + "| \(shrinks.z.text(1)) |")
    }
    guard !quick else { return }
    report.judge("passages: sharper with N for k = 1, 2; moving away, as wide, for k = 3, 4")
  }
}
