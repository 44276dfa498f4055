import ArgumentParser
import Foundation
import Saddlery

/// Exact mean counts of fixed index at finite N against their rates.
struct ComplexityFan: Experiment {
  static let question =
    "Do mean counts of fixed index grow with N at the rates that fan out above the ground state?"
  static let claims = [
    "The mean number of points of index k with energy at most E grows as exp(N Θ_k(E)).",
    "The Θ_k are ordered in k, vanish at -E_k and meet at -E∞.",
  ]
  static let papers = ["AuffingerBenArousCerny2013", "Choromanska2015"]

  @OptionGroup var options: RunOptions

  @Option(help: "Degree p, from 3 to 30.")
  var p = 10

  func validate() throws {
    guard (3...30).contains(p) else {
      throw ValidationError("--p \(p) is not valid: give a degree from 3 to 30")
    }
  }

  func report() throws -> Report {
    let model = Mixture.pure(p)
    let complexity = AnnealedComplexity(model)
    let edge = LimitingIndexCurve(model).threshold
    guard let ground = complexity.groundState() else {
      throw Failure(message: "no ground state of \(model.name)", status: 70)
    }
    let indices = 0...3
    let sizes = quick ? [6, 12, 24, 48] : [15, 30, 60, 120]
    let names = RateComparison.names(sizes)
    let energies = grid(-ground...(-edge), 12)
    let logs = sizes.map { logCounts(model, $0, energies, indices) }

    var report = Report()
    var series: [Series] = []
    var data = DataTable(columns: [.init("energy", energies)])
    var table = Table(
      "rates",
      ["k", "largest difference of rate and Θ_k, N = \(names.0)", "N = \(names.1)", "verdict"])
    report.say("p = \(p): -E_0 = \((-ground).text(5)), -E∞ = \((-edge).text(5))")
    let bound = quick ? 0.1 : 0.02
    var verdicts: [Verdict] = []
    for k in indices {
      let theory = { complexity.fixedIndex(k, energy: $0) }
      let comparison = RateComparison(
        sizes: sizes, logarithms: logs.map { $0.map { $0[k] } }, limits: energies.map(theory))
      // Corrections of order 1/N are left, so the difference must halve.
      let differences = comparison.differences
      let verdict = Verdict("index \(k)", differences: differences, factor: 0.5, below: bound)
      verdicts.append(verdict)
      table.add([
        "\(k)", differences.smaller.text(4), differences.larger.text(4),
        verdict.conclusion.rawValue,
      ])
      data.columns += [
        .init("theory_\(k)", comparison.limits), .init("finite_\(k)", comparison.rates),
      ]
      series += [
        Series(
          "Θ_{\(k)}, N → ∞", of: grid(-1.02 * ground...(-edge), 200), colour: .sample(k), theory),
        Series(
          "from exact counts, index \(k)", x: energies, y: comparison.rates, colour: .sample(k)),
      ]
    }
    report.show(table)
    verdicts.forEach { report.judge($0) }
    report.say("reproduced means halved and below \(bound)")

    series.append(
      Series(
        "-E_0 and -E_∞", x: [-ground, -ground, .nan, -edge, -edge],
        y: [-0.1, 0.35, .nan, -0.1, 0.35], style: .dashedLine, colour: .grey))
    let origin = Provenance(
      model: model.name, convention: Mixture.convention, seed: nil,
      notes: ["rates of counts with energy at most E, extrapolated from N = \(names.1)"])
    report.save(data, as: "rates.csv", origin)
    report.save(
      Figure(
        title: "Complexity of fixed index fans out above the ground state",
        caption: [
          "pure \(p)-spin; mean number of points of index k with energy at most E ~ exp(N Θ_k(E))",
          "marks: exact means at N = \(names.1), the power of N in front taken out",
        ],
        x: Axis("energy per spin E = H/N"), y: Axis("rate Θ_k(E)"), series: series),
      as: "complexity-fan", origin)
    return report
  }

  /// log of the mean number of points of each index with energy at most E, per energy.
  private func logCounts(
    _ model: Mixture, _ n: Int, _ energies: [Double], _ indices: ClosedRange<Int>
  ) -> [[Double]] {
    let density = CriticalPointDensity(model, dimension: n)
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
