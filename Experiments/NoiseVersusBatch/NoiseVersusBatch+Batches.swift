import Foundation
import Saddlery

extension NoiseVersusBatch {
  /// The 3-spin as a sum: ends of stochastic descent by batch size, at one step and at one ratio of step and batch.
  func batches(_ report: inout Report) {
    let n = quick ? 20 : 40
    let sizes = quick ? [1, 4] : [1, 2, 4, 8]
    let step = Descent.step(for: .pure(3))
    let smallest = step / Double(BatchRuns.terms)
    // Curvatures of a batch are √(P/B) times those of the whole.
    let common = step / Double(BatchRuns.terms).squareRoot()
    let settings =
      sizes.map { BatchRuns.Setting(batch: $0, step: common) }
      + sizes.map { BatchRuns.Setting(batch: $0, step: Double($0) * smallest) }
    let runs = BatchRuns(
      n: n, settings: settings, time: 40, samples: quick ? 12 : 64, starts: 4, first: 100_000,
      seed: seed)
    let full = runs.mean(\.full)
    report.say("full descent at N = \(n): E = \(full.text(4))")
    report.table(
      "batches",
      "| steps | B of \(BatchRuns.terms) | η | T of the same noise | E before the last descent | its fall over T/2 "
        + "| E of ends less those of full descent | z |")
    let rate = Self.rate / Double(settings.count)
    for (i, setting) in settings.enumerated() {
      let difference = runs.difference { $0.after[i] }
      let verdict = Verdict(
        "B = \(setting.batch), η = \(setting.step)", difference, expectation: 0,
        falsePositiveRate: rate)
      let fall = runs.mean { sample in zip(sample.before[i], sample.after[i]).map { $0 - $1 } }
      let unit = setting.temperature / 2
      report.row(
        "| \(i < sizes.count ? "one η" : "one η/B") | \(setting.batch) | \(setting.step.text(4)) "
          + "| \(setting.temperature.text(3)) | \(runs.mean { $0.before[i] }.text(4)) "
          + "| \((fall.mean / unit).text(2)) ± \((fall.standardError / unit).text(2)) "
          + "| \(difference.text(4)) | \(verdict.z.text(1)) |")
    }
  }
}
