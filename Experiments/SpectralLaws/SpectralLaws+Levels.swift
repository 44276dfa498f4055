import Foundation
import Requirements
import Saddlery

extension SpectralLaws {
  /// Spacings, ratios and fluctuations in the bulk.
  func levels(_ report: inout Report) throws {
    let (n, samples) = (400, quick ? 40 : 6000)
    report.table(
      "levels",
      "| β | mean ratio | large n | three levels | variance of spacings | exact | two levels | Σ²(5) "
        + "| exact | Δ₃(5) | exact | verdict |")
    let large = [0: 2 * log(2.0) - 1, 1: 0.5307, 2: 0.5996, 4: 0.6744]
    var (ratios, spacings, variances) = ([Series](), [Series](), [Series]())
    for (i, beta) in [0, 1, 2, 4].enumerated() {
      let found = try bulk(beta, n, samples)
      let quotients = found.levels.map { SpacingRatios.of($0, part: 0.25...0.75) }
      let ratio = Estimate(bySample: quotients)
      let square = Estimate(bySample: found.spacings.map { $0.map { ($0 - 1) * ($0 - 1) } })
      let number = try found.numberVariance(length: 5)
      let rigidity = try found.rigidity(length: 5)
      let exact = try BulkLevels(beta: beta)
      let spacing: any SpectralLaw =
        beta == 0 ? PoissonSpacingLaw() : try BulkSpacingLaw(beta: beta)
      let surmise: any SpectralLaw =
        beta == 0 ? PoissonSpacingLaw() : try WignerSurmise(beta: Double(beta))
      let few = try SpacingRatioLaw(beta: beta)
      func variance(_ law: any SpectralLaw) -> Double { law.moment(2) - law.mean * law.mean }
      let mean = large[beta] ?? .nan
      let verdict = Verdict(
        "β = \(beta)",
        all: [
          // The mean for large n is known to 1e-4.
          fit(ratio, mean, errors: 4.4, slack: beta > 0 ? 1e-4 : 0),
          fit(square, variance(spacing), errors: 4.4),
          fit(number, exact.numberVariance(5), errors: 4.4),
          fit(rigidity, exact.rigidity(5), errors: 4.4),
        ])
      // Control: laws of two and three levels are close, and rejected. The variance of two levels of GSE is too
      // close for these samples.
      let surmises = [
        fit(ratio, few.mean, errors: 4.4), fit(square, variance(surmise), errors: 4.4),
      ]
      let controls = quick || beta == 0 ? [] : surmises.prefix(beta < 4 ? 2 : 1)
      let kept = controls.count { $0.conclusion != .contradicted }
      report.check(verdict, Verdict("laws of few levels not rejected", exceptions: kept))
      report.row(
        "| \(beta) | \(ratio.text(4)) | \(mean.text(4)) | \(few.mean.text(4)) | \(square.text(4)) "
          + "| \(variance(spacing).text(4)) | \(variance(surmise).text(4)) | \(number.text(4)) "
          + "| \(exact.numberVariance(5).text(4)) | \(rigidity.text(4)) "
          + "| \(exact.rigidity(5).text(4)) "
          + "| \(verdict.conclusion)\(kept == 0 ? "" : ", surmises NOT rejected") |")

      let name = ["independent", "GOE", "GUE", "", "GSE"][beta]
      ratios += try densities(quotients, name, few, grid(0...1, 25), .sample(i))
      spacings += try densities(found.spacings, name, spacing, grid(0...3, 30), .sample(i))
      let lengths = stride(from: 0.5, through: 20, by: 1.5).map { $0 }
      variances += [
        .marks(name, lengths, try lengths.map { try found.numberVariance(length: $0) }, .sample(i))
          .ofKind("drawn"),
        .line(name, (1...200).map { 0.1 * Double($0) }, .sample(i), of: exact.numberVariance)
          .ofKind("exact"),
      ]
    }
    report.judge("levels in the bulk")
    let caption = ["middle half of \(samples) spectra of n = \(n), unfolded; seed \(seed)"]
    report.origin = origin("Hermite ensembles and independent levels", "mean spacing 1")
    report.draw(
      "ratios", title: "Ratios of neighbouring spacings, and the law of three levels",
      caption: caption + [
        "lines: laws of three levels, which the ratios of large matrices are near"
      ], x: Axis("r = smaller over larger spacing", range: 0...1), y: Axis("probability density"),
      ratios)
    report.draw(
      "spacings", title: "Spacings in the bulk, and their exact laws",
      caption: caption + ["lines: exp(-s) and exact laws of the sine process"],
      x: Axis("spacing s over its mean", range: 0...3), y: Axis("probability density"), spacings)
    report.draw(
      "number-variance", title: "Repulsion makes a spectrum rigid: Σ² grows as log L, not L",
      caption: caption, x: Axis("length L in mean spacings", range: 0...20),
      y: Axis("variance Σ² of the number of levels", range: 0...3), variances)
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
    let ensemble = try BetaEnsemble.hermite(size: n, beta: Double(beta))
    let found = spectra(ensemble, samples: samples)
    guard let law = ensemble.limitingLaw else { fail("no semicircle") }
    return try UnfoldedSpectra(found, by: Unfolding(law: law), part: part)
  }

  /// A drawn density and its law.
  private func densities(
    _ values: [[Double]], _ name: String, _ law: any SpectralLaw, _ edges: [Double],
    _ colour: Colour
  ) throws -> [Series] {
    [
      .marks(name, try EmpiricalDensity(values, edges: edges), colour).ofKind("drawn"),
      .line(name, grid(edges[0]...edges[edges.count - 1], 300), colour, of: law.density)
        .ofKind("law"),
    ]
  }
}
