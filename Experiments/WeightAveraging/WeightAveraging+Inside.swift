import Foundation
import Saddlery

extension WeightAveraging {
  /// Noise in one basin: iterates and their average.
  func insideBasin(_ report: inout Report) {
    let settings: [NoisyDescent.Setting] = [
      .init(temperature: 0.01, step: 0.05), .init(temperature: 0.05, step: 0.05),
      .init(temperature: 0.1, step: 0.05), .init(temperature: 0.05, step: 0.1),
    ]
    let counts = quick ? [10, 100, 500] : [10, 30, 100, 300, 1000, 2000]
    let (n, seed, replicas) = (n, seed, 8)
    let (samples, rest) = quick ? (8, 200) : (40, 400)
    let basins = concurrentMap(0..<samples) {
      NoisyBasin(
        n, sample: $0, settings: settings, replicas: replicas, rest: rest, counts: counts,
        seed: seed)
    }
    let softest = Estimate(independent: basins.map(\.lowestEigenvalue))
    report.say(
      "minima: E = \(Estimate(independent: basins.map(\.energy)).text(4)), lowest eigenvalue \(softest.text(3))"
    )

    /// Of all samples, by replica, a number less what theory says of its sample.
    func difference(
      _ i: Int, _ values: (NoisyDescent) -> [Double], less theory: (NoisyDescent) -> Double
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
    report.table(
      "inside",
      "| T | η | left the basin | excess of iterates | T/2 (N-1)/N | predicted | z | excess of their average | predicted | z | average over iterates |"
    )
    let share = Self.rate / Double(2 * settings.count)
    var (classical, ratios): ([Verdict], [Double]) = ([], [])
    for (i, setting) in settings.enumerated() {
      let iterate = difference(i, \.iterates) { _ in 0 }
      let average = difference(i, { $0.averages.last! }) { _ in 0 }
      let checks = [
        Verdict(
          "iterates", difference(i, \.iterates, less: \.iterate), expectation: 0,
          falsePositiveRate: share),
        Verdict(
          "average", difference(i, { $0.averages.last! }, less: { $0.average.last! }),
          expectation: 0, falsePositiveRate: share),
      ]
      classical.append(
        Verdict(
          "T/2", difference(i, \.iterates, less: \.classical), expectation: 0,
          falsePositiveRate: share))
      report.check(checks[0], checks[1])
      ratios.append(average.mean / iterate.mean)
      report.row(
        "| \(setting.temperature) | \(setting.step) | \(basins.reduce(0) { $0 + $1.descents[i].left }) of \(samples * replicas) "
          + "| \(iterate.text(5)) | \(mean(i, \.classical).text(5)) | \(mean(i, \.iterate).text(5)) "
          + "| \(checks[0].z.text(1)) | \(average.text(6)) | \(mean(i) { $0.average.last! }.text(6)) "
          + "| \(checks[1].z.text(1)) | \((100 * ratios[i]).text(2)) % |")
    }
    let control = Verdict(control: "T/2 for each degree of freedom, whatever the step", classical)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("inside a basin: excess of iterates and of their average as predicted")
    report.judge(
      Verdict(
        "inside a basin: the average's excess below 5 % of the iterates'", value: ratios.max()!,
        below: quick ? 0.2 : 0.05))
    draw(basins, settings, counts, &report)
  }

  private func draw(
    _ basins: [NoisyBasin], _ settings: [NoisyDescent.Setting], _ counts: [Int],
    _ report: inout Report
  ) {
    let shown = settings.indices.filter { settings[$0].step == settings[0].step }
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
      ], x: Axis("time averaged over", scale: .logarithmic),
      y: Axis("energy per spin above the minimum, E - E*", scale: .logarithmic), series)
  }
}
