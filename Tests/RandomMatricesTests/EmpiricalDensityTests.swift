import RandomMatrices
import Requirements
import Statistics
import Testing

@Suite struct EmpiricalDensityTests {
  private let edges = [-25, -15, -8, -3, 0, 3, 8, 15, 25].map(Double.init)

  /// 100 levels a spectrum against F, to 4.9 standard errors and the 0.0017 levels that the exact mean differs by.
  /// Rate 1e-6 a bin; control: a radius 3 % off.
  @Test func binsOfTheSemicircle() throws {
    let spectra = try UnfoldedSpectraTests.spectra(beta: 2, size: 100, count: 400, seed: 36)
    let law = try UnfoldedSpectraTests.semicircle(beta: 2, size: 100)
    let histogram = try EmpiricalDensity(spectra, edges: edges)
    let expected = histogram.expectedMasses(of: law)
    #expect(abs(expected.reduce(0, +) - 1) < 1e-15)
    for (mass, p) in zip(histogram.masses, expected) {
      #expect(abs(mass.mean - p) < 4.9 * mass.standardError + 2e-5)
      // Rigid: far below the error of independent levels.
      #expect(mass.standardError < 0.3 * (p * (1 - p) / 40_000).squareRoot())
    }
    let wrong = try SemicircleLaw(radius: 1.03 * law.radius)
    #expect(histogram.deviations(from: wrong).contains { abs($0) > 10 })
  }

  /// Independent levels: deviations are standard normal, and errors those of counting.
  @Test func independentLevels() throws {
    let spectra = try UnfoldedSpectraTests.spectra(beta: 0, size: 100, count: 400, seed: 37)
    let law = try UnfoldedSpectraTests.semicircle(beta: 0, size: 100)
    let histogram = try EmpiricalDensity(spectra)
    #expect(histogram.masses.count == 69)
    let area = histogram.densities.indices.reduce(0) { sum, bin in
      sum + histogram.densities[bin].value * (histogram.edges[bin + 1] - histogram.edges[bin])
    }
    #expect(abs(area - 1) < 1e-13)
    #expect(histogram.deviations(from: law).allSatisfy { abs($0) < 4.9 })
    let ratios = zip(histogram.masses, histogram.expectedMasses(of: law)).dropFirst(3).dropLast(3)
      .map { $0.standardError / ($1 * (1 - $1) / 40_000).squareRoot() }
    // A standard error over 400 spectra is known to 3.5 %.
    #expect(ratios.allSatisfy { abs($0 - 1) < 4.9 * 0.0354 })
  }

  /// Atoms: 1 - 1/c of the values are 0, in the first bin with its lower edge.
  @Test func atoms() throws {
    let law = try MarchenkoPasturLaw(ratio: 4)
    let histogram = try EmpiricalDensity([[0, 0, 0, 4], [0, 0, 0, 2]], edges: [0, 0.5, 3, 9])
    let expected = histogram.expectedMasses(of: law)
    #expect(expected[0] == 0.75 && abs(expected.reduce(0, +) - 1) < 1e-15)
    #expect(histogram.masses.map(\.mean) == [0.75, 0.125, 0.125])
    #expect(histogram.deviations(from: law)[0] == 0)
  }

  /// By hand: totals 1 of 2 and 1 of 4, mean 1/3, se² = 2((1/3)² + (1/3)²)/36.
  @Test func unequalSpectra() throws {
    let histogram = try EmpiricalDensity([[0, 1], [0, 1, 1, 3]], edges: [0, 0.5, 2])
    #expect(histogram.masses.map(\.mean) == [1.0 / 3, 0.5] && histogram.count == 6)
    #expect(abs(histogram.masses[0].standardError - 1.0 / 9) < 1e-15)
  }

  @Test func badBins() {
    for (values, edges) in [
      ([], [0, 1]), ([1], [0, 0]), ([1], [2]), ([.nan], [0, 1]), ([1], [1, 0]),
    ] as [([Double], [Double])] {
      #expect(throws: ParameterError.self) { try EmpiricalDensity([values], edges: edges) }
    }
  }
}
