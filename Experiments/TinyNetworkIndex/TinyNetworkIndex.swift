import ArgumentParser
import Foundation
import Saddlery

/// Index against loss at critical points of small networks, and at what descent on the norm of the gradient takes for them.
struct TinyNetworkIndex: Experiment {
  static let question =
    "Does the index fall with the loss at critical points of a network, and are the points found critical?"
  static let meaning =
    "the index falls with the loss at points that are truly critical"
  static let claims: Claims = [
    "Dauphin2014": "Critical points of networks with high loss are saddles of high index.",
    "Frye2021": "Searches on the gradient's norm mostly end where it is small, not zero.",
    "PenningtonBahri2017, BaityJesi2018": "How the index grows; how networks differ from glasses.",
  ]

  @OptionGroup var options: Options

  static let decays = [0, 0.003, 0.01, 0.03]
  /// Standard errors that a mean keeps from its bound.
  private static let margin = 3.0

  func report() throws -> Report {
    var report = Report(
      "loss of networks",
      "6-6-6 tanh, 40 random pairs; 8-5-1 and 16-4-10 of a teacher and of digits",
      seed: seed, convention: "half mean square or cross-entropy, decay/2 |w|^2")
    let samples = quick ? 6 : 12
    let size =
      quick
      ? GradientNormEnds.Size(randomStarts: 15, descents: 1, searches: 16)
      : GradientNormEnds.Size(randomStarts: 30, descents: 4, searches: 64)
    let seed = seed
    let all = try concurrentMap(0..<(Self.decays.count * samples)) {
      try GradientNormEnds(
        decay: Self.decays[$0 / samples], size: size, seed: seed, sample: $0 % samples)
    }
    let byDecay = Self.decays.indices.map { i in
      Array(all[(i * samples)..<((i + 1) * samples)])
    }
    ends(byDecay, &report)
    trend(byDecay, &report)
    draw(byDecay, &report)
    try networks(&report)
    return report
  }

  /// Whether a mean is above a bound: *reproduced* if by some standard errors, *contradicted* if it is below by as many.
  private func above(_ name: String, _ mean: Estimate, _ bound: Double) -> Verdict {
    let least = mean.mean - Self.margin * mean.standardError
    return least > bound
      ? Verdict(name, value: least, above: bound)
      : Verdict(
        name, statistic: (bound - mean.mean) / mean.standardError, within: Self.margin)
  }

  /// Frye's critique.
  private func ends(_ byDecay: [[GradientNormEnds]], _ report: inout Report) {
    report.table(
      "ends",
      "| decay | starts | ends | not critical | small gradient | of these not critical | their median r "
        + "| share of r < 1e-6 | largest rms weight |")
    var (checks, controls) = ([Verdict](), [Verdict]())
    for (decay, samples) in zip(Self.decays, byDecay) {
      for deviation in GradientNormEnds.deviations + [nil] {
        let ends = samples.map { $0.ends.filter { $0.deviation == deviation } }
        let bogus = Estimate(bySample: ends.map { $0.map { $0.isCritical ? 0 : 1 } })
        let starts = deviation.map { "weights of deviation \($0)" } ?? "gradient descent"
        report.row(row(decay, starts, ends, bogus))
        guard let deviation, deviation > 0.1 else { continue }
        checks.append(above("decay \(decay), \(starts): not critical", bogus, 0.5))
      }
      let rest = samples.map { $0.ends.filter { !$0.isCritical && $0.isAccepted } }
      let flat = Estimate(bySample: rest.map { $0.map { $0.flatness < 1e-6 ? 1 : 0 } })
      guard decay > 0 else { continue }
      checks.append(above("decay \(decay): accepted ones gradient-flat", flat, 0.5))
    }
    report.table("aimed", "| decay | index-targeted searches | not critical |")
    for (decay, samples) in zip(Self.decays, byDecay) {
      let aimed = Estimate(bySample: samples.map { $0.isFound.map { $0 ? 0 : 1 } })
      report.row("| \(decay) | \(aimed.count) | \(aimed.text(3)) |")
      if decay >= 0.01 {
        controls.append(above("decay \(decay): index-targeted, not critical", aimed, 0.5))
      }
    }
    let control = Verdict(control: "index-targeted searches fail as often", controls)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge(
      Verdict(
        "ends from weights of order one: more than half not critical; with decay, those accepted are gradient-flat",
        all: checks + [control]))
    let points = byDecay.flatMap { $0 }
    let gradient = points.map(\.worst.gradient).max() ?? .nan
    let error = points.map(\.worst.error).max() ?? .nan
    report.say(
      "of the points that count as critical: largest |g| over that of starts "
        + String(format: "%.1e", gradient) + ", largest error over isolation "
        + String(format: "%.1e", error))
    report.check(
      Verdict("largest |g| of critical points", value: gradient, below: 1e-9),
      Verdict("largest error over isolation", value: error, below: 0.1),
      Verdict(
        "index at zero weights by singular values",
        exceptions: points.count { $0.zero.index != $0.zero.expected }))
    report.judge("what counts as critical is, and the index at zero weights is exact")
  }

  /// A row of the table of ends.
  private func row(
    _ decay: Double, _ starts: String, _ ends: [[GradientNormEnds.Place]], _ bogus: Estimate
  ) -> String {
    let accepted = ends.map { $0.filter { $0.isCritical || $0.isAccepted } }
    let rest = accepted.map { $0.filter { !$0.isCritical } }
    func share(
      _ places: [[GradientNormEnds.Place]], _ has: (GradientNormEnds.Place) -> Bool
    ) -> String { Estimate(bySample: places.map { $0.map { has($0) ? 1 : 0 } }).text(3) }
    let flatness = rest.flatMap { $0.map(\.flatness) }.sorted()
    let median =
      flatness.isEmpty ? "-" : String(format: "%.0e", flatness[flatness.count / 2])
    let weight = ends.flatMap { $0.map(\.weight) }.max() ?? .nan
    return "| \(decay) | \(starts) | \(bogus.count) | \(bogus.text(3)) "
      + "| \(share(ends) { $0.isCritical || $0.isAccepted }) | \(share(accepted) { !$0.isCritical }) "
      + "| \(median) | \(flatness.isEmpty ? "-" : share(rest) { $0.flatness < 1e-6 }) "
      + "| \(weight.text(1)) |"
  }

  /// Spearman's correlations of index and loss, one a sample.
  private func correlations(_ places: [[GradientNormEnds.Place]]) -> Estimate {
    Estimate(
      bySample: places.map { places in
        let value = rankCorrelation(places.map(\.loss), places.map { Double($0.index) })
        return places.count >= 5 && value.isFinite ? [value] : []
      })
  }

  /// Dauphin's trend.
  private func trend(_ byDecay: [[GradientNormEnds]], _ report: inout Report) {
    report.table(
      "trend",
      "| decay | places | number | index | loss over that of zero weights | rank correlation, mean of samples |"
    )
    var (checks, controls) = ([Verdict](), [Verdict]())
    for (decay, samples) in zip(Self.decays, byDecay) {
      let kinds: [(String, [[GradientNormEnds.Place]])] = [
        ("critical", samples.map(\.points)),
        ("critical, by descent on \\|g\\|² alone", samples.map(\.ownPoints)),
        (
          "small gradient, not critical",
          samples.map { $0.ends.filter { !$0.isCritical && $0.isAccepted } }
        ),
        ("on the way of gradient descent", samples.map(\.descent)),
      ]
      for (name, places) in kinds {
        let (all, correlation) = (places.flatMap { $0 }, correlations(places))
        let (indices, losses) = (all.map(\.index), all.map(\.loss))
        report.row(
          "| \(decay) | \(name) | \(all.count) "
            + (all.isEmpty
              ? "| - | - "
              : "| \(indices.min()!) to \(indices.max()!) "
                + "| \(losses.min()!.text(2)) to \(losses.max()!.text(2)) ")
            + (correlation.count > 1 ? "| \(correlation.text(3)) |" : "| - |"))
      }
      guard decay >= 0.01 else { continue }
      checks.append(above("decay \(decay): rank correlation", correlations(kinds[0].1), 0.9))
      report.found =
        "index and loss at critical points of small networks with decay \(decay) have the rank correlation "
        + "\(correlations(kinds[0].1).text(2))"
      // Of another point of the sample, half the list away.
      let wrong = kinds[0].1.map { places in
        places.indices.map { i in
          GradientNormEnds.Place(
            loss: places[i].loss, index: places[(i + places.count / 2) % places.count].index)
        }
      }
      controls.append(above("decay \(decay): other points", correlations(wrong), 0.9))
    }
    let control = Verdict(control: "indices of other points are as good", controls)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge(
      Verdict(
        "rank correlation of index and loss above 0.9 at critical points, decay 0.01 and 0.03",
        all: checks + [control]))
  }
}
