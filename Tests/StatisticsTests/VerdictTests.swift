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
        return verdict.conclusion == .inconsistent
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
}
