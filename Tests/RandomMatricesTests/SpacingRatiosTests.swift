import RandomMatrices
import Statistics
import Testing

@Suite struct SpacingRatiosTests {
  /// Means in large matrices by Atas et al., Phys. Rev. Lett. 110, 084101, table 1, whose last digit is uncertain
  /// by one; their 3×3 values must fail. False-positive rate 1e-6.
  @Test(arguments: [(0, 0.38629, 4000), (1, 0.5307, 3000), (2, 0.5996, 5000), (4, 0.6744, 7000)])
  func largeMatrices(_ beta: Int, _ mean: Double, _ count: Int) throws {
    let spectra = try UnfoldedSpectraTests.spectra(beta: beta, size: 100, count: count, seed: 34)
    let estimate = Estimate(bySample: spectra.map { SpacingRatios.of($0, part: 0.1...0.9) })
    #expect(abs(estimate.mean - mean) < 4.9 * estimate.standardError + 1e-4)
    let small = try SpacingRatioLaw(beta: beta).mean
    let isSmall = abs(estimate.mean - small) < 4.9 * estimate.standardError
    // Independent levels have no size.
    #expect(isSmall == (beta == 0))
  }

  @Test func zeroSpacings() {
    #expect(SpacingRatios.of([3, 1, 1, 2]) == [0, 1])
    #expect(SpacingRatios.of([1, 1, 1, 2, 4]) == [0, 0.5])
    #expect(SpacingRatios.of([1, 2]) == [])
    #expect(SpacingRatios.of([9, 0, 1, 3, 3.5, 20], part: 1.0 / 6...5.0 / 6) == [0.25, 0.5 / 5.5])
  }
}
