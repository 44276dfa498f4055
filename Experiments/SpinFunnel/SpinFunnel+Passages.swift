import Foundation
import Saddlery

extension SpinFunnel {
  /// The strengths at which descents begin to find the funnel, by degree and size, and the powers of N they grow by.
  func passages(_ all: [[FunnelRuns]], _ report: inout Report) {
    report.table(
      "passages",
      "| k | N | samples x starts | λ at 25 % | λ at 50 % | λ at 75 % | ratio of 75 and 25 % |")
    for degree in all {
      for runs in degree {
        let passage = runs.passage
        func strength(_ level: Double) -> String {
          let log = passage.logCrossing(level)
          return "\(exp(log.value).text(2)) ± \((exp(log.value) * log.error).text(2))"
        }
        let ratio = passage.logRatio
        report.row(
          "| \(runs.degree) | \(runs.n) | \(runs.ends.count) x \(runs.ends[0][0].overlaps.count) "
            + "| \(strength(0.25)) | \(strength(0.5)) | \(strength(0.75)) "
            + "| \(exp(ratio.value).text(2)) ± \((exp(ratio.value) * ratio.error).text(2)) |")
      }
    }

    report.table(
      "powers",
      "| k | λ at 50 % ~ N^a, a | predicted | z | log of the ratio ~ N^b, b | predicted | z |")
    for (i, degree) in all.enumerated() {
      let k = i + 1
      let sizes = degree.map(\.n)
      let centre = GrowthPower(sizes, degree.map { $0.passage.logCrossing(0.5) })
      let width = GrowthPower(sizes, degree.map { $0.passage.logRatio.logarithm })
      report.row(
        "| \(k) | \(centre.value.text(3)) ± \(centre.error.text(3)) | \(max(0, Double(k - 2) / 2).text(1)) "
          + "| | \(width.value.text(3)) ± \(width.error.text(3)) | | |")
    }
  }

  /// Rates at one strength of the funnel as N grows.
  func steady(_ all: [[FunnelRuns]], _ report: inout Report) {
    let sizes = all[0].map(\.n)
    report.table(
      "rates", "| k | λ | \(sizes.map { "N = \($0)" }.joined(separator: " | ")) |")
    for degree in all {
      for (j, strength) in degree[0].strengths.enumerated() {
        let rates = degree.map { $0.rates[j].text(3) }.joined(separator: " | ")
        report.row("| \(degree[0].degree) | \(strength) | \(rates) |")
      }
    }
  }

  func draw(_ all: [[FunnelRuns]], _ report: inout Report) {}
}
