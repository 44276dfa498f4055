import CriticalPoints
import LinearAlgebra
import SpinGlasses
import Testing

@Suite struct DistinctPointsTests {
  private func point(
    _ position: [Double], value: Double = 0, index: Int = 0,
    outcome: SearchOutcome = .converged
  ) -> CriticalPoint {
    CriticalPoint(
      position: position, value: value, radialDerivative: 0, gradientNorm: 0, index: index,
      lowestEigenvalue: 1, highestEigenvalue: 2, outcome: outcome, iterations: 1, targetIndex: 0)
  }

  @Test func earliestRecordStandsForItsGroup() {
    let points = [
      point([1, 0], value: 2), point([0, 1], value: 1), point([1, 1e-9], value: 2 - 1e-10),
      point([0, 1], value: 1), point([1, 0], value: 2), point([1, 0], value: 2, index: 1),
    ]
    #expect(
      DistinctPoints.duplicates(among: points, tolerance: 1e-6) == [nil, nil, 0, 1, 0, nil])
  }

  @Test func unconvergedRecordsAreNeverDuplicates() {
    let points = [point([1, 0]), point([1, 0], outcome: .stalled), point([1, 0])]
    #expect(DistinctPoints.duplicates(among: points, tolerance: 1e-6) == [nil, nil, 0])
  }

  @Test func farPointsOfEqualValueStayApart() {
    let points = [point([1, 0]), point([-1, 0]), point([0, 1])]
    #expect(DistinctPoints.duplicates(among: points, tolerance: 1e-3) == [nil, nil, nil])
  }

  /// p = 4: σ and -σ are both critical, with the same energy and index.
  @Test func oppositePointsAreDifferent() {
    let hamiltonian = PSpinHamiltonian(.pure(4), dimension: 6, seed: 1)
    let search = Search(hamiltonian)
    let first = search.run(points: 1, seed: 1)
    let opposite = Matrix(columns: [first[0].position.map { -$0 }])
    let both = first + first + search.run(starts: opposite, targets: [0])
    #expect(abs(both[0].value - both[2].value) < 1e-10)
    #expect(DistinctPoints.duplicates(among: both, tolerance: 1e-5) == [nil, 0, nil])
  }
}
