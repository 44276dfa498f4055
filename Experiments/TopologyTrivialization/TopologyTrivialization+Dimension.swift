import Foundation
import Saddlery

extension TopologyTrivialization {
  /// Exact mean numbers against confinement and dimension.
  func dimension(_ report: inout Report) throws {
    let sizes = quick ? [4, 8, 16, 32] : [5, 10, 20, 40, 80]
    let confinements = (4...40).map { Double($0) / 20 }
    func place(_ m: Double) -> Int { Int((20 * m).rounded()) - 4 }
    let counts = try sizes.map {
      try ConfinedFieldCounts.curve(confinements: confinements, dimension: $0)
    }
    let limits = try confinements.map { try ConfinedComplexity(confinement: $0).total }
    let rates = zip(sizes, counts).map { n, curve in
      curve.map { log($0.total.value) / Double(n) }
    }

    let last = sizes.count - 1
    report.say("log(mean number of all points)/N:")
    let columns = sizes.map { "N = \($0)" }.joined(separator: " | ")
    report.table(
      "rates", "| m | \(columns) | from the last three | limit | bound of the difference |")
    for i in [0.3, 0.5, 0.7].map(place) {
      let (m, values) = (confinements[i], rates.map { $0[i] })
      let three = (last - 2)...last
      let rate = extrapolatedRate(
        sizes: Array(sizes[three]), logarithms: three.map { values[$0] * Double(sizes[$0]) })
      // The logarithm is NΣ + (log N)/2 + b + c/N. The rates fall to Σ from above, and c/(4N²), which is
      // left in the extrapolation from N, 2N, 4N, is taken twice for what comes after.
      let c = 1.0 / 12 + m * m / (4 * (1 - m * m) * (1 - m * m))
      let bound = c / (2 * Double(sizes[last - 2] * sizes[last - 2]))
      report.check(
        falling(values + [limits[i]]), Verdict("rate", value: abs(rate - limits[i]), below: bound))
      report.row(
        "| \(m.text(2)) | \(values.map { $0.text(4) }.joined(separator: " | ")) | \(rate.text(5)) "
          + "| \(limits[i].text(5)) | \(bound.text(5)) |")
    }
    func minima(_ m: Double) -> String {
      String(format: "%.3g", counts[last][place(m)].byIndex[0].value)
    }
    report.found =
      "at N = \(sizes[last]) a field in a weak parabola (m = 0.5) has \(minima(0.5)) minima on average, and in a strong one "
      + "(m = 1.5) \(minima(1.5))"
    report.say("mean number of minima / of all points:")
    report.table("numbers", "| m | \(columns) |")
    for m in [0.5, 0.8, 1, 1.25, 1.5, 2] {
      let these = counts.map { $0[place(m)] }
      let (minima, all) = (these.map(\.byIndex[0].value), these.map(\.total.value))
      let cells = zip(minima, all).map { String(format: "%.4g / %.4g", $0, $1) }
      report.row("| \(m.text(2)) | \(cells.joined(separator: " | ")) |")
      // Below 1 both numbers grow with every doubling, above they fall to one.
      for numbers in [minima, all] where m != 1 {
        report.check(m < 1 ? falling(numbers.reversed()) : falling(numbers + [1]))
      }
    }

    let caption = ["Gaussian field in a parabola, H = μ|x|²/2 + V(x), x in R^N; exact means"]
    var lines: [Series] = sizes.indices.map { i in
      .line("N = \(sizes[i])", confinements, rates[i], .sample(i))
    }
    lines.append(.line("N → ∞", confinements, limits))
    lines.append(.dashed(nil, [1, 1], [0, 1.4]))
    report.draw(
      "rates", title: "Exponentially many critical points below m = 1, one above",
      caption: caption, x: Axis("confinement m = μ/μ_c"),
      y: Axis("log(mean number of critical points)/N", range: 0...1.4), lines)
    let dimensions = sizes.map(Double.init)
    let minima: [Series] = [0.5, 0.6, 0.7, 1, 1.25, 1.5].enumerated().map { i, m in
      let numbers = counts.map { $0[place(m)].byIndex[0].value }
      return .line(String(format: "m = %g", m), dimensions, numbers, .sample(i))
    }
    report.draw(
      "dimension", title: "More dimensions: more minima below m = 1, a single one above",
      caption: caption, x: Axis("dimension N"),
      y: Axis("mean number of minima", range: 0.8...1e5, scale: .logarithmic), minima)
  }

  /// Whether each number is below the one before it.
  func falling(_ numbers: [Double]) -> Verdict {
    Verdict("falling", exceptions: zip(numbers, numbers.dropFirst()).count { !($0 > $1) })
  }
}
