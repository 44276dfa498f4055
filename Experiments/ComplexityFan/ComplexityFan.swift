import ArgumentParser
import Foundation
import Saddlery

/// Do exact mean counts of fixed index grow with N at the rates Θ_k that fan out between -E_0 and
/// -E∞? See README.md.
@main
struct ComplexityFan: ParsableCommand {
  @Flag(help: "Smaller sizes, a few seconds.")
  var quick = false

  @Option(help: "Degree p.")
  var p = 10

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/ComplexityFan/results"

  func run() throws {
    let model = Mixture.pure(p)
    let complexity = AnnealedComplexity(model)
    let edge = LimitingIndexCurve(model).threshold
    guard let ground = complexity.groundState() else { throw ExitCode(1) }
    let indices = 0...3
    let sizes = quick ? [6, 12, 24, 48] : [15, 30, 60, 120]
    let energies = (0...12).map { -ground + (ground - edge) * Double($0) / 12 }
    let logs = sizes.map { logCounts(model, $0, energies, indices) }

    let fine = (0...200).map { -1.02 * ground + (1.02 * ground - edge) * Double($0) / 200 }
    var series: [Series] = []
    var table = DataTable(columns: [.init("energy", energies)])
    print(String(format: "p = %d: -E_0 = %.5f, -E∞ = %.5f\n", p, -ground, -edge))
    print(
      "| k | largest |rate - Θ_k|, N = \(text(sizes.dropLast())) | N = \(text(sizes.dropFirst())) "
        + "| verdict |")
    print("|---|---|---|---|")
    let bound = quick ? 0.1 : 0.02
    var isContradicted = false
    for k in indices {
      let theory = energies.map { complexity.fixedIndex(k, energy: $0) }
      let perTriple = [sizes.dropLast(), sizes.dropFirst()].map { triple in
        energies.indices.map { i in
          extrapolatedRate(
            sizes: Array(triple),
            logarithms: triple.map { logs[sizes.firstIndex(of: $0)!][i][k] })
        }
      }
      let worst = perTriple.map { rates in zip(rates, theory).map { abs($0 - $1) }.max()! }
      // Corrections of order 1/N are left, so the difference must halve; only below the bound does
      // that reproduce the rate.
      let isConverging = worst[1] <= 0.5 * worst[0]
      let verdict =
        !isConverging ? "contradicted" : worst[1] < bound ? "reproduced" : "consistent"
      isContradicted = isContradicted || !isConverging
      print(String(format: "| %d | %.4f | %.4f | ", k, worst[0], worst[1]) + verdict + " |")
      let rates = perTriple[1]
      table.columns += [.init("theory_\(k)", theory), .init("finite_\(k)", rates)]
      let colour = Colour.sample(k)
      series.append(
        Series(
          "Θ_{\(k)}, N → ∞", x: fine, y: fine.map { complexity.fixedIndex(k, energy: $0) },
          style: .line, colour: colour))
      series.append(
        Series("from exact counts, index \(k)", x: energies, y: rates, colour: colour))
    }
    series.append(
      Series(
        "-E_0 and -E_∞", x: [-ground, -ground, .nan, -edge, -edge],
        y: [-0.1, 0.35, .nan, -0.1, 0.35], style: .dashedLine, colour: .grey))
    let names = text(sizes.dropFirst())
    let origin = Provenance(
      model: model.name, convention: Mixture.convention, seed: nil,
      notes: ["rates of counts with energy at most E, extrapolated from N = \(names)"])
    table.comments = origin.comments
    try OutputFolder(output).write([("rates.csv", table.csv())])
    try Figure(
      title: "Complexity of fixed index fans out above the ground state",
      caption: [
        "pure \(p)-spin; mean number of points of index k with energy at most E ~ exp(N Θ_k(E))",
        "marks: exact means at N = \(names), the power of N in front taken out",
      ],
      x: Axis("energy per spin E = H/N"), y: Axis("rate Θ_k(E)"), series: series
    ).write(to: output, name: "complexity-fan", provenance: origin.comments)

    print("\nverdict: one for each index; reproduced means halved and below \(bound)")
    if isContradicted { throw ExitCode(1) }
  }

  private func text(_ sizes: ArraySlice<Int>) -> String {
    sizes.map(String.init).joined(separator: ", ")
  }

  /// log of the mean number of points of each index with energy at most E, per energy.
  private func logCounts(
    _ model: Mixture, _ n: Int, _ energies: [Double], _ indices: ClosedRange<Int>
  ) -> [[Double]] {
    let density = CriticalPointDensity(model, dimension: n)
    // Simpson's rule between neighbouring energies, from far below the first one.
    let panels = 16
    var counts = [Double](repeating: 0, count: indices.count)
    var result: [[Double]] = []
    for (i, energy) in energies.enumerated() {
      let start = i == 0 ? energy - 0.6 : energies[i - 1]
      let count = i == 0 ? 6 * panels : panels
      let h = (energy - start) / Double(count)
      for j in 0...count {
        let weight = j == 0 || j == count ? 1.0 : j.isMultiple(of: 2) ? 2 : 4
        let values = density.byIndex(energy: start + h * Double(j))
        for k in indices { counts[k] += weight * h / 3 * values[k] }
      }
      result.append(counts.map { log($0) })
    }
    return result
  }
}
