import Analysis
import CriticalPoints
import KacRice
import Models
import SpinGlasses
import Statistics
import Testing

@Suite struct VerdictCountsTests {
  /// Everything at once: searches that find all critical points at p = 3, N = 3 (the Morse sum is
  /// checked in every sample) against exact counts and energies; the theory of p = 4 is the control.
  @Test func searchesAgreeWithExactTheory() throws {
    let n = 3
    var counts: [[Int]] = []
    var points: [(sample: Int, index: Int, energy: Double)] = []
    for sample in 0..<250 {
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 17, sample: sample)
      var survey = try IndexEnergySurvey(.pure(3), dimension: n)
      survey.add(
        Search(hamiltonian, method: .cappedNewton).run(points: 160, seed: 17, sample: sample),
        sample: sample)
      let found = survey.criticalPoints
      let byIndex = (0..<n).map { k in found.count { $0.point.index == k } }
      #expect(byIndex[0] - byIndex[1] + byIndex[2] == 2)
      counts.append(byIndex)
      points += found.map { (sample, $0.point.index!, $0.energy) }
    }
    func verdicts(_ p: Int) throws -> [Verdict] {
      let exact = try CriticalPointCounts(.pure(p), dimension: n)
      return Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6)
        + Verdict.meanEnergies(points, against: exact, falsePositiveRate: 1e-6)
    }
    for verdict in try verdicts(3) { #expect(verdict.conclusion == .consistent, "\(verdict)") }
    #expect(try verdicts(4).contains { $0.conclusion == .contradicted })
  }

  /// The same with a planted signal: the theory without one is the control.
  @Test func searchesAgreeWithExactTheoryOfTheSpikedTensor() throws {
    let n = 3
    let signal = try Signal(degree: 3, strength: 3)
    var counts: [[Int]] = []
    for sample in 0..<250 {
      let hamiltonian = PSpinHamiltonian(
        .pure(3), dimension: n, signal: signal, seed: 18, sample: sample)
      var survey = try IndexEnergySurvey(.pure(3), dimension: n)
      survey.add(
        Search(hamiltonian, method: .cappedNewton).run(points: 160, seed: 18, sample: sample),
        sample: sample)
      let byIndex = (0..<n).map { k in survey.criticalPoints.count { $0.point.index == k } }
      #expect(byIndex[0] - byIndex[1] + byIndex[2] == 2)
      counts.append(byIndex)
    }
    let exact = try CriticalPointCounts(.pure(3), signal: signal, dimension: n)
    for verdict in Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6) {
      #expect(verdict.conclusion == .consistent, "\(verdict)")
    }
    let without = try CriticalPointCounts(.pure(3), dimension: n)
    let control = Verdict.counts(counts, against: without, falsePositiveRate: 1e-6)
    #expect(control.contains { $0.conclusion == .contradicted })
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
      #expect(result.completeness == .proved)
      counts.append(result.byIndex)
      points += result.points.map { (sample, $0.index, $0.value / Double(n)) }
    }
    func verdicts(_ p: Int) throws -> [Verdict] {
      let exact = try CriticalPointCounts(.pure(p), dimension: n)
      return Verdict.counts(counts, against: exact, falsePositiveRate: 1e-6)
        + Verdict.meanEnergies(points, against: exact, falsePositiveRate: 1e-6)
    }
    for verdict in try verdicts(p) { #expect(verdict.conclusion == .consistent, "\(verdict)") }
    #expect(try verdicts(p + 1).contains { $0.conclusion == .contradicted })
  }
}
