import Foundation
import Saddlery

extension FloatingBetweenSaddles {
  /// Energies against time: the equations of N → ∞ and finite N, and their power of time.
  func descent(
    _ groups: [[Fall]], _ theory: MeanFieldDescent, _ threshold: Double, _ report: inout Report
  ) {
    let times = groups[0][0].times
    let end = theory.times.last!
    let quadratic = MeanFieldDescent(.pure(2), time: end, steps: quick ? 320 : 1280)
    let miss = times.filter { $0 <= end }.map {
      abs(quadratic.energy(at: $0) - MeanFieldDescent.quadraticForm(time: $0))
    }.max()!
    report.say(
      "equations for N → ∞: extrapolation in the step changes E by \(brief(theory.correction)) at most; "
        + "for p = 2 the result is off the closed form by \(brief(miss)) at most")
    report.check(Verdict("equations against the closed form, p = 2", value: miss, below: 1e-3))
    let windows = [(0.5, 2.0), (2, 8), (8, 32)].filter { $0.1 <= end }
    func slope(_ window: (Double, Double), _ energy: (Int) -> Double) -> Double {
      let inside = times.indices.filter {
        times[$0] >= 0.99 * window.0 && times[$0] <= 1.01 * window.1
      }
      return Regression(
        inside.map { log(times[$0]) }, inside.map { log(energy($0) + threshold) }
      ).slope
    }
    func exact(_ window: (Double, Double)) -> Double {
      slope(window) { theory.energy(at: times[$0]) }
    }
    func measured(_ falls: [Fall], _ window: (Double, Double)) -> Jackknife {
      Jackknife(falls.count) { included in
        slope(window) { i in
          let all = included.flatMap { falls[$0].energies[i] }
          return all.reduce(0, +) / Double(all.count)
        }
      }
    }
    report.table(
      "slopes",
      "| t | power of E + E_∞, N → ∞ |"
        + groups.map { " N = \($0[0].n) | z from N → ∞ |" }.joined())
    for window in windows {
      let own = exact(window)
      let cells = groups.map { falls -> String in
        let slope = measured(falls, window)
        return " \(slope.text(3)) | \(((slope.value - own) / slope.standardError).text(1)) |"
      }
      report.row("| \(window.0) to \(window.1) | \(own.text(4)) |" + cells.joined())
    }
    let powers = windows.map { abs(exact($0) + 2.0 / 3) }
    let claim = "N → ∞: the power tends to -2/3"
    report.judge(
      quick
        ? Verdict(claim, value: powers.last!, below: 0.05)
        : Verdict(
          claim, differences: (powers[powers.count - 2], powers[powers.count - 1]), factor: 0.8,
          below: 0.03))

    let n = groups[1][0].n
    let early = measured(groups[1], windows[0])
    func power(_ power: Double) -> Verdict {
      early.verdict(
        "t^\(power.text(3)), N = \(n)", expectation: power, falsePositiveRate: Self.rate / 3)
    }
    report.check(power(exact(windows[0])))
    for one in [-1, -0.5].map(power) where !quick {
      let control = Verdict(control: one.quantity, [one])
      report.check(control)
      report.say("control, \(control.quantity): z = \(one.z.text(1)), \(control.rejection)")
    }
    report.judge("N = \(n), t in [0.5, 2]: the power of N → ∞")
    let misses = groups.map { abs(measured($0, windows[1]).value - exact(windows[1])) }
    report.judge(
      Verdict(
        "t in [2, 8]: the power comes to that of N → ∞ as N grows",
        differences: (misses[0], misses[1]), factor: 0.8, below: 0.05))

    report.table(
      "energies",
      "| t | E, N → ∞ |" + groups.map { " E, N = \($0[0].n) | less N → ∞ |" }.joined())
    for i in times.indices where times[i] <= end && (i == 0 || (i - 1) % 4 == 2) {
      let limit = theory.energy(at: times[i])
      report.row(
        "| \(times[i].text(2)) | \(limit.text(4)) |"
          + groups.map { falls -> String in
            let mean = falls.mean { $0.energies[i] }
            return " \(mean.text(4)) | \((mean.mean - limit).text(4)) |"
          }.joined())
    }
    draw(groups, theory, threshold, &report)
  }
}
