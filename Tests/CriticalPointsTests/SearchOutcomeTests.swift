import CriticalPoints
import LinearAlgebra
import Testing

/// Every way a search can end, on functions of the plane where the right answer is plain.
@Suite struct SearchOutcomeTests {
  private func end(
    of landscape: PlaneLandscape, _ method: SearchMethod, from start: [Double],
    _ adjust: (inout StoppingRule) -> Void = { _ in }
  ) -> CriticalPoint {
    var rule = StoppingRule()
    adjust(&rule)
    return Search(landscape, method: method, rule: rule)
      .run(starts: Matrix<Double>(columns: [start]), targets: [0], threads: 1)[0]
  }

  /// Nine critical points are known: at (3, 2) the value is 0, the maximum is at
  /// (-0.270845, -0.923039). The table's coordinates are good to its last digit.
  @Test func convergedAtAKnownMinimumAndMaximum() {
    let minimum = end(of: .himmelblau, .newton, from: [3.1, 2.2])
    #expect(minimum.outcome == .converged)
    #expect(norm([minimum.position[0] - 3, minimum.position[1] - 2]) < 1e-10)
    #expect(minimum.index == 0)
    #expect(minimum.gradientNorm <= 1e-10)

    let maximum = end(of: .himmelblau, .newton, from: [-0.2, -1])
    #expect(maximum.outcome == .converged)
    #expect(abs(maximum.position[0] + 0.270845) < 1e-6)
    #expect(abs(maximum.position[1] + 0.923039) < 1e-6)
    #expect(maximum.index == 2)
  }

  @Test func allNineCriticalPointsOfHimmelblau() {
    var starts = Matrix<Double>(rows: 2, columns: 400)
    for i in 0..<400 {
      starts[0, i] = Double(i % 20) * 0.6 - 5.7
      starts[1, i] = Double(i / 20) * 0.6 - 5.7
    }
    let found = Search(PlaneLandscape.himmelblau, method: .cappedNewton)
      .run(starts: starts, targets: [Int](repeating: 0, count: 400), threads: 2)
    let duplicates = DistinctPoints(among: found).duplicateOf
    let distinct = zip(found, duplicates).filter { $0.outcome == .converged && $1 == nil }
    let indices = distinct.map(\.0.index)
    let counts = [0, 1, 2].map { k in indices.count { $0 == k } }
    #expect(counts == [4, 4, 1])
    // f grows in all directions, so minima - saddles + maxima = 1, the plane's characteristic.
  }

  @Test func gradientFlatWhereTheGradientIsSmallestButNotZero() {
    let result = end(of: .flat, .levenbergMarquardt, from: [1.5, 0.7])
    #expect(result.outcome == .gradientFlat)
    #expect(abs(result.position[0]) < 1e-3)
    #expect(result.gradientNorm > 0.5)
  }

  /// Everywhere H = diag(1, 0) and g = (x + 1, 1): no Newton step, and Hg is not zero away from
  /// x = -1.
  @Test func stalledWithoutAStep() {
    let ramp = PlaneLandscape(
      value: { x, y in x * x / 2 + x + y }, gradient: { x, _ in (x + 1, 1) },
      hessian: { _, _ in (1, 0, 0) })
    #expect(end(of: ramp, .newton, from: [2, 0]).outcome == .stalled)
    #expect(end(of: ramp, .newton, from: [-1, 0]).outcome == .gradientFlat)
  }

  /// A zero gradient on a whole line is not an isolated critical point.
  @Test func zeroFunctionIsNotConverged() {
    let zero = PlaneLandscape(
      value: { _, _ in 0 }, gradient: { _, _ in (0, 0) }, hessian: { _, _ in (0, 0, 0) })
    for method in SearchMethod.allCases {
      let end = end(of: zero, method, from: [1, 2])
      #expect(end.outcome == .degenerate && end.zeroModes == 2 && end.index == nil)
    }
  }

  @Test func iterationLimit() {
    let result = end(of: .himmelblau, .cappedNewton, from: [-5, 5]) { $0.iterationLimit = 2 }
    #expect(result.outcome == .iterationLimit)
    #expect(result.iterations == 2)
  }

  @Test func nonFinite() {
    let halfPlane = PlaneLandscape(
      value: { x, y in x > 0 ? x * x / 2 + x + y * y / 2 : .nan },
      gradient: { x, y in x > 0 ? (x + 1, y) : (.nan, y) }, hessian: { _, _ in (1, 0, 1) })
    for method in SearchMethod.allCases {
      let result = end(of: halfPlane, method, from: [0.4, 0])
      #expect(result.outcome == .nonFinite)
      #expect(result.lowestEigenvalue.isNaN)
    }
  }
}
