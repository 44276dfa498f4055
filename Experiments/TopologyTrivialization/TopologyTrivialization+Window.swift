import Foundation
import Saddlery

extension TopologyTrivialization {
  /// The mean number of minima around m = 1 + δN^{-1/3} against 2 e^{-δ³/3} E e^{δζ}, ζ of the Tracy-Widom
  /// law.
  func window(_ report: inout Report) throws {
    let sizes = quick ? [8, 16, 32] : [10, 20, 40, 80, 160]
    let deltas = stride(from: -1, through: 1.5, by: quick ? 0.5 : 0.125).map { $0 }
    let laws = try [1, 2].map { try TracyWidomLaw(beta: $0) }
    let limits = laws.map { law in
      deltas.map { δ in 2 * exp(-δ * δ * δ / 3) * law.expectation { exp(δ * $0) } }
    }
    // For the wrong scalings, which agree with the right one at the first size.
    let some = deltas.indices.filter {
      deltas[$0] <= 1 && (2 * deltas[$0]).rounded() == 2 * deltas[$0]
    }
    let exponents = [1.0 / 3, 0.5, 0]
    let h = 1e-3
    let data = try sizes.map { n -> (curve: [Double], slope: Double, scaled: [[Double]]) in
      let cube = cbrt(Double(n))
      let wrong = exponents.dropFirst().flatMap { a in
        let scale = pow(Double(sizes[0]) / Double(n), a)
        return some.map { 1 + deltas[$0] / cbrt(Double(sizes[0])) * scale }
      }
      let counts = try ConfinedFieldCounts.curve(
        confinements: (deltas + [-h, h]).map { 1 + $0 / cube } + wrong, dimension: n
      ).map { $0.byIndex[0].value }
      let (curve, rest) = (Array(counts[..<deltas.count]), counts[deltas.count...].dropFirst(2))
      let slope = -log(counts[deltas.count + 1] / counts[deltas.count]) / (2 * h) * cube
      let scaled =
        [some.map { curve[$0] }]
        + [rest.prefix(some.count), rest.suffix(some.count)].map(Array.init)
      return (curve, slope, scaled)
    }
    let centre = deltas.firstIndex(of: 0)!
    let cubes = sizes.map { cbrt(Double($0)) }
    let atOne = data.map { $0.curve[centre] }

    // At m = 1 the weight is 2 exp(-ζ²N^{-1/3}/4 + ...), so 2 - number is N^{-1/3} E ζ²/2 at first.
    let amplitudes = zip(atOne, cubes).map { (2 - $0) * $1 }
    let slopes = zip(data, cubes).map { $0.slope / $1 }
    report.say("At m = 1: minima, and the slope -d log(minima)/dm.")
    report.table("amplitude", "| N | minima | (2 - minima) N^{1/3} | slope N^{-1/3} |")
    for i in sizes.indices {
      report.row(
        "| \(sizes[i]) | \(atOne[i].text(5)) | \(amplitudes[i].text(4)) | \(slopes[i].text(4)) |")
    }
    let expected = [2, laws[0].expectation { $0 * $0 } / 2, -laws[0].expectation { $0 }]
    let results = [atOne, amplitudes, slopes].map { extrapolated($0, sizes) }
    for (name, values) in [
      ("extrapolated", results.map(\.limit)), ("its last step", results.map(\.step)),
      ("theory", expected),
    ] { report.row("| \(name) | \(values.map { $0.text(4) }.joined(separator: " | ")) |") }
    for (result, theory) in zip(results, expected) {
      let miss = abs(result.limit - theory)
      report.check(Verdict("at m = 1", value: miss, below: abs(result.step)))
    }

    report.say("Largest |log(minima/limit)|, δ from -1 to 1:")
    let columns = sizes.map { "N = \($0)" }.joined(separator: " | ")
    report.table("distances", "| m | \(columns) |")
    let names = ["1 + δN^{-1/3}", "control: 1 + δ'N^{-1/2}", "control: 1 + δ'"]
    for (number, name) in names.enumerated() {
      let distances = data.map { one in
        zip(some, one.scaled[number]).map { abs(log($1 / limits[0][$0])) }.max()!
      }
      let end = distances[sizes.count - 1]
      report.check(
        number == 0 ? falling(distances) : Verdict(name, value: end, above: distances[0]))
      report.row("| \(name) | \(distances.map { $0.text(3) }.joined(separator: " | ")) |")
    }
    let ends = deltas.indices.map { j in extrapolated(data.map { log($0.curve[j]) }, sizes) }
    let steps = ends.map { abs($0.step) }.max()!
    let misses = limits.map { limit in zip(ends, limit).map { abs($0.limit - log($1)) }.max()! }
    report.check(
      Verdict("shape", value: misses[0], below: steps),
      Verdict("control: law of β = 2", value: misses[1], above: steps))
    report.say(
      "extrapolated, δ from -1 to 1.5: largest |log(minima/limit)| \(misses[0].text(4)), last step "
        + "\(steps.text(4)); control, law of β = 2: \(misses[1].text(4))")

    var lines: [Series] = sizes.indices.map { i in
      .line("N = \(sizes[i])", deltas, data[i].curve, .sample(i))
    }
    lines.append(.line("N → ∞, Tracy-Widom", deltas, limits[0]))
    lines.append(Series("extrapolated", x: deltas, y: ends.map { exp($0.limit) }))
    report.draw(
      "window", title: "In a window N^{-1/3} the number of minima tends to one shape",
      caption: [
        "Gaussian field in a parabola; exact means; limit: 2 exp(-δ³/3) E exp(δζ), ζ of the law of β = 1",
        "extrapolated: the polynomial in N^(-1/3) through the numbers at all N",
      ], x: Axis("δ = (m - 1) N^{1/3}"),
      y: Axis("mean number of minima", range: 1...20, tickStep: 2, scale: .logarithmic), lines)
  }

  /// At N → ∞ the polynomial in x = N^{-1/3} through all values, and how far it is from the one without the
  /// first size, of x ≤ 1/2. The error is then at most this step as long as coefficients do not grow.
  private func extrapolated(_ values: [Double], _ sizes: [Int]) -> (limit: Double, step: Double) {
    func limit(_ range: Range<Int>) -> Double {
      range.reduce(0) { sum, i in
        let others = range.filter { $0 != i }.map { 1 - cbrt(Double(sizes[$0]) / Double(sizes[i])) }
        return sum + others.reduce(values[i], /)
      }
    }
    let all = limit(0..<values.count)
    return (all, all - limit(1..<values.count))
  }
}
