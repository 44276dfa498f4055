import ArgumentParser
import Foundation
import Saddlery

/// Rates of critical points and minima by overlap with a signal, from exact counts at finite N against the limit,
/// and the widths of their bands.
struct SpikedTensor: Experiment {
  static let question =
    "Where are the critical points and minima of a spiked tensor, by overlap with the signal?"
  static let claims = [
    "For a strong signal λ critical points are near it or in a band of width λ^{-1/(p-1)} around the equator.",
    "For minima the band has width λ^{-1/(p-2)}.",
  ]
  static let papers = ["BenArousMeiMontanariNica2019"]

  @OptionGroup var options: RunOptions

  @Option(help: "Strength λ of the signal, φ(m) = λ m^3, from 0.001 to 1000.")
  var strength = 2.0

  func validate() throws {
    guard (1e-3...1e3).contains(strength) else {
      throw ValidationError("--strength \(strength) is not valid: give a number from 0.001 to 1000")
    }
  }

  /// One of the two curves: a rate as N → ∞ and the logarithms of the density at each size.
  private struct Curve {
    let name: String
    let theory: (Double) -> Double
    var logs: [[Double]]
    /// What the difference from the limit falls by at least when N doubles.
    let factor: Double
  }

  func report() throws -> Report {
    let model = Mixture.pure(3)
    let signal = try Signal(degree: 3, strength: strength)
    let complexity = SpikedComplexity(model, signal: signal)
    let sizes = quick ? [3, 6, 12, 24] : [6, 12, 24, 48]
    let names = RateComparison.names(sizes)
    let overlaps = (0...34).map { -0.8 + 0.05 * Double($0) }
    let densities = sizes.map { n in
      let density = SpikedOverlapDensity(model, signal: signal, dimension: n)
      return overlaps.map { density.byIndex(overlap: $0) }
    }
    let all = Curve(
      name: "all critical points", theory: { complexity.total(overlap: $0) },
      logs: densities.map { $0.map { log($0.reduce(0, +)) } }, factor: 0.5)
    // Terms of 1/N halve. The most numerous minima are marginal, at the edge of the spectrum, where
    // terms of N^{-2/3} are left: 0.63 when N doubles.
    var minima = Curve(
      name: "minima", theory: { complexity.minima(overlap: $0) },
      logs: densities.map { $0.map { log($0[0]) } }, factor: 0.7)
    // Rounding is 1e-14 of all points: minima rarer than e^{-20} of them are left out.
    for j in overlaps.indices where !(all.logs[3][j] - minima.logs[3][j] < 20) {
      for i in sizes.indices { minima.logs[i][j] = .nan }
    }

    var report = Report()
    var series: [Series] = []
    var data = DataTable(columns: [.init("overlap", overlaps)])
    var table = Table(
      "rates",
      ["", "largest difference of rate and Σ, N = \(names.0)", "N = \(names.1)", "verdict"])
    report.say("p = 3, λ = \(strength)")
    var verdicts: [Verdict] = []
    for (i, curve) in [all, minima].enumerated() {
      let comparison = RateComparison(
        sizes: sizes, logarithms: curve.logs, limits: overlaps.map(curve.theory))
      let differences = comparison.differences
      let verdict = Verdict(
        curve.name, differences: differences, factor: curve.factor, below: quick ? 0.1 : 0.02)
      verdicts.append(verdict)
      table.add([
        curve.name, differences.smaller.text(4), differences.larger.text(4),
        verdict.conclusion.rawValue,
      ])
      data.columns += [
        .init("theory_\(i)", comparison.limits), .init("finite_\(i)", comparison.rates),
      ]
      series += [
        Series(
          "\(curve.name), N → ∞", of: (1..<400).map { -1 + Double($0) / 200 }, colour: .sample(i),
          curve.theory),
        Series("from exact counts", x: overlaps, y: comparison.rates, colour: .sample(i)),
      ]
    }
    report.show(table)
    verdicts.forEach { report.judge($0) }
    if let point = InformativePoint(model, signal: signal) {
      report.say(
        "informative minimum at overlap \(point.overlap.text(4)), energy \(point.energy.text(4))")
      series.append(Series("the minimum at the signal", x: [point.overlap], y: [0]))
    }
    series.append(Series(nil, from: (-1, 0), to: (1, 0)))
    report.show(try bands(model))

    let origin = Provenance(
      model: "\(model.name), signal \(signal)", convention: Mixture.convention, seed: nil,
      notes: ["rates of the mean density in overlap, extrapolated from N = \(names.1)"])
    report.save(data, as: "rates.csv", origin)
    report.save(
      Figure(
        title: "A signal empties the landscape, but for a band around the equator",
        caption: [
          "pure 3-spin with signal -Nλm^3, λ = \(strength); mean number at overlap m ~ exp(N Σ(m))",
          "marks: exact means at N = \(names.1), the power of N in front taken out",
        ],
        x: Axis("overlap with the signal m = σ·u/N", range: -1...1),
        y: Axis("rate Σ(m)", range: -0.8...0.5), series: series), as: "spiked-tensor", origin)
    return report
  }

  /// Edges of the bands of rate at least zero around m = 0, for strong signals.
  private func bands(_ model: Mixture) throws -> Table {
    var table = Table(
      "bands",
      [
        "λ", "all: edge · λ^{1/2}", "minima, m > 0: edge · λ", "minima, m < 0: edge · λ^{1/2}",
      ])
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
      let root = strength.squareRoot()
      table.add([
        strength.text(0), (all * root).text(4), (above * strength).text(4), (below * root).text(4),
      ])
    }
    return table
  }
}
