import Foundation
import Saddlery

extension Overparameterization {
  /// Random labels and a network of fixed size.
  func labels(_ report: inout Report) throws {
    let parts =
      quick
      ? [0.25, 0.5, 0.75, 1, 1.5, 2.5]
      : [0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 1, 1.05, 1.25, 1.5, 1.75, 2, 2.5]
    let p = RandomLabels.parameters
    let (samples, networks, steps) = quick ? (6, 1, 2500) : (32, 1, 5000)
    let equal = parts.firstIndex(of: 1)!
    let counts = parts.map { Int(($0 * Double(p)).rounded()) }
    let seed = seed
    /// By sample and count.
    let all = try concurrentMap(0..<samples) { sample in
      try counts.map {
        try RandomLabels($0, networks: networks, steps: steps, seed: seed, sample: 200_000 + sample)
      }
    }
    func share(_ i: Int, _ has: (RandomLabels) -> [Bool]) -> Estimate {
      Estimate(bySample: all.map { has($0[i]).map { $0 ? 1 : 0 } })
    }
    let x = counts.map { Double($0) / Double(p) }
    let middles = [
      LogisticFit.middle(x, all.map { $0.map(\.areRight) }),
      LogisticFit.middle(x, all.map { $0.map(\.areMet) }),
    ]
    report.say(
      "Random labels: \(RandomLabels.inputs)-\(RandomLabels.hidden)-1, tanh, P = \(p) parameters; \(samples) samples x "
        + "\(networks), Adam of \(steps) steps. Half have all signs right at m/P = \(middles[0].text(3)), and values met to a "
        + "hundredth at \(middles[1].text(3)).")
    report.table("labels", "| examples m | m/P | all signs right | all values met to a hundredth |")
    for (i, m) in counts.enumerated() {
      report.row(
        "| \(m) | \(x[i].text(2)) | \(share(i, \.areRight).text(3)) | \(share(i, \.areMet).text(3)) |"
      )
    }
    let control = Verdict(
      control: "values met as often as signs are right, at m = P",
      [
        Verdict(
          "m = P",
          Estimate(
            bySample: all.map { one in
              zip(one[equal].areRight, one[equal].areMet).map { ($0 ? 1 : 0) - ($1 ? 1 : 0) }
            }), expectation: 0, falsePositiveRate: Self.rate)
      ])
    report.say("control, \(control.quantity): \(control.rejection)")
    report.check(
      Verdict(
        "values met at three quarters as many examples as parameters",
        value: share(2, \.areMet).mean, above: 0.95),
      Verdict(
        "signs right at the most examples", value: share(parts.count - 1, \.areRight).mean,
        below: 0.5), control)
    report.judge("random labels: a network of more parameters than examples fits them")
    var figure = Figure(
      title:
        "Random labels: signs can be met for more examples than there are parameters, values not",
      caption: [
        "tanh \(RandomLabels.inputs)-\(RandomLabels.hidden)-1, \(p) parameters, normal inputs, labels ±1 by coin; "
          + "Adam, \(steps) steps; seed \(seed)",
        "errors over \(samples) samples; upright line: as many examples as parameters",
      ], x: Axis("examples over parameters m/P", range: 0.15...2.6),
      y: Axis("share of networks", range: -0.02...1.02),
      series: [
        .dashed(nil, x, x.indices.map { share($0, \.areRight).mean }, .vermilion),
        .marks("all signs right", x, x.indices.map { share($0, \.areRight) }, .vermilion),
        .dashed(nil, x, x.indices.map { share($0, \.areMet).mean }, .blue),
        .marks("all values met to a hundredth", x, x.indices.map { share($0, \.areMet) }, .blue),
      ])
    figure.lines = [.vertical(at: 1)]
    report.save("labels", figure)
  }
}
