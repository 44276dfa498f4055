import CriticalPoints
import GaussianFields
import Landscapes
import LinearAlgebra
import Testing

/// Fields in other units of length and value have the same critical points, and searches for them end the same.
@Suite struct FieldUnitsTests {
  @Test(arguments: SearchMethod.allCases) func fieldSearches(_ method: SearchMethod) throws {
    let n = 6
    func found(_ length: Double, _ deviation: Double) throws -> [CriticalPoint] {
      let covariance = try SquaredExponential(variance: deviation * deviation, length: length)
      let field = try WaveField(covariance, dimension: n, waves: 200, seed: 2)
      return Search(field, method: method).run(points: 24, seed: 1)
    }
    let plain = try found(1, 1)
    // Plain Newton steps from far away amplify rounding without bound, which powers of two do not change.
    let isPlain = method == .newton || method == .cappedNewton
    for unit in isPlain ? [0x1p-40, 0x1p-10, 2, 0x1p10, 0x1p40] : [1e-15, 1e-9, 7, 1e9, 1e15] {
      for (length, value) in [(unit, 1), (1, unit), (unit, unit)] {
        let scaled = try found(length, value)
        for (a, b) in zip(plain, scaled) {
          #expect(a.outcome == b.outcome, "\(length), \(value)")
          guard a.outcome == .converged else { continue }
          #expect(a.index == b.index, "\(length), \(value)")
          let shift = zip(a.position, b.position).map { $0 - $1 / length }
          #expect(
            norm(shift) < 1e-7 && abs(a.value - b.value / value) < 1e-10, "\(length), \(value)")
        }
      }
    }
  }
}
