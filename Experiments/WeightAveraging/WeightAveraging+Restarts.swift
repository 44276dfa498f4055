import Foundation
import Saddlery

extension WeightAveraging {
  /// Below which the pure 3-spin does not come to equilibrium as N → ∞: T_d² = p(p-2)^{p-2}/(p-1)^{p-1}.
  static let dynamicalTemperature = 0.75.squareRoot()
  /// Up to which states that are minima of energy e at T = 0 are there: √q(1 - q) = T (-e - √(e² - E∞²))/4, the left side at most
  /// 2/(3√3). First for the threshold e = -E∞ = -√(8/3).
  static let lastThresholdState = 8 / (3 * 3.squareRoot()) / (8.0 / 3).squareRoot()

  /// Schedules of equal cost.
  func restarts(_ report: inout Report) {
    let plan = Restarts.Plan(
      temperatures: quick ? [0.25, 1.5] : [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5],
      chains: quick ? 4 : 8, cycles: quick ? 4 : 8, steps: quick ? 200 : 500, timeStep: 0.1)
    let seed = seed
    func runs(_ n: Int, first: Int) -> [Restarts] {
      concurrentMap(first..<(first + (quick ? 8 : 20))) { sample in
        Restarts(
          PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample), plan, seed: seed,
          sample: sample)
      }
    }
    let (half, samples) = (runs(n / 2, first: 1000), runs(n, first: 0))
    func mean(_ values: (Restarts) -> [Double]) -> Estimate {
      Estimate(bySample: samples.map(values))
    }
    report.say(
      "lowest of \(plan.cycles) descents from random points: E = \(mean { $0.descents.map(\.lowest) }.text(4)); "
        + "T_d = \(Self.dynamicalTemperature.text(4))")
    report.table(
      "restarts",
      "| T₀ | T₀/T_d | warm restarts, lowest E | same cycles from random points | one anneal | warm less random, same cycles | z | warm less descents | z | same minimum as before | at half the N | overlap with it | of unrelated minima |"
    )
    var returns: [Verdict] = []
    for (i, t) in plan.temperatures.enumerated() {
      let ratio = t / Self.dynamicalTemperature
      func verdict(_ name: String, _ difference: Estimate) -> Verdict {
        Verdict(
          "T₀ = \(t): \(name)", difference, expectation: 0,
          falsePositiveRate: Self.rate / Double(plan.temperatures.count))
      }
      let change = mean { zip($0.warm[i], $0.cold[i]).map { $0.lowest - $1.lowest } }
      let gain = mean { zip($0.warm[i], $0.descents).map { $0.lowest - $1.lowest } }
      let (z, z2) = (change.mean / change.standardError, gain.mean / gain.standardError)
      let same = Self.same(samples, i)
      let unrelated = verdict(
        "overlap of the next minimum that of unrelated ones",
        mean { zip($0.warm[i], $0.cold[i]).flatMap { zip($0.overlaps, $1.overlaps).map(-) } })
      report.row(
        "| \(t) | \(ratio.text(2)) | \(mean { $0.warm[i].map(\.lowest) }.text(4)) "
          + "| \(mean { $0.cold[i].map(\.lowest) }.text(4)) | \(mean { $0.annealed[i] }.text(4)) "
          + "| \(change.text(4)) | \(z.text(1)) | \(gain.text(4)) | \(z2.text(1)) "
          + "| \(same.text(3)) | \(Self.same(half, i).text(3)) "
          + "| \(mean { $0.warm[i].flatMap(\.overlaps) }.text(3)) "
          + "| \(mean { $0.cold[i].flatMap(\.overlaps) }.text(3)) |")
      if ratio < 1 {
        returns.append(unrelated)
        report.check(
          Verdict("T₀ = \(t): the same minimum, mostly", value: same.mean, above: 0.5),
          Verdict("T₀ = \(t): higher than random restarts", value: z, above: 3))
      } else if ratio > 1.5 {
        report.check(unrelated)
      }
      report.check(Verdict("T₀ = \(t): not lower than random restarts", value: z, above: -3))
    }
    let control = Verdict(control: "below T_d the next minimum is unrelated", returns)
    report.check(
      control,
      Verdict(
        "ends that are no minima",
        exceptions: (samples + half).reduce(0) { $0 + $1.exceptions }))
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge(
      "warm restarts: the same basin below T_d, another well above, nowhere lower than random restarts"
    )
    draw(plan, samples, half, report: &report)
  }

  /// How often a cycle ends in the minimum in which it began.
  private static func same(_ samples: [Restarts], _ i: Int) -> Estimate {
    Estimate(
      bySample: samples.map { $0.warm[i].flatMap { $0.isSame.map { $0 ? 1 : 0 } } })
  }

  private func draw(
    _ plan: Restarts.Plan, _ samples: [Restarts], _ half: [Restarts], report: inout Report
  ) {
    let x = plan.temperatures.map { $0 / Self.dynamicalTemperature }
    func means(_ values: (Restarts, Int) -> [Double]) -> [Estimate] {
      x.indices.map { i in Estimate(bySample: samples.map { values($0, i) }) }
    }
    let cycles =
      "cycles of \(plan.steps) steps, \(plan.cycles) a chain; \(samples.count) samples"
    let last = Self.lastThresholdState / Self.dynamicalTemperature
    report.save(
      "same",
      Figure(
        title: "Back to the same minimum, unless restarted well above T_d",
        caption: [
          convention, cycles + "; bars: standard errors",
          "second grey line: where states of minima at the threshold end, N → ∞, T = \(Self.lastThresholdState.text(3))",
        ],
        x: Axis("temperature at restarts T_0/T_d", range: 0...1.85),
        y: Axis("share of cycles, or overlap", range: 0...1.05),
        series: [
          .line(nil, x, x.indices.map { Self.same(samples, $0).mean }, .blue),
          .marks("same minimum, N = \(n)", x, x.indices.map { Self.same(samples, $0) }, .blue),
          .line(nil, x, x.indices.map { Self.same(half, $0).mean }, .skyBlue),
          .marks("same minimum, N = \(n / 2)", x, x.indices.map { Self.same(half, $0) }, .skyBlue),
          .marks(
            "overlap with the minimum before", x, means { $0.warm[$1].flatMap(\.overlaps) },
            .vermilion),
          .marks(
            "overlap of unrelated minima", x, means { $0.cold[$1].flatMap(\.overlaps) }, .grey),
        ], lines: [.vertical(at: 1, label: "T_d"), .vertical(at: last)]))
    let descents = Estimate(bySample: samples.map { $0.descents.map(\.lowest) }).mean
    let kinds: [(String, Colour, (Restarts, Int) -> [Double])] = [
      ("warm restarts, lowest of \(plan.cycles)", .blue, { $0.warm[$1].map(\.lowest) }),
      ("the same cycles from random points, lowest", .vermilion, { $0.cold[$1].map(\.lowest) }),
      ("one anneal", .green, { $0.annealed[$1] }),
    ]
    report.save(
      "energies",
      Figure(
        title: "Warm restarts gain nothing on random ones",
        caption: [
          convention, cycles + "; as many gradients each",
          "dashed: lowest of \(plan.cycles) descents from random points",
        ], x: Axis("temperature at restarts, or at the start, T_0/T_d", range: 0...1.85),
        y: Axis("energy per spin E = H/N of minima"),
        series: kinds.flatMap { name, colour, values -> [Series] in
          let means = means(values)
          return [.line(nil, x, means.map(\.mean), colour), .marks(name, x, means, colour)]
        },
        lines: [.vertical(at: 1, label: "T_d"), .horizontal(at: descents, colour: .black)]))
  }
}
