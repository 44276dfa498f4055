import Questions
import Statistics
import Testing

/// The sentence that an experiment ends with says what its verdict says.
@Suite struct AnswerTests {
  private static let experiment = Experiments.all[0]

  private static func answer(_ verdicts: Verdict...) -> String {
    var report = Report("model", seed: nil)
    report.found = "the share is 0.25"
    verdicts.forEach { report.judge($0) }
    return report.answer(to: experiment)
  }

  @Test(
    arguments: [
      (Verdict("a", value: 1, below: 2), "0.25, so ", "reproduced"),
      (Verdict("a", value: 3, below: 2), "0.25, which speaks against that ", "contradicted"),
      (Verdict("a", value: .nan, below: 2), "0.25, which leaves open whether ", "inconclusive"),
    ])
  func followsTheVerdict(verdict: Verdict, link: String, word: String) {
    let answer = Self.answer(verdict)
    #expect(
      answer.hasPrefix("To the question \"\(Self.experiment.question)\" this run found that "))
    #expect(answer.contains(link + Self.experiment.meaning))
    #expect(answer.hasSuffix(" (verdict: \(word))."))
  }

  /// One claim that fails is enough.
  @Test func allClaimsCount() {
    let (held, failed) = (Verdict("a", value: 1, below: 2), Verdict("b", value: 3, below: 2))
    #expect(Self.answer(held, failed).contains("which speaks against that"))
  }
}
