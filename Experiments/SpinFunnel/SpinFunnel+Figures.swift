import Foundation
import Saddlery

extension SpinFunnel {
  func draw(_ all: [[FunnelRuns]], _ report: inout Report) {
    let titles = [
      "A linear funnel: a step, steeper with N", "A quadratic funnel: a step, steeper with N",
      "A cubic funnel: the larger, the less it is found",
      "A quartic funnel: the larger, the less it is found",
    ]
    for (title, runs) in zip(titles, all) {
      let degree = runs[0].degree
      let goal = degree.isMultiple(of: 2) ? "|m| > 1/2" : "m > 1/2"
      report.draw(
        "degree-\(degree)", title: title, caption: caption,
        x: degree <= 2
          ? Axis("strength of the funnel λ, H = H_3 - λN m^\(degree)")
          : Axis(
            "strength of the funnel λ, H = H_3 - λN m^\(degree)",
            range: (0.7 * runs[0].strengths[0])...(1.3 * runs[0].strengths.last!),
            scale: .logarithmic),
        y: Axis("share of descents that end at \(goal)", range: 0...1.02),
        runs.enumerated().flatMap { i, one -> [Series] in
          [
            .line(nil, one.strengths, one.rates.map(\.mean), .sample(i)),
            .marks("N = \(one.n)", one.strengths, one.rates, .sample(i)),
          ]
        })
    }
    guard !quick else { return }
    report.draw(
      "widths", title: "Sharper with N for k = 1 and 2, not for 3 and 4",
      caption: caption + ["lines: predicted powers of N"],
      x: Axis("N", range: 20...200, scale: .logarithmic),
      y: Axis(
        "log of the ratio of λ at 50 and 25 %", range: 0.04...2, scale: .logarithmic),
      all.enumerated().flatMap { i, runs -> [Series] in
        let x = runs.map { Double($0.n) }
        let widths = runs.map { $0.passage.logRatio }
        var series: [Series] = [
          Series(
            "k = \(i + 1)", x: x, y: widths.map(\.value), yError: widths.map(\.error),
            colour: .sample(i))
        ]
        if i != 1 {
          let power = i == 0 ? -0.5 : 0
          let fit = widths.reduce(0) { $0 + 1 / pow($1.error / $1.value, 2) }
          let offset =
            zip(x, widths).reduce(0) {
              $0 + (log($1.1.value) - power * log($1.0)) / pow($1.1.error / $1.1.value, 2)
            } / fit
          series.append(
            .line(nil, [20, 200], .sample(i)) { exp(offset) * pow($0, power) })
        }
        return series
      })
  }

  private var caption: [String] {
    [
      "pure 3-spin, |σ|² = N; gradient descent from random points, eight in each disorder sample; seed \(seed)",
      "bars: standard errors over disorder samples",
    ]
  }
}
