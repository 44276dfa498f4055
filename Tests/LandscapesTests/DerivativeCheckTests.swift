import Landscapes
import LinearAlgebra
import Testing

/// Slopes at fixed random points and directions. Remainders are clear down to 10⁻¹² of the value,
/// where the next order is smaller by t < 10⁻³ and slopes are within 0.01 of whole numbers.
struct DerivativeCheckTests {
  struct Slopes {
    var gradient: [Double] = []
    var hessian: [Double] = []

    init<L: Landscape>(_ landscape: L) {
      for seed in 0..<10 as Range<UInt64> {
        let domain = landscape.domain
        let point = domain.point(
          fromNormals: normals(domain.ambientDimension, seed: 2 * seed + 100))
        let check = DerivativeCheck(
          landscape, at: point, along: normals(domain.dimension, seed: 2 * seed + 101))
        gradient.append(check.gradientSlope)
        hessian.append(check.hessianSlope)
      }
    }
  }

  static let sphere = cubic(on: Sphere(ambientDimension: 4))

  func near(_ slopes: [Double], _ expected: Double) -> Bool {
    slopes.allSatisfy { abs($0 - expected) < 0.1 }
  }

  /// The typical slope is the wrong one and none is near the right one. (A few lie elsewhere: where
  /// the error happens to be small along the direction, it cancels the next order at some t.)
  func wrong(_ slopes: [Double], _ expected: Double, not right: Double) -> Bool {
    abs(slopes.sorted()[5] - expected) < 0.1
      && slopes.allSatisfy { abs($0 - right) > 0.1 && $0.isFinite }
  }

  @Test(arguments: [
    Slopes(himmelblau), Slopes(sphere), Slopes(cubic(on: Sphere(ambientDimension: 2))),
  ])
  func rightDerivatives(slopes: Slopes) {
    #expect(near(slopes.gradient, 2), "\(slopes.gradient)")
    #expect(near(slopes.hessian, 3), "\(slopes.hessian)")
  }

  /// A gradient wrong by a part in a thousand spoils both slopes.
  @Test(arguments: [
    Slopes(himmelblau.altered { $0.gradient = $0.gradient.map { 1.001 * $0 } }),
    Slopes(sphere.altered { $0.gradient = $0.gradient.map { 1.001 * $0 } }),
  ])
  func wrongGradient(slopes: Slopes) {
    #expect(wrong(slopes.gradient, 1, not: 2), "\(slopes.gradient)")
    #expect(wrong(slopes.hessian, 1, not: 3), "\(slopes.hessian)")
  }

  @Test(arguments: [
    Slopes(himmelblau.altered { for i in 0..<4 { $0.hessian.storage[i] *= 1.001 } }),
    Slopes(sphere.altered { for i in 0..<16 { $0.hessian.storage[i] *= 1.001 } }),
    Slopes(himmelblau.altered { $0.hessian[0, 1] += 0.1 }),
    Slopes(sphere.altered { $0.hessian[2, 3] += 0.1 }),
  ])
  func wrongHessian(slopes: Slopes) {
    #expect(near(slopes.gradient, 2), "\(slopes.gradient)")
    #expect(wrong(slopes.hessian, 2, not: 3), "\(slopes.hessian)")
  }

  /// On the sphere the Hessian needs -y on the diagonal, which only the ambient gradient knows: a
  /// wrong radial part leaves the first slope at 2.
  @Test func wrongRadialDerivative() {
    let n = 4
    let off = HandWritten(domain: Sphere(ambientDimension: n)) { x in
      var jet = Self.sphere.jet(x)
      for i in 0..<n { jet.gradient[i] += 0.01 * x[i] }
      return jet
    }
    #expect(near(Slopes(off).gradient, 2))
    #expect(wrong(Slopes(off).hessian, 2, not: 3))
  }

  /// A linear function in flat space has no remainder.
  @Test func vanishingRemainders() {
    let linear = quadratic(
      Matrix<Double>(rows: 3, columns: 3), linear: [1, 2, 3], on: EuclideanSpace(dimension: 3))
    #expect(Slopes(linear).gradient.allSatisfy { $0 == .infinity })
    #expect(Slopes(linear).hessian.allSatisfy { $0 == .infinity })
  }

  /// NaN compares false with everything, which must not pass for a vanishing remainder.
  @Test func nonFiniteDerivatives() {
    let gradient = Slopes(himmelblau.altered { $0.gradient[0] = .nan })
    #expect(gradient.gradient.allSatisfy(\.isNaN) && gradient.hessian.allSatisfy(\.isNaN))
    let hessian = Slopes(himmelblau.altered { $0.hessian[1, 1] = .infinity })
    #expect(near(hessian.gradient, 2) && hessian.hessian.allSatisfy(\.isNaN))
  }
}
