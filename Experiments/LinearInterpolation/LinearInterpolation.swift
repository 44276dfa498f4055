import ArgumentParser
import Foundation
import Saddlery

/// Energies on the straight way, a great circle, from a start of descent to its end and from unrelated points.
struct LinearInterpolation: Experiment {
  static let question = "Is the loss roughly convex on the straight way from start to solution?"
  static let meaning =
    "a straight way that only goes down does not show that a landscape is convex"
  static let claims: Claims = [
    "Goodfellow2015": "No significant obstacle on the straight way to the solution.",
    "Lucas2021, Frankle2020": "It says little: monotone can be broken, and stays high long.",
    "ours": "Often concluded: loss surfaces are roughly convex.",
  ]

  @OptionGroup var options: Options

  /// False positives of all exact means.
  static let rate = 1e-3

  /// One model at one size.
  struct Case {
    let p: Int
    let n: Int
    let samples: [Interpolation]

    func share(_ origin: Interpolation.Origin, _ has: (Interpolation.Way) -> Bool) -> Estimate {
      mean(origin) { has($0) ? 1 : 0 }
    }

    func mean(
      _ origin: Interpolation.Origin, _ quantity: (Interpolation.Way) -> Double
    ) -> Estimate {
      Estimate(bySample: samples.map { $0.ways[origin.rawValue].map(quantity) })
    }
  }

  func report() throws -> Report {
    var report = Report("pure p-spin", "great circles from random points to minima", seed: seed)
    let runs: [(p: Int, n: Int, samples: Int)] =
      quick
      ? [(1, 20, 16), (2, 20, 16), (3, 20, 96), (3, 40, 64)]
      : [(1, 100, 32), (2, 100, 32), (3, 20, 128), (3, 50, 96), (3, 100, 64), (3, 200, 12)]
    let seed = seed
    let cases = runs.enumerated().map { i, run in
      Case(
        p: run.p, n: run.n,
        samples: concurrentMap((1000 * i)..<(1000 * i + run.samples)) {
          Interpolation(.pure(run.p), n: run.n, sample: $0, starts: 8, seed: seed)
        })
    }
    shapes(cases, &report)
    means(cases.filter { $0.p == 3 }, &report)
    draw(cases, &report)
    try networks(&report)
    return report
  }

  private func shapes(_ cases: [Case], _ report: inout Report) {
    report.table(
      "shapes",
      "| p | N | samples x minima | from | overlap with it | monotone | convex | barrier/-u* | u/u* at 1/4 | 1/2 | 3/4 |"
    )
    for one in cases {
      for origin in Interpolation.Origin.allCases {
        let parts = Interpolation.shown.map { t in
          one.mean(origin) { $0.measured[Int(t * Double(Interpolation.parts))] }.text(3)
        }
        report.row(
          "| \(one.p) | \(one.n) | \(one.samples.count) x 8 | \(origin) "
            + "| \(one.mean(origin, \.overlap).text(3)) "
            + "| \(one.share(origin, \.profile.isDescending).text(3)) "
            + "| \(one.share(origin, \.profile.isConvex).text(3)) "
            + "| \(one.mean(origin, \.barrier).text(3)) "
            + "| \(parts.joined(separator: " | ")) |")
      }
    }
    let glasses = cases.filter { $0.p == 3 }
    report.check(
      Verdict(
        "descents settle",
        exceptions: cases.reduce(0) { $0 + $1.samples.reduce(0) { $0 + $1.exceptions } }))
    for one in glasses {
      let monotone = one.share(.start, \.profile.isDescending).mean
      report.check(Verdict("N = \(one.n)", value: monotone, above: 0.85))
    }
    report.judge("p = 3: at least 85 % of ways from start to solution are monotone")
    for one in glasses {
      let convex = one.share(.start, \.profile.isConvex).mean
      report.check(Verdict("N = \(one.n)", value: convex, below: 0.05))
    }
    if let last = glasses.last {
      report.found =
        "at N = \(last.n) \(last.share(.start, \.profile.isDescending).mean.percent) of straight ways from start to end only go "
        + "down, and \(last.share(.start, \.profile.isConvex).mean.percent) are convex"
    }
    // A field alone is convex on the way; two minima and no other are not.
    let field = cases[0].share(.start, \.profile.isConvex).mean
    report.check(
      Verdict(control: "p = 1", [Verdict("p = 1", value: field, below: 0.05)]))
    report.judge("p = 3: at most 5 % are convex")
    for one in glasses {
      let early = one.mean(.start) { $0.measured[Interpolation.parts / 4] }
      report.check(Verdict("N = \(one.n)", value: early.mean, below: 0.25))
    }
    report.judge("p = 3: after a quarter of the way less than a quarter of the depth")
  }

  /// Unrelated points against the exact mean, with starts as the control.
  private func means(_ glasses: [Case], _ report: inout Report) {
    let count = glasses.count * Interpolation.shown.count
    report.table(
      "means",
      #"| N | from | u/u* less the exact mean for an unrelated point, at 1/4 | 1/2 | 3/4 | largest \|z\| | verdict |"#
    )
    for one in glasses {
      for origin in Interpolation.Origin.allCases.reversed() {
        let rests = Interpolation.shown.map { t -> Estimate in
          let i = Int(t * Double(Interpolation.parts))
          return one.mean(origin) { $0.measured[i] - $0.expected[i] }
        }
        let checks = rests.map {
          Verdict("N = \(one.n)", $0, expectation: 0, falsePositiveRate: Self.rate / Double(count))
        }
        let worst = checks.map { abs($0.z) }.max() ?? .nan
        let own = Verdict("N = \(one.n)", all: checks)
        let control = Verdict(control: "starts, N = \(one.n)", checks)
        report.check(origin == .unrelated ? own : control)
        report.row(
          "| \(one.n) | \(origin == .unrelated ? "unrelated" : "control: start") "
            + "| \(rests.map { $0.text(4) }.joined(separator: " | ")) | \(worst.text(1)) "
            + "| \(origin == .unrelated ? "\(own.conclusion)" : control.rejection) |")
      }
    }
    report.judge("from unrelated points the mean is exact, from starts it is deeper")
  }
}
