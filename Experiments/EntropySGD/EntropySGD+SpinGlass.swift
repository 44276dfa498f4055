import Foundation
import Saddlery

extension EntropySGD {
  /// The 3-spin, where deep minima are the narrow ones.
  func spinGlass(_ report: inout Report) {
    let settings = [0.05, 0.2, 0.5].flatMap { t in
      [1.0, 5].map { EntropyRuns.Setting(coupling: $0, temperature: t) }
    }
    let plan = EntropyRuns.Plan(
      settings: quick ? [settings[0], settings[3]] : settings, starts: quick ? 4 : 8,
      innerSteps: 20, outerSteps: quick ? 30 : 200, step: 0.1)
    let (n, seed) = (quick ? 30 : 60, seed)
    let runs = concurrentMap(0..<(quick ? 10 : 40)) {
      EntropyRuns(n, sample: $0, plan, seed: seed)
    }
    func mean(_ values: (EntropyRuns) -> [Double]) -> Estimate {
      Estimate(bySample: runs.map(values))
    }
    func difference(
      _ a: (EntropyRuns) -> [EntropyRuns.End], _ b: (EntropyRuns) -> [EntropyRuns.End],
      _ quantity: (EntropyRuns.End) -> Double
    ) -> Estimate {
      mean { run in zip(a(run), b(run)).map { quantity($0) - quantity($1) } }
    }
    let descent = mean { $0.descent.map(\.energy) }
    report.say(
      "3-spin, N = \(n): minima below gradient descent E = \(descent.text(4)), lowest eigenvalue "
        + "\(mean { $0.descent.map(\.lowestEigenvalue) }.text(3)), mean log λ \(mean { $0.descent.map { $0.logarithm(0) } }.text(4))"
    )
    report.table(
      "spin-glass",
      "| T | γ | E of minima | less descent's | z | lowest eigenvalue, less descent's | mean log λ, less descent's | noise alone: E less descent's | Entropy-SGD less noise alone |"
    )
    for (i, setting) in plan.settings.enumerated() {
      let t = plan.temperatures.firstIndex(of: setting.temperature)!
      let change = difference({ $0.entropy[i] }, \.descent, \.energy)
      let verdict = Verdict("E", change, expectation: 0, falsePositiveRate: Self.rate)
      report.row(
        "| \(setting.temperature) | \(setting.coupling.text(0)) | \(mean { $0.entropy[i].map(\.energy) }.text(4)) "
          + "| \(change.text(4)) | \(verdict.z.text(1)) "
          + "| \(difference({ $0.entropy[i] }, \.descent, \.lowestEigenvalue).text(4)) "
          + "| \(difference({ $0.entropy[i] }, \.descent, { $0.logarithm(0) }).text(4)) "
          + "| \(difference({ $0.noise[t] }, \.descent, \.energy).text(4)) "
          + "| \(difference({ $0.entropy[i] }, { $0.noise[t] }, \.energy).text(4)) |")
    }
    let volumes = Volumes(runs.map(\.descent), p: 3, coupling: 1)
    report.say(
      """
      minima below gradient descent, within samples: slope of mean log(1 + λ) against E \
      \(volumes.measured.text(3)), predicted -3 mean 1/(1 + λ) = \(volumes.predicted.text(3)); correlation \
      \(volumes.correlation.text(3)); -F₁ orders minima as E does below T = \(volumes.temperature.text(2))
      """)
    report.check(
      Verdict("ends that are no minima", exceptions: runs.reduce(0) { $0 + $1.exceptions }))
    report.judge("3-spin: all ends are minima")
  }
}
