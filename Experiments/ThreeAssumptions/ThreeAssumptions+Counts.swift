import Foundation
import Saddlery

extension ThreeAssumptions {
  /// First: lots of minima. Exact mean numbers by size, against the square of N and the exponential rate.
  func counts(_ report: inout Report) throws {
    let degrees = [3, 4, 10]
    let sizes = quick ? [10, 20, 40, 80] : [10, 20, 40, 80, 160, 320]
    let counts = try degrees.map { p in
      try sizes.map { try CriticalPointCounts(.pure(p), dimension: $0) }
    }
    let numbers = counts.map { $0.map { $0.byIndex[0].value } }
    report.table(
      "counts",
      "| N |" + degrees.map { " minima, p = \($0) | of all critical points |" }.joined())
    for (i, n) in sizes.enumerated() {
      report.row(
        "| \(n) |"
          + degrees.indices.map { k in
            let share = numbers[k][i] / counts[k][i].total.value
            return " \(short(numbers[k][i])) | \(short(share)) |"
          }.joined())
    }

    report.table(
      "rates",
      "| p | rate of minima, N → ∞ | from N = \(sizes.dropLast().suffix(3).map(String.init).joined(separator: ", ")) "
        + "| from N = \(sizes.suffix(3).map(String.init).joined(separator: ", ")) "
        + "| d ln minima/d ln N, smallest N | largest N | more than N² from N = |")
    for (k, p) in degrees.enumerated() {
      let rate = try AnnealedComplexity(.pure(p)).fixedIndex(0, energy: 0)
      let logs = numbers[k].map { log($0) }
      let last = sizes.count - 1
      let rates = [last - 1, last].map { i in
        extrapolatedRate(sizes: Array(sizes[(i - 2)...i]), logarithms: Array(logs[(i - 2)...i]))
      }
      let powers = zip(logs, logs.dropFirst()).map { ($1 - $0) / log(2) }
      let first = zip(sizes, numbers[k]).first { $1 > Double($0 * $0) }?.0
      report.row(
        "| \(p) | \(rate.text(5)) | \(rates[0].text(5)) | \(rates[1].text(5)) "
          + "| \(powers[0].text(2)) | \(powers.last!.text(2)) "
          + "| \(first.map { "\($0)" } ?? "beyond \(sizes[last])") |")
      report.check(
        Verdict(
          "p = \(p): rate", differences: (abs(rates[0] - rate), abs(rates[1] - rate)),
          factor: 0.8, below: 0.2 * rate))
      let polynomial = Verdict(
        control: "p = \(p): a power of N, rate zero",
        [Verdict("rate", differences: (rates[0], rates[1]), factor: 0.5, below: 0.2 * rate)])
      report.check(polynomial)
      report.say("p = \(p), control, no exponential growth: \(polynomial.rejection)")
    }
    report.judge("many minima: exponentially many")

    let x = sizes.map(Double.init)
    let fine = grid(x[0]...x.last!, 100)
    report.draw(
      "counts", title: "Minima are exponentially many; at p = 3 and N below 300 fewer than N^2",
      caption: [
        "pure p-spin, exact mean numbers of minima at finite N",
        "lines: e^{NΘ} with the exact rate Θ, through the largest N",
      ],
      x: Axis("N", range: 0...(1.03 * x.last!)),
      y: Axis("mean number of minima", range: 1...1e12, scale: .logarithmic),
      [.dashed("N^2", fine, fine.map { $0 * $0 }, .black)]
        + degrees.enumerated().flatMap { k, p -> [Series] in
          let rate = (try? AnnealedComplexity(.pure(p)).fixedIndex(0, energy: 0)) ?? .nan
          let shown = zip(x, numbers[k]).filter { $1 < 1e12 }
          let (last, number) = shown.last!
          return [
            .line("p = \(p)", fine, .sample(k)) { number * exp(rate * ($0 - last)) }.ofKind(
              "e^{NΘ}"),
            Series("p = \(p)", x: shown.map(\.0), y: shown.map(\.1), colour: .sample(k)).ofKind(
              "exact"),
          ]
        })
  }

  /// What is said of depth: exact, N → ∞.
  func depth(_ report: inout Report) throws {
    let degrees = [3, 4, 5, 10, 50]
    report.table("depth", "| p | E_∞ | E_0 | E_∞/E_0 | E_0 by counting less E_0 by one-step RSB |")
    var ratios: [Double] = []
    for p in degrees {
      let threshold = try LimitingIndexCurve(.pure(p)).threshold
      let ground = OneStepGroundState(.pure(p))!.energy
      let counted = try AnnealedComplexity(.pure(p)).groundState()!
      ratios.append(threshold / ground)
      report.check(
        Verdict("p = \(p): two routes to E_0", value: abs(counted / ground - 1), below: 1e-12))
      report.row(
        "| \(p) | \(threshold.text(6)) | \(ground.text(6)) | \(ratios.last!.text(5)) "
          + "| \(brief(counted - ground)) |")
    }
    let falls = zip(ratios, ratios.dropFirst()).map {
      Verdict("E_∞/E_0 falls", value: $1 - $0, below: 0)
    }
    let control = Verdict(
      control: "it rises with p",
      zip(ratios, ratios.dropFirst()).map { Verdict("rises", value: $1 - $0, above: 0) })
    report.check(Verdict("E_∞/E_0 falls with p", all: falls), control)
    report.say("control, minima come closer to the global one as p grows: \(control.rejection)")
    report.judge("greater p: a wider band, minima further from the global one (exact, N → ∞)")
    let all = Array(3...60)
    let values = try all.map {
      try LimitingIndexCurve(.pure($0)).threshold / OneStepGroundState(.pure($0))!.energy
    }
    report.draw(
      "depth", title: "Deeper models have minima further from the global one",
      caption: ["pure p-spin, |σ|² = N, exact, N → ∞; E_∞ = 2√((p-1)/p), where most minima are"],
      x: Axis("p, which stands for the number of layers", range: 2...62),
      y: Axis("E_∞/E_0: most minima over the global one", range: 0.7...1.02),
      [
        .dashed("all as good", [2, 62], [1, 1], .black),
        Series("E_∞/E_0", x: all.map(Double.init), y: values, colour: .blue),
      ])
  }
}

private func short(_ x: Double) -> String {
  x >= 100 && x < 1e6 ? x.text(0) : String(format: "%.3g", x)
}
