import RandomStreams
import Statistics
import Testing

@Suite struct VerdictTests {
  /// Small samples of Gaussian numbers, where Student's t is exact: at a rate of 5 % the verdict is
  /// wrong in 5 % of 4000 repetitions (binomial, 4.9 standard deviations), and a mean shifted by
  /// three standard errors is caught in most.
  @Test func falsePositiveRateIsTheStatedOne() {
    var stream = RandomStream(seed: 3, purpose: .noise)
    func rejections(shift: Double) -> Int {
      (0..<4000).count { _ in
        let values = stream.normals(count: 6).map { $0 + shift }
        let mean = Estimate(values.enumerated().map { ($0, $1) })
        let verdict = Verdict(
          "x", value: mean.mean, standardError: mean.standardError, samples: 6, expectation: 0,
          falsePositiveRate: 0.05)
        return verdict.conclusion == .contradicted
      }
    }
    #expect(abs(Double(rejections(shift: 0)) - 200) < 4.9 * (4000 * 0.05 * 0.95).squareRoot())
    #expect(rejections(shift: 3 / 6.0.squareRoot()) > 2000)
  }

  /// t with 3 degrees of freedom: P(|t| > 3.182446) = 0.05, from a table.
  @Test func pValueOfATabulatedQuantile() {
    let verdict = Verdict(
      "x", value: 3.182446305284263, standardError: 1, samples: 4, expectation: 0,
      falsePositiveRate: 0.01)
    #expect(abs(verdict.pValue - 0.05) < 1e-12)
    #expect(verdict.conclusion == .consistent)
    #expect("\(verdict)".contains("expected 0.0: consistent"))
  }

  @Test func oneSampleIsInconclusive() {
    let verdict = Verdict(
      "x", value: 1, standardError: .nan, samples: 1, expectation: 0, falsePositiveRate: 0.01)
    #expect(verdict.conclusion == .inconclusive)
  }

  @Test func boundsAreMetOrNot() {
    #expect(Verdict("x", value: 0.01, below: 0.02).conclusion == .reproduced)
    #expect(Verdict("x", value: 0.02, below: 0.02).conclusion == .contradicted)
    #expect(Verdict("x", value: 3, above: 2).conclusion == .reproduced)
    #expect(Verdict("x", value: 2, above: 2).conclusion == .contradicted)
    #expect(Verdict("x", exceptions: 0).conclusion == .reproduced)
    #expect(Verdict("x", exceptions: 1).conclusion == .contradicted)
    for (value, bound) in [(Double.nan, 1), (1, .nan), (.infinity, .infinity)] {
      #expect(Verdict("x", value: value, below: bound).conclusion == .inconclusive)
      #expect(Verdict("x", value: value, above: bound).conclusion == .inconclusive)
    }
    #expect("\(Verdict("x", value: 0.01, below: 0.02))" == "x: 0.01, reproduced (bound 0.02)")
  }

  @Test func differencesThatShrink() {
    func conclusion(_ smaller: Double, _ larger: Double) -> Verdict.Conclusion {
      Verdict("x", differences: (smaller, larger), factor: 0.5, below: 0.02).conclusion
    }
    #expect(conclusion(0.03, 0.015) == .reproduced)
    #expect(conclusion(0.04, 0.02) == .consistent)
    // Below the bound, but not by the approach that was predicted.
    #expect(conclusion(0.015, 0.01) == .contradicted)
    #expect(conclusion(0.04, .nan) == .inconclusive)
    #expect(conclusion(.nan, 0.01) == .inconclusive)
  }

  /// Every combination of conclusions: the worst decides, and consistent is less than reproduced.
  @Test(arguments: 0..<16) func severalAsOne(subset: Int) {
    let made: [Verdict] = [
      Verdict("x", exceptions: 0),
      Verdict(
        "x", value: 1, standardError: 1, samples: 9, expectation: 0, falsePositiveRate: 0.01),
      Verdict("x", value: .nan, below: 1), Verdict("x", exceptions: 1),
    ]
    #expect(made.map(\.conclusion) == Verdict.Conclusion.allCases)
    let parts = made.indices.filter { subset >> $0 & 1 == 1 }.map { made[$0] }
    let worst = parts.last?.conclusion ?? .inconclusive
    for order in [parts, parts.reversed()] {
      #expect(Verdict("all", all: order).conclusion == worst)
      #expect(
        Verdict("checks", failuresAmong: order).conclusion
          == (worst == .consistent ? .reproduced : worst))
    }
  }
}
