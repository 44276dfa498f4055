import CriticalPoints
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Testing

@Suite struct ExplorationTests {
  /// All points of a Hamiltonian, and none that enumeration has not: from two minima, and with one of ±σ only.
  @Test(arguments: [(3, 6), (4, 5)])
  func hamiltonian(_ p: Int, _ n: Int) throws {
    for sample in 0..<4 {
      let hamiltonian = PSpinHamiltonian(.pure(p), dimension: n, seed: 3, sample: sample)
      let all = try Enumeration.run(hamiltonian, seed: 1)
      #expect(all.completeness == .proved)
      let found = Exploration(Search(hamiltonian)).run(from: 2, indices: [0], seed: 1)
      #expect(found.isExhausted && found.orbits.isWhole)
      #expect(found.orbits.orbits.count == all.points.count)
      let byIndex = (0..<n).map { k in
        found.orbits.orbits.count { $0.representative.index == k }
      }
      #expect(byIndex == all.byIndex)
      guard p.isMultiple(of: 2) else { continue }
      let turned = Exploration(
        Search(hamiltonian),
        symmetries: SymmetryGroup(
          dimension: n, generators: [.turning(Array(0..<n), of: n)])
      ).run(from: 2, indices: [0], seed: 1)
      #expect(2 * turned.orbits.orbits.count == all.points.count)
      #expect(turned.orbits.pointCount == all.points.count)
    }
  }

  /// The same points, in units of any size, whatever the number of threads.
  @Test(arguments: [1, 1e9, 1e-9], [1, 1e9, 1e-9])
  func units(_ value: Double, _ length: Double) {
    let landscape = FunctionLandscape(on: EuclideanSpace(dimension: 2)) { x in
      let (u, v) = (x[0] / length, x[1] / length)
      return value * ((u * u - 1) * (u * u - 1) + (v * v - 2) * (v * v - 2) + u * v / 4)
    }
    let found = Exploration(Search(landscape)).run(from: 1, indices: [0], seed: 1)
    #expect(found.orbits.orbits.count == 9 && found.orbits.morseSum == 1)
    let again = Exploration(Search(landscape)).run(from: 1, indices: [0], seed: 1, threads: 1)
    #expect(again.points == found.points)
  }

  /// It stops where it would make more searches than it may, and says so.
  @Test func limit() {
    let landscape = FunctionLandscape(on: Torus(dimension: 2, length: 1)) { x in
      cos(6 * x[0]) + cos(6 * x[1])
    }
    var exploration = Exploration(Search(landscape))
    exploration.searchLimit = 20
    let found = exploration.run(from: 4, seed: 1)
    #expect(!found.isExhausted && found.points.count <= 20)
  }

  /// Of more points than there is room for it explores the lowest.
  @Test func partOfARound() {
    let landscape = FunctionLandscape(on: EuclideanSpace(dimension: 2)) { x in
      (x[0] * x[0] - 1) * (x[0] * x[0] - 1) + (x[1] * x[1] - 2) * (x[1] * x[1] - 2)
        + x[0] / 8 + x[1] / 4
    }
    let search = Search(landscape)
    let minima = search.run(points: 24, indices: [0], seed: 1)
    let distinct = Orbits(minima, under: SymmetryGroup(dimension: 2, generators: [])).orbits
    #expect(distinct.count == 4)
    var exploration = Exploration(search)
    let all = exploration.run(from: minima)
    #expect(all.isExhausted && all.orbits.orbits.count == 9)
    // Of a minimum of the plane sixteen: two modes, two sides, two distances, two indices.
    exploration.searchLimit = 24 + 16 + 15
    let part = exploration.run(from: minima)
    #expect(!part.isExhausted && part.rounds == 1 && part.points.count == 24 + 16)
    let lowest = distinct.map(\.representative).min { $0.value < $1.value }!
    for point in part.points.dropFirst(24) where point.outcome == .converged {
      let step = zip(point.position, lowest.position).map { $0 - $1 }
      #expect(norm(step) < 2)
    }
    exploration.searchLimit = all.points.count
    #expect(exploration.run(from: minima).isExhausted)
    exploration.searchLimit -= 1
    #expect(!exploration.run(from: minima).isExhausted)
  }

  /// Nothing found, nothing to explore.
  @Test func nowhere() {
    let landscape = FunctionLandscape(on: EuclideanSpace(dimension: 3)) { x in x[0] + x[1] }
    let found = Exploration(Search(landscape)).run(from: 3, seed: 1)
    #expect(found.isExhausted && found.rounds == 0 && found.orbits.orbits.isEmpty)
  }
}
