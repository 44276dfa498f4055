import Foundation
import Saddlery

extension RandomKickAndSlices {
  /// Gradient descent from kicked saddles, and from kicked minima, which must stay.
  func kicks(n: Int, samples: Int, _ report: inout Report) {
    let fractions = [0.02, 0.1, 0.25, 0.4]
    let indices = [0] + fractions.map { max(1, Int(($0 * Double(n - 1)).rounded())) }
    let seed = seed
    let runs = concurrentMap(0..<samples) { sample -> [KickedSaddle] in
      let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      // Numbers of searches beside those of the survey.
      let found = Search(model).run(
        points: indices.count, indices: indices, seed: seed, sample: 1000 + sample, threads: 1)
      return found.enumerated().compactMap { item, point in
        guard point.outcome == .converged, point.index == point.targetIndex else { return nil }
        var stream = RandomStream(seed: seed, purpose: .noise, sample: 1000 + sample, item: item)
        return KickedSaddle(
          model, point, sample: sample, lengths: Self.lengths, kicks: 8, step: 0.05,
          patience: 40, using: &stream)
      }
    }.flatMap { $0 }
    let saddles = runs.filter { $0.lowestEigenvalue < 0 }
    let minima = runs.filter { $0.lowestEigenvalue > 0 }

    report.table(
      "kicks",
      "| α | saddles | left | λ_min | time per decade, 1e-2 to 1e-4 | 1e-4 to 1e-6 "
        + "| ln 10/\\|λ_min\\| | ratio, 1e-4 to 1e-6 |")
    for (fraction, some) in Dictionary(grouping: saddles, by: \.indexFraction).sorted(by: {
      $0.key < $1.key
    }) {
      func mean(_ quantity: (KickedSaddle) -> Double) -> Estimate {
        Estimate(some.map { ($0.sample, quantity($0)) })
      }
      let ratio = mean { $0.timePerDecade(from: 2, to: 4) / $0.predictedTimePerDecade }
      let left = mean(\.escapes).mean
      report.row(
        "| \(fraction.text(3)) | \(some.count) | \((100 * left).text(1)) % "
          + "| \(mean(\.lowestEigenvalue).text(3)) | \(mean { $0.timePerDecade(from: 0, to: 2) }.text(3)) "
          + "| \(mean { $0.timePerDecade(from: 2, to: 4) }.text(3)) "
          + "| \(mean(\.predictedTimePerDecade).text(3)) | \(ratio.text(4)) |")
      let fast = some.filter { $0.lowestEigenvalue < -0.5 }
      guard fast.count > some.count / 2 else { continue }
      report.check(
        Verdict("α = \(fraction.text(3)): time per decade", value: abs(ratio.mean - 1), below: 0.15)
      )
    }
    let stuck = saddles.count { $0.escapes < 1 }
    report.check(Verdict("saddles not left after some kick", exceptions: stuck))
    let stay = minima.reduce(0) { $0 + $1.escapes } / Double(minima.count)
    let escaped = saddles.reduce(0) { $0 + $1.escapes } / Double(saddles.count)
    report.found =
      "\(escaped.percent) of small kicks lead away from a saddle, and \(stay.percent) from a minimum"
    let control = Verdict(
      control: "kicked minima are left too",
      [Verdict("minima", exceptions: minima.count { $0.escapes < 1 })])
    report.check(control)
    report.say(
      "control, \(minima.count) minima with the same kicks: \((100 * stay).text(1)) % left; "
        + control.rejection)
    report.judge("every kick leads away from a saddle, in a time like ln(1/kick)/|λ_min|")
    drawKicks(saddles, n: n, &report)
  }
}
