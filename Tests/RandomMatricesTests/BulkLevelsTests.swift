import Foundation
import RandomMatrices
import TestSupport
import Testing

@Suite struct BulkLevelsTests {
  /// Against 30-digit quadrature of the cluster function (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("bulk_levels.csv", in: .module)
    #expect(rows.count == 21)
    for row in rows {
      let numbers = row.compactMap { Double($0) }
      try #require(numbers.count == 5)
      let (levels, length) = (try BulkLevels(beta: Int(numbers[0])), numbers[1])
      #expect(abs(levels.clusterFunction(length) - numbers[2]) < 4e-16, "\(row)")
      #expect(abs(levels.numberVariance(length) / numbers[3] - 1) < 1e-14, "\(row)")
      #expect(abs(levels.rigidity(length) / numbers[4] - 1) < 1e-13, "\(row)")
    }
  }

  /// At large L (Mehta, chapter 16); what is left falls as 1/L.
  @Test(arguments: [100.3, 1000.3, 7000.3]) func logarithms(_ length: Double) throws {
    let γ = 0.5772156649015329
    let eighth = Double.pi * .pi / 8
    let cases = [(1, -eighth, length), (2, 0, length), (4, eighth, 2 * length)]
    for (beta, shift, scaled) in cases {
      let levels = try BulkLevels(beta: beta)
      let unit = Double(beta) * .pi * .pi
      let expected = log(2 * .pi * scaled) + γ + shift
      #expect(abs(levels.numberVariance(length) * unit / 2 - (expected + 1)) < 0.8 / length)
      #expect(abs(levels.rigidity(length) * unit - (expected - 1.25)) < 8 / length)
    }
  }

  /// Y is even on both sides of the switches between series and closed forms: no jumps.
  @Test(arguments: [1, 2, 4]) func formulasMeet(_ beta: Int) throws {
    let levels = try BulkLevels(beta: beta)
    for x in [1 / Double.pi, 0.25, 0.5, 2 / Double.pi, 4, 8, 16] {
      let (below, above) = (x * (1 - 1e-15), x * (1 + 1e-15))
      #expect(abs(levels.clusterFunction(below) - levels.clusterFunction(above)) < 1e-14)
      #expect(abs(levels.numberVariance(below) - levels.numberVariance(above)) < 1e-14)
    }
  }

  @Test func independentLevels() throws {
    let levels = try BulkLevels(beta: 0)
    #expect(levels.numberVariance(2.385) == 2.385 && levels.rigidity(2.385) == 2.385 / 15)
    #expect(try BulkLevels(beta: 1).numberVariance(0) == 0)
    #expect(try BulkLevels(beta: 4).rigidity(0) == 0)
  }
}
