import ArgumentParser
import Foundation
import Saddlery

/// Curves of one bend between independently trained networks.
struct ModeConnectivity: Experiment {
  static let question = "Are independently trained networks joined by curves of low loss?"
  static let meaning =
    "networks that were trained independently are joined by curves of low loss"
  static let claims: Claims = [
    "Garipov2018": "Optima are connected by simple curves along which the loss is nearly constant.",
    "ours":
      "Heard: modes found from different seeds are no isolated basins, smooth valleys join them.",
  ]

  @OptionGroup var options: Options

  /// What may be left of the linear barrier on a curve that joins.
  static let bound = 0.1

  var widths: [Int] { quick ? [8, 16] : [16, 32, 64] }
  var convention: String {
    "\(NetworkTask.inputs)-h-1 tanh, \(NetworkTask.examples) examples; L in units of the loss of no weights; seed \(seed)"
  }

  /// One kind of targets at one width.
  struct Case {
    let targets: NetworkTask.Targets
    let width: Int
    let samples: [ConnectedNetworks]

    func estimate(_ quantity: (ConnectedNetworks.Pair) -> Double) -> Estimate {
      Estimate(bySample: samples.map { $0.pairs.map(quantity) })
    }

    /// Of the mean barrier of some way to that of the straight one.
    func share(_ way: @escaping (ConnectedNetworks.Pair) -> ConnectedNetworks.Way) -> Jackknife {
      Jackknife(samples.count) { some in
        let pairs = some.flatMap { samples[$0].pairs }
        return pairs.reduce(0) { $0 + way($1).barrier }
          / pairs.reduce(0) { $0 + $1.straight.barrier }
      }
    }
  }

  func report() throws -> Report {
    var report = Report(
      "tanh networks of one hidden layer", "L(w) = 1/(2m) Σ (f - y)² + λ|w|²/2, Σ y² = m",
      seed: seed, convention: "losses in units of L(0) = 1/2")
    let (seed, count, nodes, steps) = (seed, quick ? 4 : 12, 16, quick ? 500 : 2000)
    var cases: [Case] = []
    for targets in NetworkTask.Targets.allCases {
      for width in widths {
        let samples = try concurrentMap(0..<count) {
          try ConnectedNetworks(
            NetworkTask(targets, width: width, sample: $0, seed: seed), networks: 4, nodes: nodes,
            steps: steps)
        }
        cases.append(Case(targets: targets, width: width, samples: samples))
      }
    }
    barriers(cases, &report)
    draw(cases, &report)
    return report
  }

  private func barriers(_ cases: [Case], _ report: inout Report) {
    report.table(
      "barriers",
      "| targets | h | weights | minima | pairs in data sets | loss of minima | linear barrier | barrier of the curve | curve/linear | untrained curve/linear | highest between places, at most | length over the straight way's |"
    )
    for one in cases {
      let samples = one.samples
      let losses = Estimate(bySample: samples.map(\.losses))
      let networks = samples.reduce(0) { $0 + $1.networks }
      let minima = samples.reduce(0) { $0 + $1.minima }
      let slack = samples.flatMap { $0.pairs.map(\.curve.slack) }.max() ?? .nan
      report.check(
        Verdict(
          "\(one.targets.rawValue), h = \(one.width)", value: Double(minima) / Double(networks),
          above: 0.9))
      report.row(
        "| \(one.targets.rawValue) | \(one.width) | \(one.width * (NetworkTask.inputs + 2) + 1) "
          + "| \(minima) of \(networks) | \(one.estimate(\.stretch).count) in \(samples.count) | \(losses.text(4)) "
          + "| \(one.estimate(\.straight.barrier).text(4)) | \(one.estimate(\.curve.barrier).text(4)) "
          + "| \(one.share(\.curve).text(4)) | \(one.share(\.untrained).text(4)) "
          + "| \(slack.text(5)) | \(one.estimate(\.stretch).text(3)) |")
    }
    report.judge("at least 90 % of the networks end in minima")
    for targets in NetworkTask.Targets.allCases {
      for one in cases where one.targets == targets {
        let name = "h = \(one.width)"
        report.check(
          Verdict(name, value: one.share(\.curve).value, below: Self.bound),
          Verdict(
            control: "\(name): the curve as it begins",
            [Verdict(name, value: one.share(\.untrained).value, below: Self.bound)]))
      }
      report.judge("\(targets.rawValue): less than a tenth of the linear barrier on the curve")
    }
    let own = cases.filter { $0.targets == .random }
    if let last = own.last {
      report.found =
        "a curve between networks of \(last.width) units that learned noise keeps \(last.share(\.curve).value.percent) of the "
        + "barrier on the straight way"
    }
    let (first, last) = (
      own[0].estimate(\.curve.barrier), own[own.count - 1].estimate(\.curve.barrier)
    )
    let error = hypot(first.standardError, last.standardError)
    let z = (first.mean - last.mean) / error
    report.say(
      "random labels: barrier of the curve at h = \(own[0].width) less that at h = \(own[own.count - 1].width): "
        + "\((first.mean - last.mean).text(4)) ± \(error.text(4)), z = \(z.text(1))")
    report.judge(Verdict("random labels: wider networks have lower curves", value: z, above: 3))
  }
}
