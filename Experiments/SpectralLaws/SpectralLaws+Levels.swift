import Foundation
import Requirements
import Saddlery

extension SpectralLaws {
  /// Spacings, ratios and fluctuations in the bulk.
  func levels() throws -> Bool {
    let (n, samples) = (400, quick ? 40 : 6000)
    print(
      "| β | mean ratio | large n | three levels | variance of spacings | exact | two levels "
        + "| Σ²(5) | exact | Δ₃(5) | exact | verdict |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    let large = [0: 2 * log(2.0) - 1, 1: 0.5307, 2: 0.5996, 4: 0.6744]
    var isRight = true
    var (ratios, spacings, variances) = ([Series](), [Series](), [Series]())
    for (i, beta) in [0, 1, 2, 4].enumerated() {
      let found = try bulk(beta, n, samples)
      let ratio = Estimate(bySample: found.levels.map { SpacingRatios.of($0, part: 0.25...0.75) })
      let square = Estimate(bySample: found.spacings.map { $0.map { ($0 - 1) * ($0 - 1) } })
      let (number, rigidity) = (
        try found.numberVariance(length: 5), try found.rigidity(length: 5)
      )
      let exact = try BulkLevels(beta: beta)
      let spacing: any SpectralLaw =
        beta == 0 ? PoissonSpacingLaw() : try BulkSpacingLaw(beta: beta)
      let surmise: any SpectralLaw =
        beta == 0 ? PoissonSpacingLaw() : try WignerSurmise(beta: Double(beta))
      let few = try SpacingRatioLaw(beta: beta)
      func variance(_ law: any SpectralLaw) -> Double { law.moment(2) - law.mean * law.mean }
      let comparisons: [(Estimate, Double)] = [
        // The mean for large n is known to 1e-4.
        (ratio, large[beta] ?? .nan), (square, variance(spacing)),
        (number, exact.numberVariance(5)), (rigidity, exact.rigidity(5)),
      ]
      let fits = comparisons.enumerated().allSatisfy { k, item in
        abs(item.0.mean - item.1) < 4.4 * item.0.standardError + (k == 0 && beta > 0 ? 1e-4 : 0)
      }
      // Control: laws of two and three levels are close, and rejected. The variance of two levels of GSE is too
      // close for these samples.
      let isRejected =
        beta == 0 || quick
        || (abs(ratio.mean - few.mean) > 4.4 * ratio.standardError
          && (beta == 4 || abs(square.mean - variance(surmise)) > 4.4 * square.standardError))
      isRight = isRight && fits && isRejected
      print(
        "| \(beta) | "
          + String(
            format: "%.4f ± %.4f | %.4f | %.4f | %.4f ± %.4f | %.4f | %.4f | ", ratio.mean,
            ratio.standardError, large[beta] ?? .nan, few.mean, square.mean, square.standardError,
            variance(spacing), variance(surmise))
          + String(
            format: "%.4f ± %.4f | %.4f | %.4f ± %.4f | %.4f | ", number.mean,
            number.standardError, exact.numberVariance(5), rigidity.mean, rigidity.standardError,
            exact.rigidity(5)) + word(fits) + (isRejected ? "" : ", surmises NOT REJECTED") + " |")
      let name = ["independent", "GOE", "GUE", "", "GSE"][beta]
      let colour = Colour.sample(i)
      add(
        found.levels.map { SpacingRatios.of($0, part: 0.25...0.75) }, to: &ratios, name, few,
        range: 0...1, bins: 25, colour)
      add(found.spacings, to: &spacings, name, spacing, range: 0...3, bins: 30, colour)
      let lengths = stride(from: 0.5, through: 20, by: 1.5).map { $0 }
      let measured = try lengths.map { try found.numberVariance(length: $0) }
      variances.append(
        Series(
          "\(name), drawn", x: lengths, y: measured.map(\.mean),
          yError: measured.map(\.standardError), colour: colour))
      let grid = (1...200).map { 0.1 * Double($0) }
      variances.append(
        Series(
          "exact", x: grid, y: grid.map(exact.numberVariance), style: .line, colour: colour))
    }
    let caption = ["middle half of \(samples) spectra of n = \(n), unfolded; seed \(seed)"]
    let origin = origin("Hermite ensembles and independent levels", "mean spacing 1")
    try write(
      Figure(
        title: "Ratios of neighbouring spacings, and the law of three levels",
        caption: caption + [
          "lines: laws of three levels, which the ratios of large matrices are near"
        ], x: Axis("r = smaller over larger spacing", range: 0...1),
        y: Axis("probability density"), series: ratios), name: "ratios", origin)
    try write(
      Figure(
        title: "Spacings in the bulk, and their exact laws",
        caption: caption + ["lines: exp(-s) and exact laws of the sine process"],
        x: Axis("spacing s over its mean", range: 0...3), y: Axis("probability density"),
        series: spacings), name: "spacings", origin)
    try write(
      Figure(
        title: "Repulsion makes a spectrum rigid: Σ² grows as log L, not L", caption: caption,
        x: Axis("length L in mean spacings", range: 0...20),
        y: Axis("variance Σ² of the number of levels", range: 0...3), series: variances),
      name: "number-variance", origin)
    return isRight
  }

  /// Unfolded spectra of β = 1, 2, 4; of independent levels for 0.
  private func bulk(_ beta: Int, _ n: Int, _ samples: Int) throws -> UnfoldedSpectra {
    let part = 0.25...0.75
    guard beta > 0 else {
      let levels = (0..<samples).map { sample in
        var stream = RandomStream(seed: seed, purpose: .noise, sample: sample)
        let count = stream.withGenerator { $0.poisson(mean: Double(n)) }
        return (0..<count).map { _ in Double(n) * stream.uniform() }
      }
      return try UnfoldedSpectra(levels, range: Double(n) * 0.25...Double(n) * 0.75)
    }
    let ensemble = try HermiteEnsemble(size: n, beta: Double(beta))
    let found = spectra(ensemble, samples: samples)
    guard let law = ensemble.limitingLaw else { fail("no semicircle") }
    return try UnfoldedSpectra(found, by: Unfolding(law: law), part: part)
  }

  private func add(
    _ values: [[Double]], to series: inout [Series], _ name: String, _ law: any SpectralLaw,
    range: ClosedRange<Double>, bins: Int, _ colour: Colour
  ) {
    let width = range.upperBound - range.lowerBound
    let edges = (0...bins).map { range.lowerBound + width * Double($0) / Double(bins) }
    guard let measured = try? EmpiricalDensity(values, edges: edges) else { return }
    series.append(
      Series(
        "\(name), drawn", x: zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 },
        y: measured.densities.map(\.value), yError: measured.densities.map(\.standardError),
        colour: colour))
    let grid = (0...300).map { range.lowerBound + width * Double($0) / 300 }
    series.append(Series(nil, x: grid, y: grid.map(law.density), style: .line, colour: colour))
  }
}
