import CriticalPoints
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

@Suite struct DistinctPointsTests {
  private func point(
    _ position: [Double], value: Double = 0, index: Int = 0, isolation: Double = 1e-3,
    error: Double = 0, outcome: SearchOutcome = .converged
  ) -> CriticalPoint {
    var point = CriticalPoint(
      position: position, value: value, radialDerivative: 0, gradientNorm: 0, index: index,
      lowestEigenvalue: 1, highestEigenvalue: 2, outcome: outcome, iterations: 1, targetIndex: 0)
    (point.isolation, point.error) = (isolation, error)
    return point
  }

  @Test func earliestRecordStandsForItsGroup() {
    let points = [
      point([1, 0], value: 2), point([0, 1], value: 1), point([1, 1e-9], value: 2 - 1e-10),
      point([0, 1], value: 1), point([1, 0], value: 2),
    ]
    #expect(DistinctPoints(among: points).duplicateOf == [nil, nil, 0, 1, 0])
    #expect(DistinctPoints(among: points).undecided.isEmpty)
  }

  @Test func unconvergedRecordsAreNeverDuplicates() {
    let points = [point([1, 0]), point([1, 0], outcome: .degenerate), point([1, 0])]
    #expect(DistinctPoints(among: points).duplicateOf == [nil, nil, 0])
  }

  @Test func farPointsOfEqualValueStayApart() {
    let points = [point([1, 0]), point([-1, 0]), point([0, 1])]
    #expect(DistinctPoints(among: points).duplicateOf == [nil, nil, nil])
  }

  /// A saddle and a minimum 1e-6 apart are two points if each is known to 1e-9, and no answer if to 1e-6.
  @Test func nearPointsOfDifferentIndex() {
    func pair(_ error: Double) -> DistinctPoints {
      DistinctPoints(among: [
        point([1, 0], isolation: 3e-7, error: error),
        point([1, 1e-6], index: 1, isolation: 3e-7, error: error), point([0, 1]),
      ])
    }
    #expect(pair(1e-9).undecided.isEmpty && pair(1e-9).duplicateOf == [nil, nil, nil])
    #expect(pair(1e-6).undecided == [0, 1])
  }

  /// The same groups in any units of length and value.
  @Test(arguments: [1e-30, 1e-9, 1e9, 1e30]) func units(unit: Double) {
    var stream = RandomStream(seed: 1, purpose: .noise)
    let numbers = stream.normals(count: 400)
    func points(length: Double, value: Double) -> [CriticalPoint] {
      (0..<200).map { i in
        let place = [numbers[2 * (i % 90)], numbers[2 * (i % 90) + 1] + 1e-9 * Double(i)]
        var result = point(
          place.map { $0 * length }, value: value * (place[0] + place[1] * place[1]),
          index: i % 90 % 3, isolation: 1e-5 * length, error: 1e-9 * length)
        result.highestEigenvalue = 2 * value / length / length
        result.lowestEigenvalue = -2 * value / length / length
        result.gradientNorm = 2 * value / length
        return result
      }
    }
    let groups = DistinctPoints(among: points(length: 1, value: 1))
    #expect(groups.duplicateOf.count { $0 == nil } == 90)
    #expect(groups == DistinctPoints(among: points(length: unit, value: 1)))
    #expect(groups == DistinctPoints(among: points(length: 1, value: unit)))
    #expect(groups == DistinctPoints(among: points(length: unit, value: unit)))
  }

  /// p = 4: σ and -σ are both critical, with the same energy and index.
  @Test func oppositePointsAreDifferent() {
    let hamiltonian = PSpinHamiltonian(.pure(4), dimension: 6, seed: 1)
    let search = Search(hamiltonian)
    let first = search.run(points: 1, seed: 1)
    let opposite = Matrix<Double>(columns: [first[0].position.map { -$0 }])
    let both = first + first + search.run(starts: opposite, targets: [0])
    #expect(abs(both[0].value - both[2].value) < 1e-10)
    #expect(DistinctPoints(among: both).duplicateOf == [nil, 0, nil])
  }
}
