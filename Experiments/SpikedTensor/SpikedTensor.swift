import ArgumentParser
import Foundation
import Saddlery

/// Where are the critical points and minima of a spiked tensor, by overlap with the signal? Rates from
/// exact counts at finite N against the limit N → ∞, and the widths of their bands. See README.md.
@main
struct SpikedTensor: ParsableCommand {
  @Flag(help: "Smaller sizes, a few seconds.")
  var quick = false

  @Option(help: "Strength λ of the signal, φ(m) = λ m^3.")
  var strength = 2.0

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/SpikedTensor/results"

  /// One of the two curves: a rate as N → ∞ and the logarithms of the density at each size.
  private struct Curve {
    let name: String
    let colour: Colour
    let theory: (Double) -> Double
    let logs: [[Double]]
  }

  func run() throws {
    let model = Mixture.pure(3)
    let signal = try Signal(degree: 3, strength: strength)
    let complexity = SpikedComplexity(model, signal: signal)
    let sizes = quick ? [3, 6, 12, 24] : [6, 12, 24, 48]
    let overlaps = (0...34).map { -0.8 + 0.05 * Double($0) }
    let densities = sizes.map { n in
      let density = SpikedOverlapDensity(model, signal: signal, dimension: n)
      return overlaps.map { density.byIndex(overlap: $0) }
    }
    let curves = [
      Curve(
        name: "all critical points", colour: .sample(0), theory: { complexity.total(overlap: $0) },
        logs: densities.map { $0.map { log($0.reduce(0, +)) } }),
      Curve(
        name: "minima", colour: .sample(1), theory: { complexity.minima(overlap: $0) },
        logs: densities.map { $0.map { log($0[0]) } }),
    ]

    var series: [Series] = []
    var table = DataTable(columns: [.init("overlap", overlaps)])
    var isContradicted = false
    print("p = 3, λ = \(strength)\n")
    print(
      "| | largest |rate - Σ|, N = \(text(sizes.dropLast())) | N = \(text(sizes.dropFirst())) "
        + "| verdict |\n|---|---|---|---|")
    // Rounding is 1e-14 of all points: minima rarer than e^{-20} of them are left out.
    let isResolved = overlaps.indices.map { j in
      curves[0].logs[3][j] - curves[1].logs[3][j] < 20
    }
    let fine = (1..<400).map { -1 + Double($0) / 200 }
    for (i, curve) in curves.enumerated() {
      let theory = overlaps.map(curve.theory)
      let rates = [0, 1].map { first in
        overlaps.indices.map { j in
          i == 0 || isResolved[j]
            ? extrapolatedRate(
              sizes: Array(sizes[first..<(first + 3)]),
              logarithms: curve.logs[first..<(first + 3)].map { $0[j] }) : .nan
        }
      }
      let worst = rates.map {
        zip($0, theory).map { abs($0 - $1) }.filter { !$0.isNaN }.max() ?? .nan
      }
      // Terms of 1/N halve. The most numerous minima are marginal, at the edge of the spectrum, where
      // terms of N^{-2/3} are left: 0.63 when N doubles.
      let isConverging = worst[1] <= (i == 0 ? 0.5 : 0.7) * worst[0]
      let isClose = worst[1] < (quick ? 0.1 : 0.02)
      isContradicted = isContradicted || !isConverging
      print(
        "| \(curve.name) | " + String(format: "%.4f | %.4f | ", worst[0], worst[1])
          + (!isConverging ? "contradicted" : isClose ? "reproduced" : "consistent") + " |")
      table.columns += [.init("theory_\(i)", theory), .init("finite_\(i)", rates[1])]
      series.append(
        Series(
          "\(curve.name), N → ∞", x: fine, y: fine.map(curve.theory), style: .line,
          colour: curve.colour))
      series.append(
        Series("from exact counts", x: overlaps, y: rates[1], colour: curve.colour))
    }
    if let point = InformativePoint(model, signal: signal) {
      print(
        String(
          format: "\ninformative minimum at overlap %.4f, energy %.4f", point.overlap, point.energy)
      )
      series.append(
        Series("the minimum at the signal", x: [point.overlap], y: [0], colour: .black))
    }
    series.append(
      Series(nil, x: [-1, 1], y: [0, 0], style: .dashedLine, colour: .grey))
    try bands(model)

    let names = text(sizes.dropFirst())
    let origin = Provenance(
      model: "\(model.name), signal \(signal)", convention: Mixture.convention, seed: nil,
      notes: ["rates of the mean density in overlap, extrapolated from N = \(names)"])
    table.comments = origin.comments
    try OutputFolder(output).write([("rates.csv", table.csv())])
    try Figure(
      title: "A signal empties the landscape, but for a band around the equator",
      caption: [
        "pure 3-spin with signal -Nλm^3, λ = \(strength); mean number at overlap m ~ exp(N Σ(m))",
        "marks: exact means at N = \(names), the power of N in front taken out",
      ],
      x: Axis("overlap with the signal m = σ·u/N", range: -1...1),
      y: Axis("rate Σ(m)", range: -0.8...0.5), series: series
    ).write(to: output, name: "spiked-tensor", provenance: origin.comments)
    if isContradicted { throw ExitCode(1) }
  }

  /// Edges of the bands of rate at least zero around m = 0, for strong signals.
  private func bands(_ model: Mixture) throws {
    print("\n| λ | all: edge · λ^{1/2} | minima, m > 0: edge · λ | minima, m < 0: edge · λ^{1/2} |")
    print("|---|---|---|---|")
    for strength in [10.0, 100, 1000, 10_000] {
      let complexity = SpikedComplexity(
        model, signal: try Signal(degree: 3, strength: strength))
      func edge(_ direction: Double, _ rate: (Double) -> Double) -> Double {
        // From the equator outwards, in steps well below the width of either band.
        let step = 0.002 / strength
        var m = 0.0
        while rate(direction * (m + max(step, 0.002 * m))) >= 0 { m += max(step, 0.002 * m) }
        return m
      }
      let all = edge(1) { complexity.total(overlap: $0) }
      let above = edge(1) { complexity.minima(overlap: $0) }
      let below = edge(-1) { complexity.minima(overlap: $0) }
      print(
        String(
          format: "| %.0f | %.4f | %.4f | %.4f |", strength, all * strength.squareRoot(),
          above * strength, below * strength.squareRoot()))
    }
  }

  private func text(_ sizes: ArraySlice<Int>) -> String {
    sizes.map(String.init).joined(separator: ", ")
  }
}
