import Foundation
import Saddlery

extension WeightAveraging {
  /// Noise in one basin: iterates and their average.
  func insideBasin(_ report: inout Report) {
    let counts = quick ? [10, 100, 500] : [10, 30, 100, 300, 1000, 2000]
    let settings: [NoisyDescent.Setting] =
      [(0.01, 0.05), (0.05, 0.05), (0.1, 0.05), (0.1, 0.1)].map {
        .init(temperature: $0, step: $1, rest: quick ? 200 : 400, counts: counts)
      } + (quick ? [] : [.init(temperature: 0.1, step: 0.0125, rest: 1600, counts: [4000])])
    let (n, seed, replicas) = (n, seed, 8)
    let samples = quick ? 8 : 40
    let basins = concurrentMap(0..<samples) {
      NoisyBasin(n, sample: $0, settings: settings, replicas: replicas, seed: seed)
    }
    report.say(
      "minima: E = \(Estimate(independent: basins.map(\.energy)).text(4)), lowest eigenvalue "
        + Estimate(independent: basins.map(\.lowestEigenvalue)).text(3))

    /// Of all samples, by replica, a number less what theory says of its sample.
    func difference(
      _ i: Int, _ values: (NoisyDescent) -> [Double],
      less theory: (NoisyDescent) -> Double = { _ in 0 }
    ) -> Estimate {
      Estimate(
        bySample: basins.map { basin in
          let theory = theory(basin.descents[i])
          return values(basin.descents[i]).map { $0 - theory }
        })
    }
    func mean(_ i: Int, _ theory: (NoisyDescent) -> Double) -> Double {
      basins.reduce(0) { $0 + theory($1.descents[i]) } / Double(samples)
    }
    func verdict(
      _ name: String, _ i: Int, _ values: (NoisyDescent) -> [Double],
      _ theory: (NoisyDescent) -> Double
    ) -> Verdict {
      Verdict(
        name, difference(i, values, less: theory), expectation: 0,
        falsePositiveRate: Self.rate / 4)
    }
    report.table(
      "inside",
      "| T | η | time | left the basin | excess of iterates | T/2 (N-1)/N | step η, order T | order T² | z | excess of their average | predicted | z | average over iterates |"
    )
    var (iterates, averages): ([Verdict], [Verdict]) = ([], [])
    for (i, setting) in settings.enumerated() {
      let iterate = difference(i, \.iterates)
      let average = difference(i, { $0.averages.last! })
      iterates.append(verdict("iterates", i, \.iterates, \.iterate))
      averages.append(verdict("average", i, { $0.averages.last! }, { $0.average.last! }))
      let time = setting.step * Double(setting.counts.last!)
      report.row(
        "| \(setting.temperature) | \(setting.step) | \(time.text(0)) "
          + "| \(basins.reduce(0) { $0 + $1.descents[i].left }) of \(samples * replicas) "
          + "| \(iterate.text(5)) | \(mean(i, \.classical).text(5)) | \(mean(i, \.harmonic).text(5)) "
          + "| \(mean(i, \.iterate).text(5)) | \(iterates[i].z.text(1)) | \(average.text(6)) "
          + "| \(mean(i) { $0.average.last! }.text(6)) | \(averages[i].z.text(1)) "
          + "| \((100 * average.mean / iterate.mean).text(2)) % |")
    }
    /// By how much the mean differs from theory, over theory.
    func off(_ i: Int, _ values: (NoisyDescent) -> [Double], _ theory: (NoisyDescent) -> Double)
      -> Double
    { abs(difference(i, values).mean / mean(i, theory) - 1) }

    let control = Verdict(
      control: "T/2 for each degree of freedom, whatever the step",
      settings.indices.map { verdict("T/2", $0, \.iterates, \.classical) })
    report.check(iterates[0], averages[0], control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge(
      "inside a basin, T = \(settings[0].temperature): iterates and average as predicted")

    let worst = settings.indices.map { off($0, \.iterates, \.iterate) }.max()!
    report.say("iterates: largest difference from order T², relative: \(worst.text(4))")
    report.check(Verdict("iterates, all T", value: worst, below: quick ? 0.02 : 0.01))
    if settings.count > 4 {
      let first = Verdict(
        control: "order T alone", [verdict("order T", 4, \.iterates, \.harmonic)])
      report.check(iterates[4], first)
      report.say("control, \(first.quantity), at the smallest step: \(first.rejection)")
    }
    report.judge("inside a basin, higher T: iterates within 1 %, as step and order T² say")

    let average = [2, 1].map { off($0, { $0.averages.last! }, { $0.average.last! }) }
    report.say(
      "average: difference from prediction, relative: \(average[0].text(3)) at T = \(settings[2].temperature), "
        + "\(average[1].text(3)) at \(settings[1].temperature)")
    let ratio = settings.indices.map {
      difference($0, { $0.averages.last! }).mean / difference($0, \.iterates).mean
    }
    report.found =
      "the average of weights inside a basin keeps \((ratio.max() ?? .nan).percent) of the energy that noise adds, at most"
    report.check(
      Verdict("below 5 % of the iterates'", value: ratio.max()!, below: quick ? 0.2 : 0.05),
      Verdict("within a fifth of the prediction", value: average[0], below: quick ? 0.4 : 0.2))
    report.judge("inside a basin: the average's excess below 5 % of the iterates'")
    draw(basins, settings, counts, &report)
  }

  private func draw(
    _ basins: [NoisyBasin], _ settings: [NoisyDescent.Setting], _ counts: [Int],
    _ report: inout Report
  ) {
    let shown = 0..<3
    let series = shown.enumerated().flatMap { k, i -> [Series] in
      let name = "T = \(settings[i].temperature)"
      let times = counts.map { settings[i].step * Double($0) }
      let means = counts.indices.map { j in
        Estimate(bySample: basins.map { $0.descents[i].averages[j] })
      }
      let theory = counts.indices.map { j in
        basins.reduce(0) { $0 + $1.descents[i].average[j] } / Double(basins.count)
      }
      let iterate = Estimate(bySample: basins.map { $0.descents[i].iterates })
      return [
        .line(name, times, theory, .sample(k)).ofKind("average, predicted"),
        .marks(name, times, means, .sample(k)).ofKind("average, measured"),
        .dashed(nil, [times[0], times.last!], [iterate.mean, iterate.mean], .sample(k)),
      ]
    }
    report.draw(
      "inside", title: "Averaging removes the noise inside a basin",
      caption: [
        convention + "; \(basins.count) minima, step η = \(settings[0].step)",
        "dashed: mean excess of iterates; predicted: linear recursion of each mode and the shift of order T²",
      ],
      x: Axis(
        "time averaged over, η times the number of iterates", range: 0.4...130, scale: .logarithmic),
      y: Axis("energy per spin above the minimum, E - E*", scale: .logarithmic), series)
  }
}
