import ArgumentParser
import Foundation
import Saddlery

/// Rates of critical points and minima by overlap with a signal, from exact counts at finite N against the limit,
/// and the widths of their bands.
struct SpikedTensor: Experiment {
  static let question = "Where are the critical points and minima of a spiked tensor?"
  static let meaning =
    "a signal empties the landscape, but for a band of points that know nothing of it and a minimum beside it"
  static let claims: Claims = [
    "BenArousMeiMontanariNica2019": "Bands of width λ^{-1/(p-1)}, of minima λ^{-1/(p-2)}."
  ]
  static let isSampled = false

  @OptionGroup var options: Options

  @Option(help: "Strength λ of the signal, φ(m) = λ m^3, from 0.001 to 1000.")
  var strength = 2.0

  func validate() throws {
    guard (1e-3...1e3).contains(strength) else {
      throw ValidationError("--strength \(strength) is not valid: give a number from 0.001 to 1000")
    }
  }

  func report() throws -> Report {
    let model = Mixture.pure(3)
    let signal = try Signal(degree: 3, strength: strength)
    let complexity = try SpikedComplexity(model, signal: signal)
    let sizes = quick ? [3, 6, 12, 24] : [6, 12, 24, 48]
    let overlaps = (0...34).map { -0.8 + 0.05 * Double($0) }
    let densities = try sizes.map { n in
      let density = try SpikedOverlapDensity(model, signal: signal, dimension: n)
      return overlaps.map { density.byIndex(overlap: $0) }
    }
    let all = densities.map { $0.map { log($0.reduce(0, +)) } }
    // Rounding is 1e-14 of all points: minima rarer than e^{-20} of them are left out.
    let isResolved = zip(all[3], densities[3]).map { $0 - log($1[0]) < 20 }
    let minima = densities.map { zip($0, isResolved).map { $1 ? log($0[0]) : .nan } }
    // Terms of 1/N halve. The most numerous minima are marginal, at the edge of the spectrum, where
    // terms of N^{-2/3} are left: 0.63 when N doubles.
    let rates = RateComparison(
      [
        .init(
          name: "all critical points", symbol: "all critical points",
          limit: { complexity.total(overlap: $0) },
          logarithms: all, factor: 0.5),
        .init(
          name: "minima", symbol: "minima",
          limit: { complexity.minima(overlap: $0) }, logarithms: minima, factor: 0.7),
      ], sizes: sizes, by: "overlap", at: overlaps, fine: (1..<400).map { -1 + Double($0) / 200 },
      head: ("", "Σ"), below: quick ? 0.1 : 0.02)

    var report = Report(
      "\(model.name), signal \(signal)",
      "rates of the mean density in overlap, extrapolated from N = \(rates.last)", seed: nil)
    var series = rates.series
    report.say("p = 3, λ = \(strength)")
    report.show(rates.table)
    rates.verdicts.forEach { report.judge($0) }
    report.found =
      "rates from exact numbers in a signal of strength \(strength) differ from theory by "
      + "\((rates.worst.max() ?? .nan).text(4)) at most"
    if let point = InformativePoint(model, signal: signal) {
      report.say(
        "informative minimum at overlap \(point.overlap.text(4)), energy \(point.energy.text(4))")
      report.found +=
        ", and that the minimum beside the signal has the overlap \(point.overlap.text(3)) with it"
      series.append(Series("the minimum at the signal", x: [point.overlap], y: [0]))
    }
    series.append(.dashed(nil, [-1, 1], [0, 0]))
    try bands(model, &report)
    report.save("rates.csv", rates.data)
    report.draw(
      "spiked-tensor", title: "A signal empties the landscape, but for a band around the equator",
      caption: [
        "pure 3-spin with signal -Nλm^3, λ = \(strength); mean number at overlap m ~ exp(N Σ(m))",
        "marks: exact means at N = \(rates.last), the power of N in front taken out",
      ], x: Axis("overlap with the signal m = σ·u/N", range: -1...1),
      y: Axis("rate Σ(m)", range: -0.8...0.5), series)
    return report
  }

  /// Edges of the bands of rate at least zero around m = 0, for strong signals.
  private func bands(_ model: Mixture, _ report: inout Report) throws {
    report.table(
      "bands",
      "| λ | all: edge · λ^{1/2} | minima, m > 0: edge · λ | minima, m < 0: edge · λ^{1/2} |")
    for strength in [10.0, 100, 1000, 10_000] {
      let signal = try Signal(degree: 3, strength: strength)
      let complexity = try SpikedComplexity(model, signal: signal)
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
      report.row(
        "| \(strength.text(0)) | \((all * root).text(4)) | \((above * strength).text(4)) "
          + "| \((below * root).text(4)) |")
    }
  }
}
