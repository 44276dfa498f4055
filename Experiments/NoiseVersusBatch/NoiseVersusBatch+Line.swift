import Foundation
import Saddlery

extension NoiseVersusBatch {
  private static let temperatures = [0.05, 0.1, 0.2, 0.3, 0.45, 0.7, 1, 1.5, 2.5, 4]

  /// The time of descents with noise.
  var time: Double { quick ? 20 : 100 }
  /// How many fields are drawn, and how many starts there are in each.
  var fields: (count: Int, replicas: Int) { quick ? (36, 16) : (150, 16) }

  /// Descents with noise on a line, by temperature, against the exact law of the diffusion.
  func line(_ report: inout Report) {
    let (temperatures, time, seed, replicas) = (Self.temperatures, time, seed, fields.replicas)
    let otherTimes = [time / 10, 10 * time]
    let all = concurrentMap(0..<fields.count) {
      LineRuns(
        temperatures: temperatures, time: time, otherTimes: otherTimes, replicas: replicas,
        seed: seed, sample: $0)
    }
    let runs = all.compactMap { $0 }
    report.check(Verdict("wells not proved to be all", exceptions: all.count - runs.count))
    func mean(_ quantity: (LineRuns) -> Double) -> Estimate {
      Estimate(independent: runs.map(quantity))
    }
    let still = mean { $0.still.exact }
    report.say(
      "\(runs.count) fields of \(mean { Double($0.wells) }.text(2)) wells. Without noise: gap "
        + "\(mean { $0.still.runs }.text(3)), over all starts \(still.text(3)).")
    report.table(
      "line",
      "| T | gap, t = \(time.text(0)) | exact | z | exact, t = \(otherTimes[0].text(0)) "
        + "| t = \(otherTimes[1].text(0)) | t → ∞ |")
    let share = Self.rate / Double(temperatures.count)
    let exact = temperatures.indices.map { i in mean { $0.exact[i] } }
    for (i, temperature) in temperatures.enumerated() {
      let verdict = Verdict(
        "T = \(temperature)", mean { $0.runs[i] - $0.exact[i] }, expectation: 0,
        falsePositiveRate: share)
      report.check(verdict)
      report.row(
        "| \(temperature) | \(mean { $0.runs[i] }.text(3)) | \(exact[i].mean.text(3)) "
          + "| \(verdict.z.text(1)) | \(mean { $0.others[0][i] }.mean.text(3)) "
          + "| \(mean { $0.others[1][i] }.mean.text(3)) "
          + "| \(mean { $0.equilibrium[i] }.mean.text(3)) |")
    }
    report.judge("descent with noise on a line has the law of the diffusion")

    // Where the exact gap is least, so that the runs have no say in it.
    let best = temperatures.indices.min { exact[$0].mean < exact[$1].mean }!
    let last = temperatures.count - 1
    let gain = mean { $0.still.runs }.mean / mean { $0.runs[best] }.mean
    report.check(
      Verdict("gain", value: gain, above: quick ? 2 : 3),
      Verdict("inside", exceptions: best > 0 && best < last ? 0 : 1))
    for (name, control) in [
      ("no noise is as good", mean { $0.still.runs - $0.runs[best] }),
      ("less noise is as good", mean { $0.runs[0] - $0.runs[best] }),
      ("more noise is as good", mean { $0.runs[last] - $0.runs[best] }),
    ] {
      let verdict = Verdict(
        control: name,
        [Verdict(name, control, expectation: 0, falsePositiveRate: Self.rate)])
      report.check(verdict)
      report.say("control, \(name): \(verdict.rejection), gap larger by \(control.text(3))")
    }
    report.found =
      "the best noise brings descent on a line \(gain.text(1)) times as near to the lowest value"
    report.say("best T \(temperatures[best]), gap without noise over gap there \(gain.text(1))")
    report.judge(
      "on a line there is a best noise, inside, and it gains a factor of \(quick ? 2 : 3)")

    func curve(_ name: String, _ colour: Colour, _ quantity: (LineRuns, Int) -> Double) -> Series {
      .line(
        name, temperatures, temperatures.indices.map { i in mean { quantity($0, i) }.mean }, colour)
    }
    report.draw(
      "line", title: "On a line there is a best noise, and time makes it weaker",
      caption: [
        "f = V(x) + μx²/2, Cov V = exp(-r²/2), μ = \(RuggedBowl.confinement); noise for a time t, then plain descent",
        "\(runs.count) fields, \(replicas) runs each, step \(LineRuns.step), seed \(seed); bars: standard errors over fields",
      ],
      x: Axis(
        "temperature T = ησ²/2 in units of the field's deviation", range: 0.04...5,
        scale: .logarithmic),
      y: Axis("mean gap to the global minimum", range: 0...1.5),
      [
        curve("exact, t = \(otherTimes[0].text(0))", .skyBlue) { $0.others[0][$1] },
        curve("exact, t = \(time.text(0))", .blue) { $0.exact[$1] },
        curve("exact, t = \(otherTimes[1].text(0))", .green) { $0.others[1][$1] },
        curve("t → ∞", .black) { $0.equilibrium[$1] },
        .dashed("no noise", [0.04, 5], [still.mean, still.mean]),
        .marks(
          "runs, t = \(time.text(0))", temperatures,
          temperatures.indices.map { i in mean { $0.runs[i] } }, .blue),
      ])
  }
}
