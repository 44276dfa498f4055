import Foundation
import Saddlery

extension WeightAveraging {
  /// Below which the pure 3-spin does not come to equilibrium as N → ∞: T_d² = p(p-2)^{p-2}/(p-1)^{p-1}.
  static let dynamicalTemperature = 0.75.squareRoot()

  /// Schedules of equal cost.
  func restarts(_ report: inout Report) {
    let plan = Restarts.Plan(
      temperatures: quick ? [0.25, 1.5] : [0.1, 0.25, 0.5, 0.75, 1, 1.5], chains: quick ? 4 : 8,
      cycles: quick ? 4 : 8, steps: quick ? 200 : 500, timeStep: 0.1)
    let (n, seed) = (n, seed)
    let samples = concurrentMap(0..<(quick ? 8 : 20)) { sample in
      Restarts(
        PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample), plan, seed: seed,
        sample: sample)
    }
    func mean(_ values: (Restarts) -> [Double]) -> Estimate {
      Estimate(bySample: samples.map(values))
    }
    let descents = mean { $0.descents.map(\.lowest) }
    report.say(
      "lowest of \(plan.cycles) descents from random points: E = \(descents.text(4)); T_d = \(Self.dynamicalTemperature.text(3))"
    )
    report.table(
      "restarts",
      "| T₀ | T₀/T_d | warm restarts, lowest E | same cycles from random points | one anneal | warm less random, same cycles | warm less descents | same minimum as before | overlap with it | of unrelated minima |"
    )
    for (i, t) in plan.temperatures.enumerated() {
      let (warm, cold) = (mean { $0.warm[i].map(\.lowest) }, mean { $0.cold[i].map(\.lowest) })
      let unrelated = mean { $0.cold[i].flatMap(\.overlaps) }
      let change = mean { zip($0.warm[i], $0.cold[i]).map { $0.lowest - $1.lowest } }
      let gain = mean { zip($0.warm[i], $0.descents).map { $0.lowest - $1.lowest } }
      let same = mean { $0.warm[i].flatMap { $0.isSame.map { $0 ? 1 : 0 } } }
      report.row(
        "| \(t) | \((t / Self.dynamicalTemperature).text(2)) | \(warm.text(4)) | \(cold.text(4)) "
          + "| \(mean { $0.annealed[i] }.text(4)) | \(change.text(4)) | \(gain.text(4)) | \(same.text(3)) "
          + "| \(mean { $0.warm[i].flatMap(\.overlaps) }.text(3)) | \(unrelated.text(3)) |")
    }
    report.check(
      Verdict("ends that are no minima", exceptions: samples.reduce(0) { $0 + $1.exceptions }))
    report.judge("restarts: all ends are minima")
  }
}
