import Foundation
import Saddlery

extension GradientStarvation {
  private static let last = 2000.0

  /// Both features in every example, against the weak one alone.
  func together(_ report: inout Report) throws {
    let a = [Self.strong, Self.weak]
    let times = [1, 3, 10, 30, 100, 300, 1000, Self.last]
    let joint = try FeatureFlow(groups: [(a, 1)]).weights(at: times)
    let alone = try FeatureFlow(groups: [([Self.weak], 1)]).weights(at: times).map { $0[0] }
    let square = a[0] * a[0] + a[1] * a[1]
    func exact(_ i: Int, _ time: Double) -> Double {
      a[i] * FeatureFlow.margin(square, time) / square
    }
    func exactAlone(_ time: Double) -> Double {
      FeatureFlow.margin(a[1] * a[1], time) / a[1]
    }
    report.say("Features \(a[0]) and \(a[1]) in every example; weights against time.")
    report.table(
      "weights",
      "| t | strong | exact | weak beside it | exact | weak/strong | weak alone | exact | beside over alone |"
    )
    var worst = 0.0
    for (i, t) in times.enumerated() {
      let (w, v) = (joint[i], alone[i])
      for (found, exact) in [(w[0], exact(0, t)), (w[1], exact(1, t)), (v, exactAlone(t))] {
        worst = max(worst, abs(found / exact - 1))
      }
      report.row(
        "| \(Int(t)) | \(w[0].text(4)) | \(exact(0, t).text(4)) | \(w[1].text(4)) | \(exact(1, t).text(4)) "
          + "| \((w[1] / w[0]).text(6)) | \(v.text(4)) | \(exactAlone(t).text(4)) | \((w[1] / v).text(4)) |"
      )
    }
    let ratios = joint.map { abs($0[1] / $0[0] * a[0] / a[1] - 1) }.max()!
    report.say("largest relative difference of flow and formula: \(String(format: "%.1e", worst))")
    report.check(
      Verdict("flow and formula, relative difference", value: worst, below: 1e-5),
      Verdict(
        "weak/strong over that of the features, difference from 1", value: ratios, below: 1e-9))
    report.judge("weights are those of the exact solution, in the ratio of the features")
    let share = joint.last![1] / alone.last!
    report.found =
      "the weight of the weak feature beside the strong one grows to \(share.percent) of what it is alone"
    let control = Verdict(
      control: "the weak feature is learnt as well beside the strong one",
      [Verdict("beside over alone", value: share, above: 0.9)])
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(
      Verdict("weak weight beside over alone, t = 2000", value: share, below: 0.2), control)
    report.judge("the weak feature is starved")
    report.table("times", "| weak weight | time alone | time beside the strong | ratio |")
    for w in [0.5, 1, 2, 3, 4] {
      let (own, both) = (
        FeatureFlow.time([a[1]], 0, reaches: w), FeatureFlow.time(a, 1, reaches: w)
      )
      report.row(
        "| \(w) | \(String(format: "%.3g", own)) | \(String(format: "%.3g", both)) | \(String(format: "%.3g", both / own)) |"
      )
    }
    let fine = grid(0...log10(Self.last), 120).map { pow(10, $0) }
    report.draw(
      "weights", title: "A weak feature is learnt eight times less beside a strong one",
      caption: [
        "gradient flow of logistic regression from w = 0, features 1 (strong) and 0.3 (weak) times the label",
        "lines: z + e^z = 1 + |a|²t, w = az/|a|²; marks: the flow, as integrated",
      ], x: Axis("time t", range: 0.9...2300, scale: .logarithmic),
      y: Axis("weight of the feature", range: -0.5...18),
      [
        .line("weak, alone", fine, .vermilion, of: exactAlone).ofKind("exact"),
        Series("weak, alone", x: times, y: alone, colour: .vermilion).ofKind("flow"),
        .line("strong", fine, .black) { exact(0, $0) }.ofKind("exact"),
        Series("strong", x: times, y: joint.map { $0[0] }, colour: .black).ofKind("flow"),
        .dashed("weak, beside the strong one", fine, fine.map { exact(1, $0) }, .blue)
          .ofKind("exact"),
        Series("weak, beside the strong one", x: times, y: joint.map { $0[1] }, colour: .blue)
          .ofKind("flow"),
      ])
  }

  /// The strong feature in a part of the examples only.
  func mixed(_ report: inout Report) throws {
    let shares = [0, 0.5, 0.9, 0.99, 1]
    let times = grid(0...log10(Self.last), 12).map { pow(10, $0) }
    let all = try shares.map { p in
      try FeatureFlow(
        groups: [([Self.strong, Self.weak], p), ([0, Self.weak], 1 - p)].filter { $0.1 > 0 }
      ).weights(at: times).map { $0[1] }
    }
    func exactAlone(_ time: Double) -> Double {
      FeatureFlow.margin(Self.weak * Self.weak, time) / Self.weak
    }
    report.say("The strong feature in a part p of the examples, the weak one in all: weak weight.")
    let shown = [0, 6, times.count - 1]
    report.table(
      "mixed",
      "| p | " + shown.map { "t = \(times[$0].text(0))" }.joined(separator: " | ")
        + " | over that at p = 0, t = 2000 | bounds |")
    var exceptions = 0
    for (p, weights) in zip(shares, all) {
      for (t, w) in zip(times, weights) {
        // With fewer, or more, that push as without the strong feature.
        let (low, high) = (exactAlone((1 - p) * t), exactAlone(t))
        if w < low * (1 - 1e-6) || w > high * (1 + 1e-6) { exceptions += 1 }
      }
      report.row(
        "| \(p) | " + shown.map { weights[$0].text(4) }.joined(separator: " | ")
          + " | \((weights.last! / all[0].last!).text(3)) | \((exactAlone((1 - p) * Self.last)).text(3)) "
          + "to \(exactAlone(Self.last).text(3)) |")
    }
    report.judge(
      Verdict(
        "weak weights outside those of the examples without the strong feature, and of all without it",
        exceptions: exceptions))
    report.judge(
      Verdict(
        "one example in ten without the strong feature: weak weight over that at p = 0",
        value: all[2].last! / all[0].last!, above: 0.5))
    let colours: [Colour] = [.vermilion, .orange, .green, .purple, .blue]
    report.draw(
      "mixed", title: "Starvation is complete only where every example has the strong feature",
      caption: [
        "weight of the weak feature, which all examples have; the strong one in a part p of them",
        "gradient flow from w = 0",
      ], x: Axis("time t", range: 0.9...2300, scale: .logarithmic),
      y: Axis("weight of the weak feature", range: -0.5...18),
      zip(zip(shares, all), colours).flatMap { one, colour -> [Series] in
        [
          .dashed(nil, times, one.1, colour),
          Series("p = \(one.0)", x: times, y: one.1, colour: colour),
        ]
      })
  }

  /// The same in a small network.
  func networks(_ report: inout Report) throws {
    let (samples, seed) = (quick ? 6 : 32, seed)
    let lengths = quick ? [1000] : [1000, 20_000]
    for steps in lengths {
      let all = try concurrentMap(0..<samples) {
        try StarvedNetwork(steps: steps, seed: seed, sample: $0)
      }
      func estimate(_ quantity: (StarvedNetwork) -> Double) -> Estimate {
        Estimate(independent: all.map(quantity))
      }
      let t = steps / 10
      if steps == lengths[0] {
        report.say(
          "tanh 2-\(StarvedNetwork.hidden)-1, \(samples) samples of data and weights: mean label times output."
        )
        report.table(
          "networks",
          "| t | both features | without the strong one | trained without it | ratio | right signs, noisier | trained without it |"
        )
      }
      let ratio = estimate { $0.together / $0.alone }
      report.row(
        "| \(t) | \(estimate(\.whole).text(2)) | \(estimate(\.together).text(2)) | \(estimate(\.alone).text(2)) "
          + "| \(ratio.text(3)) | \(estimate(\.togetherRight).text(4)) | \(estimate(\.aloneRight).text(4)) |"
      )
      report.check(
        Verdict(
          "t = \(t): ratio plus three errors", value: ratio.mean + 3 * ratio.standardError,
          below: 0.5),
        Verdict(
          control: "t = \(t): the same margin",
          [
            Verdict(
              "difference", estimate { $0.together - $0.alone }, expectation: 0,
              falsePositiveRate: Self.rate)
          ]))
    }
    report.judge("a network that has the strong feature learns less than half of the weak one")
  }
}
