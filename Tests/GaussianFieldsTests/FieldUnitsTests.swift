import CriticalPoints
import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import Testing

/// Fields in other units of length and value have the same critical points, and searches for them end the same.
@Suite struct FieldUnitsTests {
  /// Every kind of landscape that is made of a field.
  enum Kind: CaseIterable, Sendable {
    case waves, confined, conditioned, torus
  }

  @Test(arguments: Kind.allCases, SearchMethod.allCases)
  func searches(_ kind: Kind, _ method: SearchMethod) throws {
    let plain = try points(kind, method, 1, 1)
    #expect(plain.contains { $0.outcome == .converged })
    // Plain Newton steps from far away and long walks to an index amplify rounding without bound, which powers of two
    // do not change.
    let amplifies = [.newton, .cappedNewton, .indexTargeted].contains(method)
    for unit in amplifies ? [0x1p-49, 0x1p-30, 2, 0x1p30, 0x1p49] : [1e-15, 1e-9, 7, 1e9, 1e15] {
      for (length, value) in [(unit, 1), (1, unit), (unit, unit)] {
        let scaled = try points(kind, method, length, value)
        for (a, b) in zip(plain, scaled) {
          // After hundreds of steps without an end rounding decides whether the last place is flat.
          let isEndless = [a, b].allSatisfy {
            [.iterationLimit, .gradientFlat].contains($0.outcome)
          }
          #expect(isEndless || a.outcome == b.outcome, "\(length), \(value)")
          guard a.outcome == .converged else { continue }
          #expect(a.index == b.index, "\(length), \(value)")
          let shift = zip(a.position, b.position).map { $0 - $1 / length }
          #expect(
            norm(shift) < 1e-7 && abs(a.value - b.value / value) < 1e-10, "\(length), \(value)")
        }
      }
    }
  }

  /// A field with a short and a long scale: walks arrive by a length between them, and by one twice as long.
  @Test(arguments: [0.5, 1]) func statedLength(_ length: Double) throws {
    let short = try IsotropicCovariance.squaredExponential(variance: 0.5, length: 0.4)
    let covariance = try IsotropicCovariance.squaredExponential(variance: 0.5) + short
    let n = 40
    let field = try WaveField(
      covariance.extensive(dimension: n), dimension: n, waves: 40 * n, seed: 1, length: length)
    let found = Search(field).run(points: 64, seed: 1)
    #expect(found.count { $0.outcome == .converged } >= 60)
  }

  private func points(
    _ kind: Kind, _ method: SearchMethod, _ length: Double, _ value: Double
  ) throws -> [CriticalPoint] {
    let covariance = try IsotropicCovariance.squaredExponential(
      variance: value * value, length: length)
    func found(_ landscape: some Landscape) -> [CriticalPoint] {
      Search(landscape, method: method).run(points: 24, seed: 1)
    }
    if kind == .torus {
      return try found(TorusSampler(covariance, dimension: 2, length: 6 * length).sample(seed: 2))
    }
    let n = 6
    let field = try WaveField(covariance, dimension: n, waves: 200, seed: 2)
    switch kind {
    case .confined: return found(field.confined(by: 0.7 * value / (length * length)))
    case .conditioned:
      var hessian = Matrix<Double>(rows: n, columns: n)
      for i in 0..<n { hessian[i, i] = (0.4 + 0.3 * Double(i)) * value / (length * length) }
      return try found(
        ConditionedField(
          field, covariance: covariance, at: (0..<n).map { 0.1 * Double($0) * length },
          value: -0.8 * value, hessian: hessian))
    default: return found(field)
    }
  }
}
