import RandomMatrices
import RandomStreams
import Testing
import Foundation

@Suite struct SpacingLawTests {
  /// Means of the smaller over the larger spacing, Atas et al., Phys. Rev. Lett. 110, 084101, table 1.
  @Test func ratioMeans() throws {
    let root = 3.0.squareRoot()
    let means = [
      0: 2 * log(2.0) - 1, 1: 4 - 2 * root, 2: 2 * root / .pi - 0.5,
      4: 32 * root / (15 * .pi) - 0.5,
    ]
    for (beta, mean) in means {
      #expect(abs(try SpacingRatioLaw(beta: beta).mean - mean) < 1e-14, "beta = \(beta)")
    }
    for law in try [1, 2, 4, 0.3].map({ try WignerSurmise(beta: $0) }) {
      #expect(abs(law.mean - 1) < 1e-14)
    }
  }

  /// Spacings of 2×2 matrices, whose mean is 2Γ(β/2+1)/Γ((β+1)/2). False-positive rate 1e-6; control: the law of
  /// the next β.
  @Test(arguments: [(1.0, 2.0), (2, 4), (4, 2)]) func surmiseOfTwoLevels(
    _ beta: Double, _ other: Double
  ) throws {
    var generator = GSLGenerator(RandomStream(seed: 6, purpose: .noise))
    let ensemble = try BetaEnsemble.hermite(size: 2, beta: beta)
    let mean = 2 * tgamma(beta / 2 + 1) / tgamma((beta + 1) / 2)
    let spacings = (0..<20_000).map { _ in
      let x = ensemble.eigenvalues(from: &generator)
      return (x[1] - x[0]) / mean
    }
    #expect(kolmogorovStatistic(spacings, try WignerSurmise(beta: beta)) < 2.694)
    #expect(kolmogorovStatistic(spacings, try WignerSurmise(beta: other)) > 2.694)
  }

  /// Ratios in 3×3 matrices; independent levels as neighbouring exponential spacings. The same rate and
  /// control.
  @Test(arguments: [(0, 1), (1, 2), (2, 4), (4, 2)]) func ratiosOfThreeLevels(
    _ beta: Int, _ other: Int
  ) throws {
    var generator = GSLGenerator(RandomStream(seed: 7, purpose: .noise))
    let ratios = try (0..<20_000).map { _ -> Double in
      var gaps = (0..<2).map { _ in -log1p(-generator.stream.uniform()) }
      if beta > 0 {
        let x = try BetaEnsemble.hermite(size: 3, beta: Double(beta)).eigenvalues(from: &generator)
        gaps = [x[1] - x[0], x[2] - x[1]]
      }
      return min(gaps[0], gaps[1]) / max(gaps[0], gaps[1])
    }
    #expect(kolmogorovStatistic(ratios, try SpacingRatioLaw(beta: beta)) < 2.694)
    #expect(kolmogorovStatistic(ratios, try SpacingRatioLaw(beta: other)) > 2.694)
  }
}
