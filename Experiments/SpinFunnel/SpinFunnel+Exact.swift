import Foundation
import Saddlery

extension SpinFunnel {
  /// Where few minima are left, by exact mean numbers, and what descents find there.
  func exact(_ report: inout Report) throws {
    let n = quick ? 10 : 24
    let samples = 400
    let trivial = 3.0.squareRoot()
    let settings: [(degree: Int, strengths: [Double])] = [
      (1, quick ? [trivial, 8] : [1, trivial, 6]), (2, quick ? [1.73] : [1.25, 1.73]),
    ]
    let rate = Self.rate / 10
    report.table(
      "exact",
      "| k | λ | minima, exact mean | outside the funnel | samples with two ends | descents into the funnel "
        + "| at least, by theory | mean of m | exact, of all minima | N → ∞ |")
    var control: [Verdict] = []
    for (degree, strengths) in settings {
      let runs = FunnelRuns(
        degree: degree, n: n, strengths: strengths, samples: samples, starts: 4, seed: seed,
        toGradient: 1e-4)
      for (j, strength) in strengths.enumerated() {
        let minima = try FunnelMinima(degree: degree, strength: strength, dimension: n)
        let success = runs.rates[j]
        let several = Estimate(independent: runs.ends.map { $0[j].distinct > 1 ? 1 : 0 })
        let limit = InformativePoint(
          Self.model, signal: try Signal(degree: degree, strength: strength))
        let overlap = runs.meanOverlaps[j]
        report.check(
          Verdict(
            "k = \(degree), λ = \(strength): fewer than by theory",
            exceptions: success.mean + 5 * success.standardError < minima.leastSuccess ? 1 : 0))
        // One minimum of nearly every sample: what the others can change is far below the error.
        let isSingle = minima.count - 1 < 0.1 * overlap.standardError
        if degree == 1, isSingle {
          report.check(
            Verdict(
              "λ = \(strength): m", overlap, expectation: minima.meanOverlap,
              falsePositiveRate: rate),
            Verdict(
              "λ = \(strength): two ends", value: several.mean - 5 * several.standardError,
              below: minima.count - 1 + 5 / Double(samples)))
          let wrong = try FunnelMinima(degree: 1, strength: 1.1 * strength, dimension: n)
          control.append(
            Verdict(
              "λ = \(strength): 1.1 λ", overlap, expectation: wrong.meanOverlap,
              falsePositiveRate: rate))
        }
        report.row(
          "| \(degree) | \(strength.text(2)) | \(minima.count.text(4)) | \(minima.outside.text(4)) "
            + "| \(several.text(3)) | \(success.text(3)) | \(minima.leastSuccess.text(3)) "
            + "| \(overlap.text(4)) | \(degree == 1 ? minima.meanOverlap.text(4) : "") "
            + "| \(limit.map { $0.overlap.text(4) } ?? "") |")
      }
    }
    let rejected = Verdict(control: "the overlap of a funnel a tenth stronger", control)
    report.check(rejected)
    report.say("N = \(n). Control, \(rejected.quantity): \(rejected.rejection)")
    report.judge("one minimum, at the exact overlap, in a strong linear funnel")
  }
}
