import CriticalPoints
import Landscapes
import LinearAlgebra
import Testing

/// Searches on functions whose derivatives are differences.
@Suite struct DifferenceSearchTests {
  private func himmelblau(_ length: Double, _ value: Double, offset: Double = 0)
    -> @Sendable ([Double]) -> Double
  {
    let formula = TestFunction.himmelblau
    return { x in value * (formula.value(at: x.map { $0 / length }) + offset) }
  }

  /// What converges is one of the nine points, at its index, whatever the unit; the offset makes differences of values
  /// less exact by its size.
  @Test(arguments: [(1, 1, 0), (1e-9, 1e9, 0), (1e9, 1e-9, 0), (1, 1, 1e4)])
  func valuesAlone(_ length: Double, _ value: Double, _ offset: Double) {
    let space = EuclideanSpace(dimension: 2, length: 2 * length)
    let landscape = DifferenceLandscape(
      on: space, length: length, value: himmelblau(length, value, offset: offset))
    let known = Sweep(TestFunction.himmelblau).run().points
    let found = Search(landscape).run(points: 60, seed: 1)
    let converged = found.filter { $0.outcome == .converged }
    #expect(converged.count > 30)
    for point in converged {
      #expect(
        known.contains { other in
          other.index == point.index
            && norm(zip(point.position, other.position).map { $0 / length - $1 })
              < 1e-5 * max(1, offset / 100)
        })
    }
    // The error that a point states holds.
    for point in converged where offset == 0 {
      let nearest = known.map { other in
        norm(zip(point.position, other.position).map { $0 / length - $1 })
      }.min()!
      #expect(nearest <= point.error / length + 1e-9)
    }
  }

  /// An eigenvalue that is below what differences can tell has no sign. Control: by the formula it has.
  @Test func smallEigenvalues() {
    let formula = FunctionLandscape(dimension: 2, length: 1) { x in
      cosh(x[0]) + 1e-6 * x[1] * x[1] + 1e-7 * x[0] * x[1]
    }
    let landscape = DifferenceLandscape(on: formula.domain, length: 1) { formula.value(at: $0) }
    let starts = Matrix<Double>(columns: [[0.3, 0.2], [-0.1, 0.4]])
    let (exact, blurred) = (
      Search(formula).run(starts: starts, targets: [0, 0]),
      Search(landscape).run(starts: starts, targets: [0, 0])
    )
    #expect(exact.allSatisfy { $0.outcome == .converged && $0.index == 0 })
    #expect(!blurred.contains { $0.outcome == .converged })
  }
}
