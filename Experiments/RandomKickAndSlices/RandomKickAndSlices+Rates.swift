import Foundation
import Saddlery

extension RandomKickAndSlices {
  /// Rates of semicircles that grow, from exact chances, beside their limit and beside that of the normal law; and those of
  /// saddles.
  func rates(_ groups: [[ProbedSaddle]], _ report: inout Report) {
    let threshold = 2 * (2.0 / 3).squareRoot()
    let law = DescentChance(p: 3, n: 1)
    let sizes = [100, 200, 400, 800]
    let energies = grid(0.1...0.85, 15).map { -$0 * threshold }
    let logs = concurrentMap(0..<sizes.count) { i in
      energies.map { -Self.semicircle(size: sizes[i], energy: $0).logarithm }
    }
    func curve(_ symbol: String, _ limit: @escaping (Double) -> Double) -> RateComparison.Curve {
      .init(name: symbol, symbol: symbol, limit: limit, logarithms: logs, factor: 0.9)
    }
    let fine = grid(0...0.995, 400).map { -$0 * threshold }
    let comparison = RateComparison(
      [
        curve("freezing below -E∞/2") { law.rate(energy: $0) },
        curve("normal law, μ²/4") { law.normalRate(energy: $0) },
      ], sizes: sizes, by: "energy", at: energies, fine: fine, head: (" limit", rate: "limit"),
      below: 0.01)
    report.show(comparison.table)
    report.check(comparison.verdicts[0])
    let control = Verdict(
      control: "the normal law's rate at all energies", [comparison.verdicts[1]])
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("rate of -ln P")
    report.save("semicircle-rates.csv", comparison.data)
    drawRates(groups, fine, law, &report)
  }

  /// The chance at a spectrum of semicircle quantiles, (i + 1/2)/n.
  private static func semicircle(size n: Int, energy: Double) -> NegativeForm {
    let (centre, radius) = (3 * abs(energy), 2 * 6.0.squareRoot())
    let law = SemicircleLaw.unit
    let eigenvalues = (0..<n).map { i -> Double in
      let share = (Double(i) + 0.5) / Double(n)
      var (low, high) = (-1.0, 1.0)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if law.distribution(middle) < share { low = middle } else { high = middle }
      }
      return centre + radius * low
    }
    return NegativeForm(eigenvalues: eigenvalues)
  }
}
