import ArgumentParser
import Commands
import Foundation
import Saddlery

/// Exact mean counts of fixed index at finite N against their rates.
struct ComplexityFan: Experiment {
  static let question = "Do mean counts of fixed index grow at the rates that fan out?"
  static let meaning =
    "the numbers of minima and of saddles of few directions grow exponentially, each at the rate that theory gives it"
  static let claims: Claims = [
    "AuffingerBenArousCerny2013": "The mean number of index k up to E grows as exp(N Θ_k(E)).",
    "Choromanska2015": "Layers: minima come first, then saddles of index 1, and so on.",
  ]
  static let isSampled = false

  @OptionGroup var options: Options

  @Option(help: "Degree p, from 3 to 30.")
  var p = 10

  func validate() throws {
    guard (3...30).contains(p) else {
      throw ValidationError("--p \(p) is not valid: give a degree from 3 to 30")
    }
  }

  func report() throws -> Report {
    let model = Mixture.pure(p)
    let complexity = try AnnealedComplexity(model)
    let edge = try LimitingIndexCurve(model).threshold
    guard let ground = complexity.groundState() else { throw Failure.incomplete("no ground state") }
    let indices = 0...3
    let sizes = quick ? [6, 12, 24, 48] : [15, 30, 60, 120]
    let energies = grid(-ground...(-edge), 12)
    let logs = try sizes.map { try logCounts(model, $0, energies, indices) }
    // Corrections of order 1/N are left, so the difference must halve.
    let curves = indices.map { k in
      RateComparison.Curve(
        name: "\(k)", symbol: "Θ_{\(k)}",
        limit: { complexity.fixedIndex(k, energy: $0) }, logarithms: logs.map { $0.map { $0[k] } },
        factor: 0.5)
    }
    let bound = quick ? 0.1 : 0.02
    let rates = RateComparison(
      curves, sizes: sizes, by: "energy", at: energies, fine: grid(-1.02 * ground...(-edge), 200),
      head: (" k", "Θ_k"), below: bound)

    let note = "rates of counts with energy at most E, extrapolated from N = \(rates.last)"
    var report = Report(model.name, note, seed: nil)
    report.say("p = \(p): -E_0 = \((-ground).text(5)), -E∞ = \((-edge).text(5))")
    report.show(rates.table)
    let miss = rates.worst.max() ?? .nan
    report.found =
      "growth rates from exact numbers at N = \(rates.last) differ from the predicted ones by \(miss.text(4)) at most"
    rates.verdicts.forEach { report.judge($0) }
    report.say("one verdict for each index; reproduced means halved and below \(bound)")
    report.save("rates.csv", rates.data)
    let ends = Series.dashed(
      "-E_0 and -E_∞", [-ground, -ground, .nan, -edge, -edge], [-0.1, 0.35, .nan, -0.1, 0.35])
    report.draw(
      "complexity-fan", title: "Complexity of fixed index fans out above the ground state",
      caption: [
        "pure \(p)-spin; mean number of points of index k with energy at most E ~ exp(N Θ_k(E))",
        "marks: exact means at N = \(rates.last), the power of N in front taken out",
      ], x: Axis("energy per spin E = H/N"), y: Axis("rate Θ_k(E)"), rates.series + [ends])
    return report
  }

  /// log of the mean number of points of each index with energy at most E, per energy.
  private func logCounts(
    _ model: Mixture, _ n: Int, _ energies: [Double], _ indices: ClosedRange<Int>
  ) throws -> [[Double]] {
    let density = try CriticalPointDensity(model, dimension: n)
    // Simpson's rule between neighbouring energies, from far below the first one.
    let panels = 16
    var counts = [Double](repeating: 0, count: indices.count)
    return energies.enumerated().map { i, energy in
      let start = i == 0 ? energy - 0.6 : energies[i - 1]
      let count = i == 0 ? 6 * panels : panels
      let h = (energy - start) / Double(count)
      for j in 0...count {
        let weight = j == 0 || j == count ? 1.0 : j.isMultiple(of: 2) ? 2 : 4
        let values = density.byIndex(energy: start + h * Double(j))
        for k in indices { counts[k] += weight * h / 3 * values[k] }
      }
      return counts.map { log($0) }
    }
  }
}
