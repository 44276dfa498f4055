import Foundation
import Saddlery

extension WeightAveraging {
  /// Networks trained on one kind of targets.
  private struct NetworkCase {
    let targets: NetworkTask.Targets
    let samples: [AveragedNetworks]

    func run(_ step: Int, _ quantity: (AveragedNetworks.Run) -> Double) -> Estimate {
      Estimate(bySample: samples.map { $0.runs[step].map(quantity) })
    }

    func across(_ k: Int, _ quantity: (AveragedNetworks.Averages) -> Double) -> Estimate {
      Estimate(bySample: samples.map { $0.across[k].map(quantity) })
    }

    /// Largest difference of the mean prediction's loss from what the variance of predictions says, relative to the mean loss.
    var identityError: Double {
      let all = samples.flatMap {
        $0.runs.flatMap { $0.map(\.snapshots) } + $0.across.flatMap(\.self)
      }
      return all.map { abs($0.predictions - $0.identity) / $0.single }.max() ?? .nan
    }
  }

  /// Weights and predictions of small networks, averaged in a basin and across basins.
  func networks(_ report: inout Report) throws {
    let (steps, width) = ([0.01, 0.03, 0.1], 16)
    let (seed, count) = (seed, quick ? 12 : 24)
    let cases = try NetworkTask.Targets.allCases.map { targets in
      NetworkCase(
        targets: targets,
        samples: try concurrentMap(0..<count) {
          try AveragedNetworks(
            NetworkTask(targets, width: width, sample: $0, seed: seed), steps: steps, networks: 4)
        })
    }
    inside(cases, steps, &report)
    across(cases, &report)
    draw(cases, width, &report)
  }

  private func inside(_ cases: [NetworkCase], _ steps: [Double], _ report: inout Report) {
    report.table(
      "networks-inside",
      "| targets | η | runs in data sets | back to the minimum | excess of iterates | of their average | average/iterates | data loss of \(AveragedNetworks.snapshots) snapshots | predictions averaged | their weights averaged |"
    )
    for one in cases {
      for (i, step) in steps.enumerated() {
        let (iterate, average) = (one.run(i, \.iterates), one.run(i, \.average))
        report.row(
          "| \(one.targets.rawValue) | \(step) | \(iterate.count) in \(iterate.samples) "
            + "| \(one.run(i) { $0.returns ? 1 : 0 }.text(2)) | \(Self.scientific(iterate)) | \(Self.scientific(average)) "
            + "| \((100 * average.mean / iterate.mean).text(1)) % | \(one.run(i, \.snapshots.single).text(5)) "
            + "| \(one.run(i, \.snapshots.predictions).text(5)) | \(one.run(i, \.snapshots.weights).text(5)) |"
        )
        report.check(
          Verdict(
            "\(one.targets.rawValue), η = \(step)", value: average.mean / iterate.mean, below: 0.2))
      }
    }
    report.judge("networks, inside a basin: the average's excess below a fifth of the iterates'")
  }

  /// Of numbers that are small in the unit of losses.
  private static func scientific(_ estimate: Estimate) -> String {
    String(format: "%.1e ± %.0e", estimate.mean, estimate.standardError)
  }

  private func across(_ cases: [NetworkCase], _ report: inout Report) {
    report.table(
      "networks-across",
      "| targets | K | averages | data loss of the minima | weights averaged as they come | weights averaged, aligned | predictions averaged |"
    )
    for one in cases {
      for (i, k) in AveragedNetworks.counts.enumerated() {
        let (single, weights, aligned) = (
          one.across(i, \.single), one.across(i, \.weights), one.across(i, \.aligned)
        )
        report.row(
          "| \(one.targets.rawValue) | \(k) | \(single.count) | \(single.text(5)) | \(weights.text(4)) "
            + "| \(aligned.text(5)) | \(one.across(i, \.predictions).text(5)) |")
        let name = "\(one.targets.rawValue), K = \(k)"
        let gain = one.across(i) { $0.weights - $0.aligned }
        report.check(
          Verdict(
            control: "\(name): as they come no worse than ten times the minima",
            [Verdict(name, value: weights.mean / single.mean, below: 10)]),
          Verdict("\(name): aligned is better", value: gain.mean / gain.standardError, above: 3))
      }
    }
    report.judge(
      "networks, across basins: weights as they come average badly, aligned ones less so")
    let error = cases.map(\.identityError).max() ?? .nan
    report.say(
      "mean prediction: largest difference from the identity, relative: \(error)")
    report.check(Verdict("identity", value: error, below: 1e-9))
    for one in cases {
      for (i, k) in AveragedNetworks.counts.enumerated() {
        let name = "\(one.targets.rawValue), K = \(k)"
        let gap = one.across(i) { $0.weights - $0.predictions }
        report.check(
          Verdict(
            control: "\(name): the two averages are one",
            [Verdict(name, gap, expectation: 0, falsePositiveRate: Self.rate / 4)]))
      }
    }
    report.judge("networks: predictions averaged and weights averaged are two things")
  }

  private func draw(_ cases: [NetworkCase], _ width: Int, _ report: inout Report) {
    let kinds: [(String, Colour, (AveragedNetworks.Averages) -> Double)] = [
      ("weights, as they come", .vermilion, { $0.weights }),
      ("weights, aligned", .orange, { $0.aligned }),
      ("predictions", .blue, { $0.predictions }), ("the networks themselves", .grey, { $0.single }),
    ]
    let groups = cases.enumerated().flatMap { c, one -> [(x: Double, one: NetworkCase, k: Int)] in
      AveragedNetworks.counts.indices.map { (Double(2 * c + $0 + 1), one, $0) }
    }
    report.draw(
      "networks", title: "Across basins predictions can be averaged, weights hardly",
      caption: [
        "4-\(width)-1 tanh, \(NetworkTask.examples) examples; loss of data over that of no weights; seed \(seed)",
        "1, 2: teacher, K = 2, 4; 3, 4: random labels, K = 2, 4; bars: standard errors over data sets",
      ], x: Axis("1, 2: teacher; 3, 4: random labels", range: 0.5...4.5, tickStep: 1),
      y: Axis("data loss of the average of K networks", scale: .logarithmic),
      kinds.enumerated().map { i, kind in
        .marks(
          kind.0, groups.map { $0.x + 0.08 * (Double(i) - 1.5) },
          groups.map { $0.one.across($0.k, kind.2) }, kind.1)
      })
  }
}
