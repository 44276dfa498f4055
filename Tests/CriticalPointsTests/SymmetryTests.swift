import CriticalPoints
import Landscapes
import LinearAlgebra
import Testing

/// Points counted up to symmetries, and flat directions that symmetries cause.
@Suite struct SymmetryTests {
  /// Three beads on a line, each pair of which likes to be at a distance near one. (Without the sixth power only Σ(xᵢ - xⱼ)² would enter.)
  private static func beads(_ x: [TracedNumber]) -> TracedNumber {
    var energy: TracedNumber = 0
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
      let square = (x[i] - x[j]) * (x[i] - x[j])
      energy += (square - 1) * (square - 1) + square * square * square / 5
    }
    return energy
  }

  private static let maps: [SignedPermutation] = [
    .swapping([0], [1], of: 3), .swapping([1], [2], of: 3), .turning([0, 1, 2], of: 3),
  ]

  /// The same by two coordinates across the translations, over a box, with proof.
  private func proved() -> Sweep<FunctionLandscape<Box>>.Result {
    let (a, b) = (0.5.squareRoot(), (1.0 / 6).squareRoot())
    let plane = FunctionLandscape(on: Box(-3...3, dimension: 2, length: 0.5)) { y in
      Self.beads([a * y[0] + b * y[1], b * y[1] - a * y[0], -2 * b * y[1]])
    }
    return Sweep(plane).run()
  }

  @Test func beadsOnALine() {
    let space = TranslationQuotient(EuclideanSpace(dimension: 3), along: [[1, 1, 1]])
    let landscape = FunctionLandscape(on: space, symmetries: Self.maps, Self.beads)
    #expect(landscape.symmetries.elements.count == 12)
    #expect(landscape.asymmetry(at: [0.3, -1.2, 2.2]) < 1e-14)
    let found = Search(landscape).run(points: 300, seed: 1)
    let orbits = Orbits(found, under: landscape.symmetries)
    let proved = proved()
    #expect(proved.completeness == .proved)
    #expect(orbits.isWhole && orbits.morseSum == 1)
    let points = proved.points.count
    #expect("\(orbits)".contains("under 12 symmetries, \(points) of their \(points) points found"))
    for index in 0...2 {
      let sizes = orbits.orbits.filter { $0.representative.index == index }.compactMap(\.size)
      #expect(sizes.reduce(0, +) == proved.byIndex[index], "\(index): \(sizes)")
    }
    #expect(found.allSatisfy { $0.zeroModes == 0 })
    // Controls: with the translations every point has a mode that is zero, and nothing converges.
    let flat = FunctionLandscape(dimension: 3, Self.beads)
    let degenerate = Search(flat).run(points: 40, seed: 1).filter { $0.outcome == .degenerate }
    #expect(degenerate.count > 20 && degenerate.allSatisfy { $0.zeroModes == 1 && $0.index == nil })
    // A map that is none of its symmetries.
    let wrong = FunctionLandscape(dimension: 3, symmetries: [.turning([0], of: 3)], Self.beads)
    #expect(wrong.asymmetry(at: [0.3, -1.2, 2.2]) > 0.1)
  }

  /// Wherever a search starts, its ends are on the plane.
  @Test func startsOffThePlane() {
    let space = TranslationQuotient(EuclideanSpace(dimension: 3), along: [[2, 2, 2]])
    let landscape = FunctionLandscape(on: space, symmetries: Self.maps, Self.beads)
    let starts = Matrix<Double>(columns: (0..<8).map { [0.1 + Double($0), 1 + Double($0), 3] })
    let found = Search(landscape).run(starts: starts, targets: [Int](repeating: 0, count: 8))
    #expect(found.contains { $0.outcome == .converged })
    for point in found where point.outcome == .converged {
      #expect(abs(point.position.reduce(0, +)) < 1e-12)
    }
  }

  /// Orders of groups, against those known: all permutations, with all signs, and cyclic ones.
  @Test func orders() {
    let blocks = [[0, 1], [2, 3], [4, 5], [6, 7]]
    #expect(SymmetryGroup.permuting(blocks, of: 8).elements.count == 24)
    let hyperoctahedral = SymmetryGroup(
      dimension: 4,
      generators: [
        .swapping([0], [1], of: 4), .swapping([1], [2], of: 4), .swapping([2], [3], of: 4),
        .turning([0], of: 4),
      ])
    #expect(hyperoctahedral.elements.count == 384)
    let cycle = SymmetryGroup(dimension: 5, generators: [SignedPermutation([1, 2, 3, 4, 0])])
    #expect(cycle.elements.count == 5)
    #expect(Set(cycle.images(of: [1, 2, 3, 4, 5])).count == 5)
    #expect(Set(hyperoctahedral.images(of: [1, 1, 0, 0])).count == 24)
  }

  /// A function in two dimensions more than it needs: the quotient's Hessian is that of the plane, in any basis.
  @Test func quotientHessians() {
    let directions = [[1.0, 2, 0, -1], [0, 1, 1, 3]]
    let space = TranslationQuotient(EuclideanSpace(dimension: 4), along: directions)
    // Two vectors across both directions.
    let across = (0..<2).map { k -> [Double] in
      var vector = [0.0, 0, 0, 0]
      vector[k] = 1
      return space.representative(of: vector)
    }
    let landscape = FunctionLandscape(on: space) { x in
      func dot(_ a: [Double]) -> TracedNumber { zip(a, x).reduce(0) { $0 + $1.0 * $1.1 } }
      return sin(dot(across[0])) * exp(dot(across[1])) + dot(across[0]) * dot(across[0])
    }
    let x = space.representative(of: [0.4, -0.3, 0.7, 0.1])
    let shifted = zip(x, directions[0]).map { $0 + 1.3 * $1 }
    #expect(abs(landscape.value(at: x) - landscape.value(at: shifted)) < 1e-13)
    let all = landscape.euclideanHessian(at: x)
    var solver = HermitianEigensolver<Double>(size: 4)
    _ = solver.diagonalize(all)
    let nonzero = solver.eigenvalues.filter { abs($0) > 1e-12 }
    for (a, b) in zip(landscape.spectrum(at: x), nonzero) { #expect(abs(a - b) < 1e-12) }
    #expect(nonzero.count == 2)
  }
}
