import Foundation
import Saddlery

extension NoiseVersusBatch {
  /// Whether stochastic descent goes where descent on the convolved function goes.
  func smoothing(_ report: inout Report) {
    let widths = [0.1, 0.2, 0.3, 0.45, 0.7, 1, 1.4, 2]
    let (step, time, seed, replicas) = (0.2, time, seed, fields.replicas)
    let all = concurrentMap(0..<fields.count) {
      SmoothingRuns(
        widths: widths, step: step, time: time, replicas: replicas, seed: seed, sample: $0)
    }
    let runs = all.compactMap { $0?.widths }
    report.check(Verdict("wells not proved to be all", exceptions: all.count - runs.count))
    func mean(_ j: Int, _ quantity: (SmoothingRuns.Width) -> Double) -> Estimate {
      Estimate(independent: runs.map { quantity($0[j]) })
    }
    report.table(
      "smoothing",
      "| s = ησ | T | mean drift: z from f * noise | z from f | wells of f * noise "
        + "| gap, descent on f * noise | gap, noise with η = \(step) | exact diffusion of that T "
        + "| one well: rms distance from it | bound |")
    let share = Self.rate / Double(widths.count)
    var (plain, ends, near): ([Verdict], [Verdict], [Verdict]) = ([], [], [])
    for (j, s) in widths.enumerated() {
      func verdict(_ quantity: (SmoothingRuns.Width) -> Double) -> Verdict {
        Verdict(
          "s = \(s)", mean(j, quantity), expectation: 0, falsePositiveRate: share)
      }
      let drift = verdict(\.drift)
      report.check(drift)
      plain.append(verdict(\.plainDrift))
      ends.append(verdict { $0.noisy - $0.convolved })
      let single = runs.compactMap { $0[j].distance }
      let square = Estimate(independent: single.map(\.square))
      let bound = Estimate(independent: single.map(\.bound))
      let slack = Estimate(independent: single.map { $0.bound - $0.square })
      if single.count > 20 {
        near.append(
          Verdict("s = \(s)", value: slack.mean + 3 * slack.standardError, above: 0))
      }
      report.row(
        "| \(s) | \((s * s / (2 * step)).text(3)) | \(drift.z.text(1)) | \(plain[j].z.text(1)) "
          + "| \(mean(j) { Double($0.wells) }.mean.text(2)) | \(mean(j, \.convolved).text(3)) "
          + "| \(mean(j, \.noisy).text(3)) | \(mean(j, \.diffusion).mean.text(3)) "
          + "| \(single.count > 20 ? square.mean.squareRoot().text(2) : "") "
          + "| \(single.count > 20 ? bound.mean.squareRoot().text(2) : "") |")
    }
    let controls = [
      Verdict(control: "the mean drift is that of f", plain),
      Verdict(control: "ends are those of descent on f * noise", ends),
    ]
    // Few fields do not tell the two apart.
    if !quick { report.check(controls[0]) }
    report.say("control, \(controls[0].quantity): \(controls[0].rejection)")
    report.judge("one step: the mean drift is the gradient of the convolved function")
    near.forEach { report.check($0) }
    report.judge(
      "one well of the convolved function: stochastic descent stays about it, within the bound")
    report.check(controls[1])
    report.say("control, \(controls[1].quantity): \(controls[1].rejection)")
    report.judge(
      "many steps: stochastic descent does not end where descent on the convolved function does")

    report.draw(
      "smoothing", title: "Where noise ends is not where descent on the smoothed function ends",
      caption: [
        "f = V(x) + μx²/2, Cov V = exp(-r²/2), μ = \(RuggedBowl.confinement); noise σ for t = \(time.text(0)), then plain descent",
        "\(runs.count) fields, \(replicas) runs each, seed \(seed); bars: standard errors over fields",
      ],
      x: Axis(
        "width of one step's noise s = ησ in units of the field's length", range: 0.09...2.3,

        scale: .logarithmic),
      y: Axis("mean gap to the global minimum", range: 0...2),
      [
        .line(
          "descent on f convolved, then on f", widths,
          widths.indices.map { mean($0, \.convolved).mean }),
        .dashed(
          "exact diffusion, T = s^2/(2η)", widths,
          widths.indices.map { mean($0, \.diffusion).mean }, .blue),
        .marks("noise, η = \(step)", widths, widths.indices.map { mean($0, \.noisy) }, .vermilion),
      ])
  }
}
