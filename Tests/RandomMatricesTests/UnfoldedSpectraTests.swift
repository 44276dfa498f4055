import Foundation
import RandomMatrices
import RandomStreams
import Statistics
import Testing

/// Measured statistics of levels against exact ones; false-positive rate 1e-6 an assertion.
@Suite struct UnfoldedSpectraTests {
  /// Spectra of one seed: n independent levels of the semicircle for β = 0.
  static func spectra(beta: Int, size n: Int, count: Int, seed: UInt64) throws -> [[Double]] {
    let ensemble = try BetaEnsemble.hermite(size: n, beta: Double(max(1, beta)))
    let law = try semicircle(beta: beta, size: n)
    return concurrentMap(0..<count, threads: defaultThreads) { index in
      var generator = GSLGenerator(
        RandomStream(seed: seed, purpose: .noise, sample: index))
      if beta == 0 { return law.sample(count: n, using: &generator.stream) }
      return ensemble.eigenvalues(from: &generator)
    }
  }

  static func semicircle(beta: Int, size n: Int) throws -> SemicircleLaw {
    try SemicircleLaw(radius: Double(2 * max(1, beta) * n).squareRoot())
  }

  /// Number variance and rigidity in the inner half of 240 levels. Control: the exact values of another β.
  @Test(arguments: [(0, 1), (1, 2), (2, 4), (4, 2)])
  func exactTheory(_ beta: Int, _ other: Int) throws {
    let n = 240
    let spectra = try Self.spectra(beta: beta, size: n, count: 300, seed: 31)
    let unfolding = Unfolding(law: try Self.semicircle(beta: beta, size: n))
    let levels = try UnfoldedSpectra(spectra, by: unfolding, part: 0.25...0.75)
    let (theory, wrong) = (try BulkLevels(beta: beta), try BulkLevels(beta: other))
    for length in [0.385, 1.27, 5.43, 15.7] {
      let variance = try levels.numberVariance(length: length)
      // Windows in which n independent levels fall share n: Σ² = L(1 - L/n).
      let finite = beta == 0 ? 1 - length / Double(n) : 1
      #expect(isConsistent(variance, with: finite * theory.numberVariance(length)), "L = \(length)")
      let rigidity = try levels.rigidity(length: length)
      #expect(isConsistent(rigidity, with: theory.rigidity(length)), "L = \(length)")
      if length > 2 {
        #expect(!isConsistent(variance, with: wrong.numberVariance(length)))
        #expect(!isConsistent(rigidity, with: wrong.rigidity(length)))
      }
    }
  }

  private func isConsistent(_ estimate: Estimate, with expected: Double) -> Bool {
    abs(estimate.mean - expected) < 4.9 * estimate.standardError
  }

  /// A window of length L over evenly spaced levels holds ⌊L⌋ or ⌈L⌉ of them: Σ² = f(1 - f), f the fraction of
  /// L. The best line over L steps leaves 1/12 - 1/(48L²).
  @Test func evenlySpacedLevels() throws {
    let comb = (0..<1000).map { Double($0) + 0.5 }
    for length in [0.3, 2.5, 7.875] {
      let f = length - length.rounded(.down)
      let levels = try UnfoldedSpectra([comb, comb], range: 1...(11 + length))
      let measured = try levels.numberVariance(length: length)
      #expect(abs(measured.mean - f * (1 - f)) < 1e-13 && measured.standardError == 0)
    }
    for length in [1.0, 2, 10] {
      let measured = try UnfoldedSpectra([comb], range: 3...(3 + length)).rigidity(length: length)
      #expect(abs(measured.mean - (1.0 / 12 - 1 / (48 * length * length))) < 1e-14)
      #expect(measured.standardError.isNaN)
    }
  }

  /// Both integrals against sums over fine grids, of windows and of heights.
  @Test func windowsOfIndependentLevels() throws {
    var stream = RandomStream(seed: 32, purpose: .noise)
    let spectrum = (0..<30).map { _ in 30 * stream.uniform() }
    let (length, steps) = (3.75, 40_000)
    let levels = try UnfoldedSpectra([spectrum], range: 2...27)
    let squares = (0..<steps).map { i in
      let x = 2 + (25 - length) * (Double(i) + 0.5) / Double(steps)
      let count = Double(spectrum.count { $0 > x && $0 <= x + length })
      return (count - length) * (count - length)
    }
    let variance = try levels.numberVariance(length: length).mean
    #expect(abs(variance - squares.reduce(0, +) / Double(steps)) < 0.01)

    let window = try UnfoldedSpectra([spectrum], range: 5...(5 + length))
    // Sums of 1, u, u², N, Nu, N² over the window, and what the regression leaves.
    let points = (0..<steps).map { i in
      let u = (Double(i) + 0.5) / Double(steps) - 0.5
      return (u, Double(spectrum.count { $0 <= 5 + length * (u + 0.5) }))
    }
    let n = Double(steps)
    let mean = points.reduce(0) { $0 + $1.1 } / n
    let slope = points.reduce(0) { $0 + $1.0 * $1.1 } / points.reduce(0) { $0 + $1.0 * $1.0 }
    let left = points.reduce(0) { sum, point in
      let rest = point.1 - mean - slope * point.0
      return sum + rest * rest / n
    }
    #expect(abs(try window.rigidity(length: length).mean - left) < 1e-3)
  }

  /// One spacing of each of 3000 spectra: the surmise is 1 % off at most in F and is not rejected by them, at a
  /// rate of 1e-6; that of β = 2 is. The mean over all is 1.
  @Test func spacings() throws {
    let comb = try UnfoldedSpectra([[0.5, 1, 1.75, 9]], range: 0.7...8)
    #expect(comb.spacings == [[0.75, 7.25]])
    let n = 100
    let spectra = try Self.spectra(beta: 1, size: n, count: 3000, seed: 33)
    let unfolding = Unfolding(law: try Self.semicircle(beta: 1, size: n))
    let levels = try UnfoldedSpectra(spectra, by: unfolding, part: 0.4...0.6)
    let spacings = levels.spacings.map { $0[$0.count / 2] }
    #expect(kolmogorovStatistic(spacings, try WignerSurmise(beta: 1)) < 2.694)
    #expect(kolmogorovStatistic(spacings, try WignerSurmise(beta: 2)) > 2.694)
    #expect(isConsistent(Estimate(bySample: levels.spacings), with: 1))
  }
}
