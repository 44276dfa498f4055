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
      innerSteps: 20, outerSteps: quick ? 30 : 100, step: 0.1)
    let (n, seed) = (quick ? 30 : 60, seed)
    let runs = concurrentMap(0..<(quick ? 10 : 20)) {
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
    let softest = mean { $0.descent.map(\.lowestEigenvalue) }
    report.say(
      "3-spin, N = \(n): minima below gradient descent E = \(descent.text(4)), lowest eigenvalue \(softest.text(3))"
    )
    let volumes = Volumes(runs.map(\.descent), p: 3, coupling: 1)
    report.say(
      """
      within samples: slope of mean log(1 + λ) against E \(volumes.measured.text(3)), predicted -3 mean 1/(1 + λ) = \
      \(volumes.predicted.text(3)); correlation \(volumes.correlation.text(3)); -F₁ orders minima as E does below \
      T = \(volumes.temperature.text(2))
      """)
    let flat = Verdict(
      control: "volumes do not depend on energies",
      [Verdict("slope", volumes.measured, expectation: 0, falsePositiveRate: Self.rate)])
    report.check(
      Verdict(
        "slope within a quarter", value: abs(volumes.measured.mean / volumes.predicted - 1),
        below: 0.25), flat)
    report.say("control, \(flat.quantity): \(flat.rejection)")
    report.judge("3-spin: deep minima are narrow ones")

    report.table(
      "spin-glass",
      "| T | γ | E of minima | less descent's | z | noise alone less descent's | Entropy-SGD less noise alone | z | mean log(1 + λ) less descent's | what its energy says | z |"
    )
    func verdict(_ name: String, _ difference: Estimate) -> Verdict {
      Verdict(
        name, difference, expectation: 0,
        falsePositiveRate: Self.rate / Double(plan.settings.count))
    }
    for (i, setting) in plan.settings.enumerated() {
      let (temperature, γ) = (setting.temperature, setting.coupling)
      let t = plan.temperatures.firstIndex(of: temperature)!
      let change = difference({ $0.entropy[i] }, \.descent, \.energy)
      let beyond = difference({ $0.entropy[i] }, { $0.noise[t] }, \.energy)
      let volume = difference({ $0.entropy[i] }, \.descent) { $0.logarithm(1) }
      let slope = volumes.measured.mean
      if i == 0 {
        report.found =
          "in a glass of N = \(n) descent on the local entropy ends at E = \(mean { $0.entropy[i].map(\.energy) }.text(3)), and "
          + "plain descent at \(descent.text(3))"
      }
      let own = verdict(
        "T = \(temperature), γ = \(γ): as wide as its energy says",
        difference({ $0.entropy[i] }, \.descent) { $0.logarithm(1) - slope * $0.energy })
      let (less, more) = (verdict("E", change), verdict("E", beyond))
      report.check(
        Verdict("T = \(temperature), γ = \(γ): not lower than noise", value: more.z, above: -3),
        own)
      if temperature < 0.1 {
        report.check(
          Verdict(
            "T = \(temperature), γ = \(γ): within 1 % of descent",
            value: abs(change.mean / descent.mean), below: quick ? 0.05 : 0.01), less)
      }
      report.row(
        "| \(temperature) | \(γ.text(0)) | \(mean { $0.entropy[i].map(\.energy) }.text(4)) "
          + "| \(change.text(4)) | \(less.z.text(1)) "
          + "| \(difference({ $0.noise[t] }, \.descent, \.energy).text(4)) "
          + "| \(beyond.text(4)) | \(more.z.text(1)) | \(volume.text(4)) "
          + "| \((slope * change.mean).text(4)) | \(own.z.text(1)) |")
    }
    report.check(
      Verdict("ends that are no minima", exceptions: runs.reduce(0) { $0 + $1.exceptions }))
    report.judge("3-spin: nothing gained on noise alone, and no minimum wider than its energy says")
    draw(plan, runs, volumes, n: n, &report)
  }

  private func draw(
    _ plan: EntropyRuns.Plan, _ runs: [EntropyRuns], _ volumes: Volumes, n: Int,
    _ report: inout Report
  ) {
    let convention = "pure 3-spin, N = \(n), |σ|² = N, E = H/N; seed \(seed)"
    func change(_ ends: (EntropyRuns) -> [EntropyRuns.End]) -> Estimate {
      Estimate(
        bySample: runs.map { run in
          zip(ends(run), run.descent).map { $0.energy - $1.energy }
        })
    }
    let couplings = Set(plan.settings.map(\.coupling)).sorted()
    let arms = couplings.enumerated().map { k, γ -> Series in
      let own = plan.settings.indices.filter { plan.settings[$0].coupling == γ }
      return .marks(
        "Entropy-SGD, γ = \(γ.text(0))",
        own.map { plan.settings[$0].temperature + 0.01 * Double(k) },
        own.map { i in change { $0.entropy[i] } }, .sample(k))
    }
    report.save(
      "gain",
      Figure(
        title: "What it gains in the 3-spin, noise alone gains too",
        caption: [
          convention,
          "\(plan.gradients) gradients each, then descent; means over \(runs.count) samples of differences from common starts",
        ], x: Axis("temperature T", range: 0...0.58),
        y: Axis("E = H/N of minima less that of gradient descent", range: -0.047...0.005),
        series: arms + [
          .marks(
            "noise alone (Langevin dynamics)", plan.temperatures.map { $0 - 0.01 },
            plan.temperatures.indices.map { t in change { $0.noise[t] } }, .grey)
        ], lines: [.horizontal(at: 0, label: "gradient descent", colour: .black)]))
    let plain = runs.flatMap(\.descent)
    let smooth = runs.flatMap { $0.entropy.flatMap { $0 } }
    let count = Double(plain.count)
    let centre = (
      plain.reduce(0) { $0 + $1.energy } / count, plain.reduce(0) { $0 + $1.logarithm(1) } / count
    )
    let x = [centre.0 - 0.15, centre.0 + 0.15]
    report.draw(
      "volumes", title: "In the 3-spin deep minima are narrow ones",
      caption: [
        convention,
        "line: slope -3 mean 1/(1 + λ) = \(volumes.predicted.text(3)) through the mean of descents",
      ], x: Axis("energy per spin E = H/N of minima"),
      y: Axis("mean of log(1 + λ) over eigenvalues of the Hessian"),
      [
        Series(
          "Entropy-SGD, all T and γ", x: smooth.map(\.energy), y: smooth.map { $0.logarithm(1) },
          style: .dots, colour: .vermilion),
        Series(
          "gradient descent", x: plain.map(\.energy), y: plain.map { $0.logarithm(1) },
          style: .dots, colour: .blue),
        .line(
          "Hessian shifted by -3E as a whole", x,
          x.map { centre.1 + volumes.predicted * ($0 - centre.0) }),
      ])
  }
}
