import Foundation
import Saddlery

extension TopologyTrivialization {
  /// The mean number of minima around m = 1 + δN^{-1/3} against 2 e^{-δ³/3} E e^{δζ}, ζ of the Tracy-Widom
  /// law.
  func window() throws -> Bool {
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
    let data = sizes.map { n -> (curve: [Double], slope: Double, scaled: [[Double]]) in
      let cube = cbrt(Double(n))
      let wrong = exponents.dropFirst().flatMap { a in
        some.map {
          1 + deltas[$0] / cbrt(Double(sizes[0])) * pow(Double(sizes[0]) / Double(n), a)
        }
      }
      let counts = ConfinedFieldCounts.curve(
        confinements: (deltas + [-h, h]).map { 1 + $0 / cube } + wrong, dimension: n
      ).map { $0.byIndex[0].value }
      let curve = Array(counts[..<deltas.count])
      let (below, above) = (counts[deltas.count], counts[deltas.count + 1])
      let rest = counts[(deltas.count + 2)...]
      return (
        curve, -log(above / below) / (2 * h) * cube,
        [some.map { curve[$0] }, Array(rest.prefix(some.count)), Array(rest.suffix(some.count))]
      )
    }
    let centre = deltas.firstIndex(of: 0)!
    let cubes = sizes.map { cbrt(Double($0)) }
    let atOne = data.map { $0.curve[centre] }

    // At m = 1 the weight is 2 exp(-ζ²N^{-1/3}/4 + ...), so 2 - number is N^{-1/3} E ζ²/2 at first.
    var holds = true
    let amplitudes = zip(atOne, cubes).map { (2 - $0) * $1 }
    let slopes = zip(data, cubes).map { $0.slope / $1 }
    print("At m = 1: minima, and the slope -d log(minima)/dm.\n")
    print(head(["N", "minima", "(2 - minima) N^{1/3}", "slope N^{-1/3}"]))
    for i in sizes.indices {
      print(
        row(["\(sizes[i])", text(atOne[i], 5), text(amplitudes[i], 4), text(slopes[i], 4)]))
    }
    let expected = [2, laws[0].expectation { $0 * $0 } / 2, -laws[0].expectation { $0 }]
    let results = [atOne, amplitudes, slopes].map { extrapolated($0, sizes) }
    print(row(["extrapolated"] + results.map { text($0.limit, 4) }))
    print(row(["its last step"] + results.map { text($0.step, 4) }))
    print(row(["theory"] + expected.map { text($0, 4) }))
    for (result, expected) in zip(results, expected) {
      holds = holds && abs(result.limit - expected) <= abs(result.step)
    }

    print("\nLargest |log(minima/limit)|, δ from -1 to 1:\n")
    print(head(["m"] + sizes.map { "N = \($0)" }))
    let names = ["1 + δN^{-1/3}", "control: 1 + δ'N^{-1/2}", "control: 1 + δ'"]
    for (number, name) in names.enumerated() {
      let distances = data.map { one in
        zip(some, one.scaled[number]).map { abs(log($1 / limits[0][$0])) }.max()!
      }
      holds =
        holds
        && (number == 0
          ? zip(distances, distances.dropFirst()).allSatisfy { $0 > $1 }
          : distances[sizes.count - 1] > distances[0])
      print(row([name] + distances.map { text($0, 3) }))
    }
    let ends = deltas.indices.map { j in extrapolated(data.map { log($0.curve[j]) }, sizes) }
    let steps = ends.map { abs($0.step) }.max()!
    let misses = limits.map { limit in zip(ends, limit).map { abs($0.limit - log($1)) }.max()! }
    holds = holds && misses[0] <= steps && misses[1] > steps
    print(
      "\nextrapolated, δ from -1 to 1.5: largest |log(minima/limit)| \(text(misses[0], 4)), last step "
        + "\(text(steps, 4)); control, law of β = 2: \(text(misses[1], 4))")

    var lines = sizes.indices.map { i in
      Series("N = \(sizes[i])", x: deltas, y: data[i].curve, style: .line, colour: .sample(i))
    }
    lines.append(Series("N → ∞, Tracy-Widom", x: deltas, y: limits[0], style: .line))
    lines.append(
      Series("extrapolated", x: deltas, y: ends.map { exp($0.limit) }, colour: .black))
    try Figure(
      title: "In a window N^{-1/3} the number of minima tends to one shape",
      caption: [
        "Gaussian field in a parabola; exact means; limit: 2 exp(-δ³/3) E exp(δζ), ζ of the law of β = 1",
        "extrapolated: the polynomial in N^(-1/3) through the numbers at all N",
      ],
      x: Axis("δ = (m - 1) N^{1/3}"),
      y: Axis("mean number of minima", range: 1...20, tickStep: 2, scale: .logarithmic),
      series: lines
    ).write(
      to: output, name: "window", provenance: confined(seed: nil, "exact mean numbers").comments)
    return holds
  }

  /// At N → ∞ the polynomial in x = N^{-1/3} through all values, and how far it is from the one without the
  /// first size, of x ≤ 1/2. The error is then at most this step as long as coefficients do not grow.
  private func extrapolated(_ values: [Double], _ sizes: [Int]) -> (limit: Double, step: Double) {
    func limit(_ range: Range<Int>) -> Double {
      range.reduce(0) { sum, i in
        sum
          + range.filter { $0 != i }.reduce(values[i]) { product, j in
            product / (1 - cbrt(Double(sizes[j]) / Double(sizes[i])))
          }
      }
    }
    let all = limit(0..<values.count)
    return (all, all - limit(1..<values.count))
  }
}
