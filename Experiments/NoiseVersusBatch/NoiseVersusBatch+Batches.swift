import Foundation
import Saddlery

extension NoiseVersusBatch {
  /// The 3-spin as a sum: ends of stochastic descent by batch size, at one step and at one ratio of step and batch, and those
  /// of the noisiest by N.
  func batches(_ report: inout Report) {
    let n = quick ? 20 : 40
    let sizes = quick ? [1, 4] : [1, 2, 4, 8]
    let step = Descent.step(for: .pure(3))
    // Curvatures of a batch are √(P/B) times those of the whole.
    let common = step / Double(BatchRuns.terms).squareRoot()
    let ratio = step / Double(BatchRuns.terms)
    let settings =
      sizes.map { BatchRuns.Setting(batch: $0, step: common) }
      + sizes.map { BatchRuns.Setting(batch: $0, step: Double($0) * ratio) }
    func runs(_ n: Int, _ settings: [BatchRuns.Setting], samples: Int) -> BatchRuns {
      BatchRuns(
        n: n, settings: settings, time: 40, samples: samples, starts: 4, first: 1000 * n,
        seed: seed)
    }
    let main = runs(n, settings, samples: quick ? 12 : 64)
    let full = main.mean(\.full)
    report.say("N = \(n); full descent ends at E = \(full.text(4)).")
    report.table(
      "batches",
      "| steps | B of \(BatchRuns.terms) | η | T of the same noise | E before the last descent "
        + "| its fall over T/2 | E of ends less those of full descent | z | equal? |")
    let rate = Self.rate / Double(settings.count)
    var cool: [Verdict] = []
    func within(_ name: String, _ difference: Estimate) -> Verdict {
      Verdict(name, value: abs(difference.mean / full.mean), below: quick ? 0.04 : 0.01)
    }
    for (i, setting) in settings.enumerated() {
      let name = i < sizes.count ? "one η" : "one η/B"
      let difference = main.difference { $0.after[i] }
      if i >= sizes.count { cool.append(within("\(name), B = \(setting.batch)", difference)) }
      let equal = Verdict(name, difference, expectation: 0, falsePositiveRate: rate)
      let fall = main.mean { sample in zip(sample.before[i], sample.after[i]).map { $0 - $1 } }
      let unit = setting.temperature / 2
      report.row(
        "| \(name) | \(setting.batch) | \(setting.step.text(4)) | \(setting.temperature.text(3)) "
          + "| \(main.mean { $0.before[i] }.text(4)) "
          + "| \((fall.mean / unit).text(2)) ± \((fall.standardError / unit).text(2)) "
          + "| \(difference.text(4)) | \(equal.z.text(1)) "
          + "| \(equal.conclusion == .contradicted ? "no" : "not rejected") |")
    }
    cool.forEach { report.check($0) }
    let early = main.difference(\.early)
    let control = Verdict(control: "full descent stopped early", [within("early", early)])
    report.check(
      control,
      Verdict("ends that are no minima", exceptions: main.samples.reduce(0) { $0 + $1.exceptions }))
    report.say(
      "control, full descent stopped at a tenth of the gradient: \(control.rejection), "
        + "\(early.text(4)) above")
    report.judge("at one η/B batches of any size end at the level of full descent")
    draw(main, sizes, &report)
    let others = quick ? [(12, 8), (28, 4)] : [(20, 64), (80, 32)]
    let ends = others.map { n, samples in runs(n, [settings[0]], samples: samples) }
    gains([ends[0], main, ends[1]], &report)
  }

  /// How much deeper than full descent the noisiest setting, the first, ends, by N.
  private func gains(_ all: [BatchRuns], _ report: inout Report) {
    let ground = OneStepGroundState(.pure(3))!.energy
    report.table(
      "gains",
      "| N | samples | full descent, E | B = 1, E of ends less that | times N "
        + "| distance from -E_0, full descent over B = 1 |")
    let gains = all.map { runs in runs.difference { $0.after[0] } }
    for (runs, gain) in zip(all, gains) {
      let (full, n) = (runs.mean(\.full), Double(runs.n))
      report.row(
        "| \(runs.n) | \(runs.samples.count) | \(full.text(4)) | \(gain.text(4)) "
          + "| \((n * gain.mean).text(2)) ± \((n * gain.standardError).text(2)) "
          + "| \(((full.mean + ground) / (full.mean + gain.mean + ground)).text(2)) |")
    }
    if let runs = all.last, let gain = gains.last {
      let ratio = (runs.mean(\.full).mean + ground) / (runs.mean(\.full).mean + gain.mean + ground)
      report.found += ", and noisy batches in a glass of N = \(runs.n) \(ratio.text(2)) times"
    }
    guard !quick else { return }
    func difference(_ name: String, _ first: Double, _ last: Double) -> Verdict {
      let errors = [first * gains[0].standardError, last * gains[2].standardError]
      return Verdict(
        name, value: last * gains[2].mean - first * gains[0].mean,
        standardError: (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot(),
        samples: gains[2].samples, expectation: 0, falsePositiveRate: Self.rate)
    }
    let controls = [
      Verdict(
        control: "no gain at N = \(all[1].n)",
        [Verdict("gain", gains[1], expectation: 0, falsePositiveRate: Self.rate)]),
      Verdict(control: "a gain in E that N leaves as it is", [difference("gain", 1, 1)]),
    ]
    for control in controls {
      report.check(control)
      report.say("control, \(control.quantity): \(control.rejection)")
    }
    report.check(
      difference("N times the gain", Double(all[0].n), Double(all[2].n)),
      Verdict("smaller the larger N", value: gains[2].mean - gains[0].mean, above: 0))
    report.judge("strong noise gains in a small glass, in proportion to 1/N")
  }

  private func draw(_ runs: BatchRuns, _ sizes: [Int], _ report: inout Report) {
    let x = sizes.map(Double.init)
    let series = [("one step η", 0, Colour.blue), ("one η/B", sizes.count, .vermilion)].flatMap {
      name, first, colour -> [Series] in
      [
        .marks(name, x, sizes.indices.map { i in runs.mean { $0.before[first + i] } }, colour)
          .ofKind("before a last full descent"),
        .marks(name, x, sizes.indices.map { i in runs.mean { $0.after[first + i] } }, colour)
          .ofKind("after it"),
      ]
    }
    let full = runs.mean(\.full)
    report.save(
      "batches",
      Figure(
        title: "In a spin glass batches end at one level, the noisiest below",
        caption: [
          "pure 3-spin, |σ|² = N, E = H/N, a sum of \(BatchRuns.terms) independent ones; seed \(seed)",
          "bars: standard errors over disorder samples",
        ],
        x: Axis("terms in a batch B", range: 0.8...16, scale: .logarithmic),
        y: Axis("mean energy per spin E"),
        series: series,
        lines: [.horizontal(at: full.mean, label: "full descent", colour: .black)]))
  }
}
