import KacRice
import LinearAlgebra
import Models
import RandomMatrices
import RandomStreams
import Testing
import Foundation

@Suite struct LimitingIndexCurveTests {
  /// F against Simpson's rule on its density (2/π)√(1-t²), in the variable t = sin θ that makes the
  /// integrand (2/π)cos²θ smooth. The error is at most π h⁴/180 · 16/π, 4e-14 with 4000 panels.
  @Test(arguments: [-0.99, -0.7354, -0.1, 0.0, 0.2385, 0.9, 0.99999])
  func distributionIsTheIntegralOfTheDensity(_ t: Double) {
    let (a, b) = (-Double.pi / 2, asin(t))
    let panels = 4000
    let h = (b - a) / Double(panels)
    var sum = 0.0
    for i in 0...panels {
      let c = cos(a + Double(i) * h)
      sum += c * c * (i == 0 || i == panels ? 1 : i.isMultiple(of: 2) ? 2 : 4)
    }
    #expect(abs(SemicircleLaw.unit.distribution(t) - 2 / .pi * sum * h / 3) < 1e-12)
  }

  @Test func distributionOutsideTheSupport() {
    #expect(SemicircleLaw.unit.distribution(-1.5) == 0)
    #expect(SemicircleLaw.unit.distribution(-1) == 0)
    #expect(SemicircleLaw.unit.distribution(1) == 1)
    #expect(SemicircleLaw.unit.distribution(7) == 1)
  }

  /// E∞ = 2√((p-1)/p), from the pure formula; the code under test has only the mixed one.
  @Test(arguments: 2...12) func pureThreshold(_ p: Int) throws {
    let expected = 2 * (Double(p - 1) / Double(p)).squareRoot()
    #expect(abs(try LimitingIndexCurve(.pure(p)).threshold - expected) < 1e-14)
  }

  /// (q³ + q⁴)/2: E'∞ = 71/42 exactly; (q³ + q¹⁰)/2: ξ' = 6.5, ξ'' = 48.
  @Test func mixedThresholds() throws {
    let three = try LimitingIndexCurve(try Mixture([3: 0.5, 4: 0.5]))
    #expect(abs(three.threshold - 71.0 / 42) < 1e-14)
    let ten = try LimitingIndexCurve(try Mixture([3: 0.5, 10: 0.5]))
    #expect(abs(ten.threshold - (41.5 + 42.25) / (6.5 * 48.0.squareRoot())) < 1e-14)
  }

  /// In a pure model y = pE, so both curves are one.
  @Test(arguments: [2, 3, 4, 7]) func pureModelsHaveOneCurve(_ p: Int) throws {
    let curve = try LimitingIndexCurve(.pure(p))
    for i in -20...20 {
      let energy = 0.13 * Double(i)
      let difference =
        curve.indexFraction(energy: energy)
        - curve.indexFraction(radialDerivative: Double(p) * energy)
      #expect(abs(difference) < 1e-14)
    }
  }

  /// For a mixture the curve in E is where the annealed exponent s² - (E,y)C⁻¹(E,y)ᵀ/2, with
  /// s = y/(2√ξ''), is largest at given E: compared with a search over y on a grid.
  @Test func mixedCurveMaximisesTheExponent() throws {
    let mixture = try Mixture([1: 0.2, 2: 0.5, 5: 1.3])
    let curve = try LimitingIndexCurve(mixture)
    let xi = mixture.covariance(1)
    let first = mixture.covariance(1, derivative: 1)
    let second = mixture.covariance(1, derivative: 2)
    let (a, b, d) = (xi, first, first + second)
    let energy = -0.8
    func exponent(_ y: Double) -> Double {
      let form = (d * energy * energy - 2 * b * energy * y + a * y * y) / (a * d - b * b)
      return y * y / (4 * second) - form / 2
    }
    let grid = (0...200_000).map { -10 + 1e-4 * Double($0) }
    let best = grid.max { exponent($0) < exponent($1) }!
    let expected = SemicircleLaw.unit.distribution(best / (2 * second.squareRoot()))
    // dF/dy ≤ 1/(π√ξ''): half a grid step moves F by less than 1e-5.
    #expect(abs(curve.indexFraction(energy: energy) - expected) < 1e-5)
  }

  /// α(y) against the matrices it stands for: √(ξ''/N) G - y with G from the GOE. The index of one
  /// matrix has standard deviation sqrt(ln n/π² + 0.26) ≈ 0.94 (Gustavsson 2005), so the mean
  /// index fraction of 40 matrices is known to 0.94/(n√40) = 0.0005; its distance from the limit
  /// is of order 1/n = 0.003. Bound 0.008. The curve of a wrong edge (5 % off) is 0.015 away at
  /// y = -3.
  @Test(arguments: [-4.0, -3.0, 0.0, 2.2]) func agreesWithRandomMatrices(_ y: Double) throws {
    let curve = try LimitingIndexCurve(.pure(3))
    let n = 300
    var stream = RandomStream(seed: 12, purpose: .noise)
    var factorization = LDLFactorization(size: n)
    var total = 0
    for _ in 0..<40 {
      var hessian = Matrix<Double>(rows: n, columns: n)
      for j in 0..<n {
        for i in j..<n {
          let entry = stream.normal() * (i == j ? 2.0.squareRoot() : 1)
          hessian[i, j] = (6 / Double(n)).squareRoot() * entry - (i == j ? y : 0)
        }
      }
      factorization.factorize(hessian)
      total += factorization.negativeEigenvalues ?? 0
    }
    let measured = Double(total) / Double(40 * n)
    #expect(abs(measured - curve.indexFraction(radialDerivative: y)) < 0.008)
    if y == -3 {
      #expect(abs(measured - curve.indexFraction(radialDerivative: 1.05 * y)) > 0.008)
    }
  }
}
