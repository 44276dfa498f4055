import ArgumentParser
import Foundation
import Saddlery

/// What gradient descent is near to on its way down the 3-spin: saddles, or nothing.
struct FloatingBetweenSaddles: Experiment {
  static let question =
    "Is gradient descent nearly always close to a saddle, floating between them?"
  static let meaning =
    "descent is far from every saddle until it comes to its end"
  static let claims: Claims = [
    "ours":
      "Heard of networks: one is nearly always close to a saddle, and floats between saddles.",
    "KurchanLaloux1996": "Descent in high dimension is slow by ever flatter ways, not by barriers.",
    "CugliandoloKurchan1993": "The energy goes to its threshold as a power of time, p-spin.",
  ]

  @OptionGroup var options: Options

  /// False positives of each family of checks.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "pure 3-spin", "gradient flow dσ/dt = -grad H from random points", seed: seed)
    let threshold = try LimitingIndexCurve(.pure(3)).threshold
    let last = quick ? 16.0 : 64
    let halves = Int((2 * log2(last / 0.125)).rounded())
    let times = [0] + (0...halves).map { 0.125 * pow(2, Double($0) / 2) }
    let theory = MeanFieldDescent(.pure(3), time: last / 2, steps: quick ? 320 : 1280)
    let plan: [(n: Int, samples: Int, starts: Int)] =
      quick ? [(30, 8, 4), (60, 6, 4)] : [(100, 48, 4), (300, 16, 4)]
    let seed = seed
    let groups = plan.enumerated().map { i, size in
      concurrentMap(0..<size.samples) {
        Fall(
          n: size.n, sample: 1000 * i + $0, starts: size.starts, times: times, seed: seed)
      }
    }
    start(groups, &report)
    try indices(groups, &report)
    beside(n: plan[0].n, &report)
    try distances(groups, &report)
    dips(n: plan[0].n, &report)
    descent(groups, theory, threshold, &report)
    return report
  }

  /// Random points: |g|²/N is p(N-1)/N in the mean, exactly.
  private func start(_ groups: [[Fall]], _ report: inout Report) {
    report.table("start", #"| N | \|g\|²/N at random points | exact | z | control: p = 4 |"#)
    for falls in groups {
      let n = Double(falls[0].n)
      let measured = falls.mean { $0.squares[0] }
      func verdict(_ p: Double) -> Verdict {
        Verdict(
          "N = \(falls[0].n): |g|²/N", measured, expectation: p * (n - 1) / n,
          falsePositiveRate: Self.rate / Double(groups.count))
      }
      let control = Verdict(control: "p = 4", [verdict(4)])
      report.check(verdict(3), control)
      report.row(
        "| \(falls[0].n) | \(measured.text(3)) | \((3 * (n - 1) / n).text(3)) "
          + "| \(verdict(3).z.text(1)) | \(control.rejection) |")
    }
    report.judge("random points have the largest gradients: |g|²/N = p(N-1)/N")
  }

  /// On the way the index is that of the energy.
  private func indices(_ groups: [[Fall]], _ report: inout Report) throws {
    let curve = try LimitingIndexCurve(.pure(3))
    func worst(_ falls: [Fall], _ law: (Double) -> Double) -> Double {
      falls[0].times.indices.map { i in
        abs(falls.mean { zip($0.fractions[i], $0.energies[i]).map { $0 - law($1) } }.mean)
      }.max()!
    }
    report.table(
      "index", "| N | largest mean deviation from F(E/E_∞) | control: from (1 + E/E_∞)/2 |")
    for falls in groups {
      let own = worst(falls) { curve.indexFraction(energy: $0) }
      let straight = worst(falls) { max(0, (1 + $0 / curve.threshold) / 2) }
      let bound = quick ? 0.04 : 0.02
      let control = Verdict(
        control: "a straight line", [Verdict("line", value: straight, below: bound)])
      report.check(Verdict("N = \(falls[0].n)", value: own, below: bound), control)
      report.row(
        "| \(falls[0].n) | \(own.text(4)) | \(straight.text(4)), \(control.rejection) |")
    }
    report.judge("on the way down the index is the semicircle's at the energy, within 0.02")
  }
}
