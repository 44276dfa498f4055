import Analysis
import CriticalPoints
import KacRice
import RandomStreams
import SpinGlasses
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
        let mean = ClusteredMean(values.enumerated().map { ($0, $1) })
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

  /// Everything at once: searches that find all critical points at p = 3, N = 3 (the Morse sum is
  /// checked in every sample) against exact counts and energies; the theory of p = 4 is the control.
  @Test func searchesAgreeWithExactTheory() {
    let n = 3
    var counts: [[Int]] = []
    var points: [(sample: Int, index: Int, energy: Double)] = []
    for sample in 0..<250 {
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 17, sample: sample)
      var survey = IndexEnergySurvey(.pure(3), dimension: n)
      survey.add(
        Search(hamiltonian, method: .cappedNewton).run(points: 160, seed: 17, sample: sample),
        sample: sample)
      let found = survey.criticalPoints
      let byIndex = (0..<n).map { k in found.count { $0.point.index == k } }
      #expect(byIndex[0] - byIndex[1] + byIndex[2] == 2)
      counts.append(byIndex)
      points += found.map { (sample, $0.point.index!, $0.energy) }
    }
    func verdicts(_ p: Int) -> [Verdict] {
      let exact = CriticalPointCounts(.pure(p), dimension: n)
      return Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6)
        + Verdict.meanEnergies(points, against: exact, falsePositiveRate: 1e-6)
    }
    for verdict in verdicts(3) { #expect(verdict.conclusion == .consistent, "\(verdict)") }
    #expect(verdicts(4).contains { $0.conclusion == .inconsistent })
  }

  /// The same with a planted signal: the theory without one is the control.
  @Test func searchesAgreeWithExactTheoryOfTheSpikedTensor() throws {
    let n = 3
    let signal = try Signal(degree: 3, strength: 3)
    var counts: [[Int]] = []
    for sample in 0..<250 {
      let hamiltonian = PSpinHamiltonian(
        .pure(3), dimension: n, signal: signal, seed: 18, sample: sample)
      var survey = IndexEnergySurvey(.pure(3), dimension: n)
      survey.add(
        Search(hamiltonian, method: .cappedNewton).run(points: 160, seed: 18, sample: sample),
        sample: sample)
      let byIndex = (0..<n).map { k in survey.criticalPoints.count { $0.point.index == k } }
      #expect(byIndex[0] - byIndex[1] + byIndex[2] == 2)
      counts.append(byIndex)
    }
    let exact = SpikedCriticalPointCounts(.pure(3), signal: signal, dimension: n)
    for verdict in Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6) {
      #expect(verdict.conclusion == .consistent, "\(verdict)")
    }
    let without = CriticalPointCounts(.pure(3), dimension: n)
    let control = Verdict.counts(counts, against: without, falsePositiveRate: 1e-6)
    #expect(control.contains { $0.conclusion == .inconsistent })
  }

  /// Enumerated points, complete in every sample, against exact counts and mean energies; the theory of
  /// the next p is the control.
  @Test(arguments: [(3, 6), (4, 4)]) func enumerationsAgreeWithExactTheory(_ p: Int, _ n: Int)
    throws
  {
    var counts: [[Int]] = []
    var points: [(sample: Int, index: Int, energy: Double)] = []
    for sample in 0..<300 {
      let hamiltonian = PSpinHamiltonian(.pure(p), dimension: n, seed: 23, sample: sample)
      let result = try Enumeration.run(hamiltonian, sample: sample)
      #expect(result.verdict == .complete)
      counts.append(result.byIndex)
      points += result.points.map { (sample, $0.index, $0.value / Double(n)) }
    }
    func verdicts(_ p: Int) -> [Verdict] {
      let exact = CriticalPointCounts(.pure(p), dimension: n)
      return Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6)
        + Verdict.meanEnergies(points, against: exact, falsePositiveRate: 1e-6)
    }
    for verdict in verdicts(p) { #expect(verdict.conclusion == .consistent, "\(verdict)") }
    #expect(verdicts(p + 1).contains { $0.conclusion == .inconsistent })
  }
}
