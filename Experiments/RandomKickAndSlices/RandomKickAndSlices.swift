import ArgumentParser
import Foundation
import Saddlery

/// Random directions, planes and kicks at saddles of the 3-spin.
struct RandomKickAndSlices: Experiment {
  static let question =
    "Do random directions, random planes and small kicks show the way down from a saddle?"
  static let meaning =
    "a random direction hardly shows the way down from a saddle, but any small kick finds it"
  static let claims: Claims = [
    "ours": "Often advised: at a critical point try random directions, and look at 2-D plots.",
    "Li2018": "Plots along random directions; convex ones may hide negative curvature.",
    "Jin2017": "A small kick and gradient descent leave a saddle in a time like ln(1/kick).",
  ]

  @OptionGroup var options: Options

  /// False positives of each check.
  static let rate = 1e-3
  /// Length of kicks over √N.
  static let lengths = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6]

  func report() throws -> Report {
    var report = Report("pure 3-spin", "saddles from index-targeted searches", seed: seed)
    let fractions = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45]
    let plan: [(n: Int, samples: Int)] =
      quick ? [(20, 12), (40, 6)] : [(20, 60), (80, 16), (160, 8)]
    let groups = plan.map {
      ProbedSaddle.survey(
        n: $0.n, samples: $0.samples, fractions: fractions, each: 2, pairs: quick ? 10_000 : 50_000,
        seed: seed)
    }
    inversion(&report)
    directions(groups, &report)
    planes(groups, &report)
    rates(groups, &report)
    kicks(n: quick ? 40 : 80, samples: quick ? 4 : 16, &report)
    try pictures(n: quick ? 40 : 80, &report)
    return report
  }

  /// The integral against closed forms, over twelve decades.
  private func inversion(_ report: inout Report) {
    var worst = 0.0
    for power in 0...12 {
      let b = pow(10, -Double(power))
      let two = NegativeForm(eigenvalues: [1, -b]).chance
      let four = NegativeForm(eigenvalues: [1, 1, -b, -b]).chance
      worst = max(
        worst, abs(two / (2 / .pi * atan(b.squareRoot())) - 1), abs(four / (b / (1 + b)) - 1))
    }
    report.check(Verdict("inversion against closed forms", value: worst, below: 1e-10))
    report.judge("exact chances of forms of two and four modes, down to 1e-12")
  }

  /// Chances by index: drawn, exact, and by the normal law.
  private func directions(_ groups: [[ProbedSaddle]], _ report: inout Report) {
    report.table(
      "directions",
      "| N | α | saddles | E | P drawn | P exact (median) | Φ(-z) (median) | drawn / exact |")
    for saddles in groups {
      for (index, some) in Dictionary(grouping: saddles, by: \.index).sorted(by: { $0.key < $1.key }
      ) {
        let n = some[0].n
        let law = DescentChance(p: 3, n: n)
        let drawn = Estimate(
          some.map { ($0.sample, Double($0.descents) / Double($0.directions)) })
        let expected = some.reduce(0) { $0 + $1.exact.chance * Double($1.directions) }
        let hits = some.reduce(0) { $0 + $1.descents }
        let energy = Estimate(some.map { ($0.sample, $0.energy) })
        report.row(
          "| \(n) | \((Double(index) / Double(n - 1)).text(3)) | \(some.count) "
            + "| \(energy.text(3)) | \(hits == 0 ? "0" : brief(drawn)) "
            + "| \(brief(median(some.map(\.exact.chance)))) "
            + "| \(brief(median(some.map { law.direction(energy: $0.energy) }))) "
            + "| \(hits) / \(expected < 0.1 ? brief(expected) : expected.text(1)) |")
      }
    }
    let all = groups.flatMap { $0 }
    // Numbers of so many are near enough to normal.
    let seen = all.filter { $0.exact.chance * Double($0.directions) >= 20 }
    func checks(_ chance: (ProbedSaddle) -> Double) -> [Verdict] {
      let deviations = seen.map { ($0.sample + 1000 * $0.n, $0.deviation(from: chance($0))) }
      return [
        Verdict(
          "mean deviation", Estimate(deviations), expectation: 0, falsePositiveRate: Self.rate),
        Verdict(
          "mean square of deviations", Estimate(deviations.map { ($0.0, $0.1 * $0.1) }),
          expectation: 1, falsePositiveRate: Self.rate),
      ]
    }
    let (own, moved) = (checks { $0.exact.chance }, checks { $0.moved.chance })
    let coin = checks { $0.indexFraction }
    report.say(
      "\(seen.count) saddles with 20 descents or more expected: mean deviation "
        + "\(own[0].value.text(3)) ± \(own[0].standardError.text(3)), mean square "
        + "\(own[1].value.text(3)) ± \(own[1].standardError.text(3)).")
    report.check(own[0], own[1])
    let controls = [
      Verdict(control: "the spectrum moved by a hundredth of its width", moved),
      Verdict(control: "P = α, a direction goes down as often as modes do", coin),
    ]
    for control in controls {
      report.check(control)
      report.say("control, \(control.quantity): \(control.rejection)")
    }
    report.judge("drawn directions against the exact chance of each saddle")

    digits(groups, &report)
    saveDirections(groups, &report)
  }

  /// How far the normal law is off, by how small the exact chance is.
  private func digits(_ groups: [[ProbedSaddle]], _ report: inout Report) {
    report.table(
      "digits",
      "| N | exact chance P | saddles | log10 P/Φ(-z) (mean) | lowest and highest | within a digit |"
    )
    for saddles in groups {
      let law = DescentChance(p: 3, n: saddles[0].n)
      func digits(_ saddle: ProbedSaddle) -> Double {
        saddle.exact.logarithm / log(10) - log10(law.direction(energy: saddle.energy))
      }
      for (high, low) in [(1.0, 1e-3), (1e-3, 1e-6), (1e-6, 1e-12), (1e-12, 0)] {
        let some = saddles.filter { $0.exact.chance <= high && $0.exact.chance > low }
        guard some.count > 1 else { continue }
        let all = some.map(digits)
        report.row(
          "| \(saddles[0].n) | \(brief(low)) to \(brief(high)) | \(some.count) "
            + "| \(Estimate(some.map { ($0.sample, digits($0)) }).text(2)) "
            + "| \(all.min()!.text(1)), \(all.max()!.text(1)) "
            + "| \((100 * Double(all.count { abs($0) < 1 }) / Double(all.count)).text(0)) % |")
      }
      let likely = saddles.filter { $0.exact.chance > 1e-3 }
      let mean = Estimate(likely.map { ($0.sample, digits($0)) }).mean
      report.check(
        Verdict("N = \(saddles[0].n): Φ(-z), mean digits off", value: abs(mean), below: 1))
    }
    report.judge("Φ(-z) right to a digit on average where P > 1e-3")
  }

  /// Planes that go down somewhere.
  private func planes(_ groups: [[ProbedSaddle]], _ report: inout Report) {
    report.table("planes", "| N | α | planes with a way down | by the 2 x 2 matrix (mean) |")
    for saddles in groups {
      let law = DescentChance(p: 3, n: saddles[0].n)
      for (index, some) in Dictionary(grouping: saddles, by: \.index).sorted(by: { $0.key < $1.key }
      ) {
        let drawn = Estimate(
          some.map { ($0.sample, Double($0.descendingPlanes) / Double($0.planes)) })
        let expected = some.reduce(0) { $0 + law.plane(energy: $1.energy) } / Double(some.count)
        report.row(
          "| \(some[0].n) | \((Double(index) / Double(some[0].n - 1)).text(3)) "
            + "| \(drawn.mean == 0 ? "0" : brief(drawn)) | \(brief(expected)) |")
      }
      let likely = saddles.filter { Double($0.descendingPlanes) > 1e-3 * Double($0.planes) }
      let digits = Estimate(
        likely.map {
          let share = Double($0.descendingPlanes) / Double($0.planes)
          return ($0.sample, log10(share / law.plane(energy: $0.energy)))
        })
      report.check(
        Verdict("N = \(saddles[0].n): planes, mean digits off", value: abs(digits.mean), below: 1))
    }
    report.judge("chances of planes right to a digit on average where above 1e-3")
  }
}

private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// Two digits of a number of any size.
func brief(_ value: Double) -> String { String(format: "%.2g", value) }

func brief(_ value: Estimate) -> String {
  "\(brief(value.mean)) ± \(brief(value.standardError))"
}
