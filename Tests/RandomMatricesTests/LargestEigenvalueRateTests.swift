import Foundation
import RandomMatrices
import TestSupport
import Testing

/// Large-deviation rates against the exact law at finite n.
@Suite struct LargestEigenvalueRateTests {
  @Test func closedForms() throws {
    for beta in [1.0, 2, 4, 0.7] {
      let rate = try LargestEigenvalueRate(beta: beta)
      #expect(abs(rate.below(0) - beta * log(3) / 4) < 1e-15)
      #expect(rate.above(2) == 0 && rate.below(2) == 0 && rate.above(1) == 0 && rate.below(3) == 0)
      // y³ and y^{3/2} at the edge: those of Tracy and Widom, β|s|³/24 and 2βs^{3/2}/3 with s = n^{2/3}(y - 2).
      #expect(abs(rate.below(2 - 1e-3) / (beta * 1e-9 / 24) - 1) < 1e-3)
      #expect(abs(rate.above(2 + 1e-4) / (2 * beta * 1e-6 / 3) - 1) < 1e-4)
    }
  }

  /// From the edge to where only squares are left, against integrals of 50 digits (Reference/).
  @Test func ends() throws {
    let rate = try LargestEigenvalueRate(beta: 1)
    let rows = try referenceTable("rate_ends.csv", in: .module)
    #expect(rows.count == 21)
    for row in rows {
      let (y, expected) = try (#require(Double(row[1])), #require(Double(row[2])))
      let value = row[0] == "above" ? rate.above(y) : rate.below(y)
      #expect(abs(value / expected - 1) < 2e-15, "\(row): \(value)")
    }
  }

  /// The position y of n eigenvalues in units of ``BetaEnsemble/hermite(size:beta:)``.
  private func point(_ y: Double, _ n: Int, _ beta: Int) -> Double {
    y * (Double(beta * n) / 2).squareRoot()
  }

  /// -log P = nI + (β/2) log n + c + O(1/n): doubling n halves the change of the rest.
  @Test(arguments: [1, 2, 4], [2.8, 3.31]) func above(_ beta: Int, _ y: Double) throws {
    let rate = try LargestEigenvalueRate(beta: Double(beta)).above(y)
    let rests = try [16, 32, 64, 128].map { n in
      let law = try LargestEigenvalueLaw(size: n, beta: beta)
      return -log(law.survival(point(y, n, beta))) - Double(n) * rate
        - Double(beta) / 2 * log(Double(n))
    }
    let changes = zip(rests, rests.dropFirst()).map { $1 - $0 }
    for (coarse, fine) in zip(changes, changes.dropFirst()) {
      #expect(abs(coarse / fine - 2) < 0.25, "\(changes)")
    }
  }

  /// -log P = n²Ψ + an + l log n + c + O(1/n), a = 0 for β = 2, l = 1/12 for β = 2 and 1/24 for 1 and 4, as in the tails
  /// of Tracy and Widom: the second differences under doubling lose n² and n.
  @Test(arguments: [1, 2, 4], [0.0, 1.137, -0.7]) func below(_ beta: Int, _ y: Double) throws {
    let rate = try LargestEigenvalueRate(beta: Double(beta)).below(y)
    let rests = try [16, 32, 64, 128].map { n in
      let law = try LargestEigenvalueLaw(size: n, beta: beta)
      let (size, power) = (Double(n), beta == 2 ? 1.0 / 12 : 1.0 / 24)
      return -law.logDistribution(point(y, n, beta)) - size * size * rate - power * log(size)
    }
    let linear = zip(rests, rests.dropFirst()).map { $1 - 2 * $0 }
    let changes = zip(linear, linear.dropFirst()).map { $1 - $0 }
    for (coarse, fine) in zip(changes, changes.dropFirst()) {
      #expect(abs(coarse) < 0.02 && abs(fine) < 0.75 * abs(coarse), "\(rests) \(changes)")
    }
    // What is left of -log P/n² falls as 1/n or faster.
    #expect(abs(rests[3]) < 2.2 * abs(rests[2]), "\(rests)")
    if beta == 2 { #expect(abs(rests[3] - rests[2]) < 1e-3, "\(rests)") }
  }
}
