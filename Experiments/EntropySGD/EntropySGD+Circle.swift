import Foundation
import Saddlery

extension EntropySGD {
  /// Minima of minus the local entropy of Gaussian fields on a circle, covariance A² exp(-r²/2), by the Gaussian's width.
  ///
  /// For small A it is a Gaussian field again, f smoothed, of correlation length √(1 + 2/γ), and Rice's formula counts its minima:
  ///
  ///     share = 1/√(1 + 2/γ), which is a half at γ^{-1/2} = √(3/2).
  func circle(_ report: inout Report) throws {
    let (length, points) = (32.0, 512)
    let amplitudes = quick ? [0.03, 3] : [0.03, 1, 3]
    let widths =
      quick ? [0.25, 0.5, 1, 1.5, 2] : [0.15, 0.25, 0.375, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
    let sampler = try TorusSampler(
      IsotropicCovariance.squaredExponential(), dimension: 1, length: length, tolerance: 1e-10)
    let places = Matrix<Double>(
      columns: (0..<points).map { [length * Double($0) / Double(points)] })
    let entropies = widths.map { LocalEntropy(points: points, length: length, width: $0) }
    let seed = seed
    /// Of each sample the number of minima of f, and for each amplitude those by width.
    let counts = concurrentMap(0..<(quick ? 40 : 400)) { sample -> (Double, [[Double]]) in
      let jets = sampler.sample(seed: seed, sample: sample).jets(at: places, upTo: .gradient)
      let bare = LocalEntropy.minima(slopes: jets.gradients.elements)
      return (
        Double(bare),
        amplitudes.map { a in
          let f = jets.values.map { a * $0 }
          return entropies.map { Double($0.minima(f)) }
        }
      )
    }
    let bare = Estimate(independent: counts.map(\.0))
    let rice = length * 3.squareRoot() / (2 * .pi)
    report.say("minima of f: \(bare.text(3)), by Rice's formula \(rice.text(3))")
    report.check(
      Verdict("minima of f", bare, expectation: rice, falsePositiveRate: Self.rate))

    func share(_ width: Double) -> Double { 1 / (1 + 2 * width * width).squareRoot() }
    func count(_ a: Int, _ w: Int) -> Estimate {
      Estimate(independent: counts.map { $0.1[a][w] })
    }
    report.table(
      "circle",
      "| γ^{-1/2} | share of minima left, A → 0, exact | "
        + amplitudes.map { "A = \($0)" }.joined(separator: " | ") + " | z of A = \(amplitudes[0]) |"
    )
    var wrong: [Verdict] = []
    for (w, width) in widths.enumerated() {
      let each = Self.rate / Double(widths.count)
      let verdict = Verdict(
        "width \(width)", count(0, w), expectation: rice * share(width), falsePositiveRate: each)
      report.check(verdict)
      wrong.append(
        Verdict(
          "width \(width)", count(0, w), expectation: rice * share(width / 2.squareRoot()),
          falsePositiveRate: each))
      let shares = amplitudes.indices.map { a in
        let share = count(a, w)
        return "\((share.mean / rice).text(3)) ± \((share.standardError / rice).text(3))"
      }
      report.row(
        "| \(width) | \(share(width).text(3)) | \(shares.joined(separator: " | ")) | \(verdict.z.text(1)) |"
      )
    }
    let control = Verdict(control: "a Gaussian of half the variance", wrong)
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("one dimension: the local entropy has as few minima as the smoothed field, A → 0")

    report.table("half", "| A | half of the minima are left at γ^{-1/2} = |")
    report.row("| → 0, exact | \(1.5.squareRoot().text(3)) |")
    for (a, amplitude) in amplitudes.enumerated() {
      let half = Self.half(
        widths,
        widths.indices.map { w in
          Estimate(independent: counts.map { $0.1[a][w] - $0.0 / 2 })
        })
      report.row("| \(amplitude) | \(half.value.text(3)) ± \(half.error.text(3)) |")
      report.check(
        Verdict(
          "A = \(amplitude): half below two correlation lengths", value: half.value, below: 2),
        Verdict("A = \(amplitude): half above half of one", value: half.value, above: 0.5))
    }
    report.judge(
      "one dimension: half of the minima are gone at a correlation length, to a factor of 2")

    let fine = grid(0...4.2, 84)
    report.draw(
      "circle", title: "Local entropy has fewer minima, the wider its Gaussian",
      caption: [
        "Gaussian fields on a circle of 32 correlation lengths, covariance A² exp(-r²/2), temperature 1",
        "\(counts.count) samples; bars: standard errors; seed \(seed)",
      ],
      x: Axis("width of the Gaussian 1/√γ in correlation lengths", range: 0...4.2),
      y: Axis("minima over those of f", range: 0...1.05),
      [.line("A → 0, exact", fine, of: share)]
        + amplitudes.indices.map { a in
          let means = widths.indices.map { count(a, $0) }
          return Series(
            "A = \(amplitudes[a])", x: widths, y: means.map { $0.mean / rice },
            yError: means.map { $0.standardError / rice }, colour: .sample(a))
        })
    drawField(sampler.sample(seed: seed), places, length: length, &report)
  }

  /// Where a number that falls is zero, between widths, and its error.
  private static func half(_ widths: [Double], _ excess: [Estimate]) -> (
    value: Double, error: Double
  ) {
    guard
      let i = excess.indices.dropLast().first(where: {
        excess[$0].mean > 0 && excess[$0 + 1].mean <= 0
      })
    else { return (.nan, .nan) }
    let slope = (excess[i + 1].mean - excess[i].mean) / (widths[i + 1] - widths[i])
    let error = max(excess[i].standardError, excess[i + 1].standardError)
    return (widths[i] - excess[i].mean / slope, error / abs(slope))
  }

  private func drawField(
    _ field: FourierField, _ places: Matrix<Double>, length: Double, _ report: inout Report
  ) {
    let (amplitude, x) = (3.0, places.elements)
    let f = field.jets(at: places, upTo: .value).values.map { amplitude * $0 }
    report.draw(
      "field", title: "A field and minus its local entropy",
      caption: ["one sample, A = \(amplitude), temperature 1; seed \(seed)"],
      x: Axis("place in correlation lengths", range: 0...length),
      y: Axis("in units of the temperature"),
      [Series.line("f", x, f, .grey)]
        + [0.25, 1, 3].enumerated().map { i, width in
          .line(
            "minus its local entropy, 1/√γ = \(width)", x,
            LocalEntropy(points: x.count, length: length, width: width).values(f),
            .sample(i))
        })
  }
}
