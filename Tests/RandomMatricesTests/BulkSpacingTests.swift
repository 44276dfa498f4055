import Foundation
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// Gap probabilities and spacings of the sine kernel.
@Suite struct BulkSpacingTests {
  /// Fredholm determinants at 40 digits, derivatives by Cauchy's formula (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("bulk_spacing.csv", in: .module)
    #expect(rows.count == 15)
    for row in rows {
      let numbers = row.compactMap { Double($0) }
      try #require(numbers.count == 5)
      let (beta, s) = (Int(numbers[0]), numbers[1])
      let law = try BulkSpacingLaw(beta: beta)
      #expect(abs(try GapProbability(beta: beta)(s) - numbers[2]) < 2e-15, "\(row)")
      #expect(abs(law.distribution(s) - numbers[3]) < 4e-15, "\(row)")
      #expect(abs(law.density(s) - numbers[4]) < 1e-14, "\(row)")
    }
  }

  @Test(arguments: [1, 2, 4]) func normalisation(_ beta: Int) throws {
    let (law, gap) = (try BulkSpacingLaw(beta: beta), try GapProbability(beta: beta))
    #expect(abs(law.moment(0) - 1) < 1e-13 && abs(law.mean - 1) < 1e-13)
    #expect(gap(0) == 1 && gap(100) == 0)
    // E s² = 2∫E, Simpson's rule.
    let (steps, end) = (400, 8.0)
    let h = end / Double(steps)
    let sum = (0..<steps).reduce(0) { sum, i in
      let s = Double(i) * h
      return sum + gap(s) + 4 * gap(s + h / 2) + gap(s + h)
    }
    #expect(abs(law.moment(2) - h / 3 * sum) < 1e-8)
  }

  /// Repulsion: p = cs^β(1 + O(s²)) with c = π²/6, π²/3 and 16π⁴/135, so that p/cs^β - 1 falls by four with
  /// every half of s.
  @Test(arguments: [(1, 2, 1.0 / 6), (2, 2, 1.0 / 3), (4, 4, 16.0 / 135)])
  func repulsion(_ beta: Int, _ power: Double, _ factor: Double) throws {
    let c = factor * pow(.pi, power)
    let law = try BulkSpacingLaw(beta: beta)
    let excess = [0.16, 0.08, 0.04].map { (s: Double) -> Double in
      law.density(s) / (c * pow(s, Double(beta))) - 1
    }
    for (coarse, fine) in zip(excess, excess.dropFirst()) {
      #expect(abs(coarse / fine - 4) < 0.2, "\(excess)")
    }
  }

  /// Wigner's surmise is close and not equal; largest differences of the densities from second differences of
  /// determinants in another program.
  @Test(arguments: [(1, 0.01635), (2, 0.00516), (4, 0.00209)])
  func surmise(_ beta: Int, _ expected: Double) throws {
    let (law, surmise) = (try BulkSpacingLaw(beta: beta), try WignerSurmise(beta: Double(beta)))
    let largest = stride(from: 0.01, to: 3, by: 0.01).reduce(0) {
      max($0, abs(law.density($1) - surmise.density($1)))
    }
    #expect(abs(largest - expected) < 1e-5)
  }

  /// The middle spacing of 61 levels, in units of 1/(nρ(0)) = π√(β/2n). False-positive rate 1e-6, laws that differ
  /// by 0.03 somewhere are seen; control: the law of another β.
  @Test(arguments: [(1, 2), (2, 4), (4, 2)]) func matrices(_ beta: Int, _ other: Int) throws {
    var generator = GSLGenerator(RandomStream(seed: 35, purpose: .noise))
    let n = 60
    let ensemble = try BetaEnsemble.hermite(size: n, beta: Double(beta))
    let unit = Double.pi * (Double(beta) / Double(2 * n)).squareRoot()
    let spacings = (0..<16_000).map { _ in
      let x = ensemble.eigenvalues(from: &generator)
      return (x[n / 2] - x[n / 2 - 1]) / unit
    }
    #expect(kolmogorovStatistic(spacings, try BulkSpacingLaw(beta: beta)) < 2.694)
    #expect(kolmogorovStatistic(spacings, try BulkSpacingLaw(beta: other)) > 2.694)
  }
}
