import Foundation
import Numerics
import RandomMatrices
import Testing

/// Joint densities integrate to 1. Where they are analytic by the trapezoidal rule, which is exact to rounding; else by
/// E q/p = 1 over samples of p for a density q of β = 2 whose norm is a product of norms of orthogonal polynomials,
/// 1e-6 each. Control: p a twentieth too large.
@Suite struct JointDensityTests {
  /// One eigenvalue: normal, χ², beta.
  @Test func oneEigenvalue() throws {
    let x = 0.37
    let hermite = try BetaEnsemble.hermite(size: 1, beta: 3).logJointDensity(of: [x])
    #expect(abs(hermite + x * x / 2 + log(2 * .pi) / 2) < 1e-14)
    let laguerre = try BetaEnsemble.laguerre(size: 1, parameter: 2, beta: 0.5)
    #expect(abs(laguerre.logJointDensity(of: [x]) - log(x / 4) + x / 2) < 1e-14)
    #expect(laguerre.logJointDensity(of: [-x]) == -.infinity)
    let jacobi = try BetaEnsemble.jacobi(size: 1, first: 3, second: 2)
    #expect(abs(jacobi.logJointDensity(of: [x]) - log(12 * x * x * (1 - x))) < 1e-14)
    #expect(jacobi.logJointDensity(of: [1.1]) == -.infinity)
    let plane = try ComplexGinibreEnsemble(rows: 1, columns: 1, variance: 1.7)
    let z = Complex(0.3, -0.8)
    #expect(
      abs(plane.logJointDensity(of: [z]) + z.lengthSquared / 1.7 + log(1.7 * .pi)) < 1e-14)
  }

  @Test func circular() throws {
    let points = 24
    let angles = (0..<points).map { 2 * .pi * Double($0) / Double(points) }
    let unitary = try CircularUnitaryEnsemble(size: 3)
    let symplectic = try CircularSymplecticEnsemble(size: 3)
    var sums = (0.0, 0.0)
    for a in angles {
      for b in angles {
        for c in angles where a != b && b != c && a != c {
          sums.0 += exp(unitary.logJointDensity(of: [a, b, c]))
          sums.1 += exp(symplectic.logJointDensity(of: [a, b, c]))
        }
      }
    }
    let cell = pow(2 * .pi / Double(points), 3)
    #expect(abs(sums.0 * cell - 1) < 1e-12)
    #expect(abs(sums.1 * cell - 1) < 1e-12)
    // q/p = |Δ| times a constant.
    let orthogonal = try CircularOrthogonalEnsemble(size: 3)
    let ratios = (0..<8000).map { sample in
      let θ = orthogonal.complexEigenvalues(seed: 1, sample: sample).map(\.phase)
      return exp(unitary.logJointDensity(of: θ) - orthogonal.logJointDensity(of: θ))
    }
    #expect(Sample(ratios).isConsistent(with: 1) && !Sample(ratios).isConsistent(with: 1.05))
  }

  /// Angles of Sp(3) on half a circle, where the density is even: the trapezoidal rule over the circle.
  @Test func symplecticAngles() throws {
    let points = 24
    let angles = (0..<points).map { Double.pi * (2 * Double($0) + 1) / Double(points) }
    let ensemble = try HaarSymplectic(size: 3)
    var sum = 0.0
    for (i, a) in angles.enumerated() {
      for (j, b) in angles.enumerated() where j != i && j != points - 1 - i {
        for (k, c) in angles.enumerated() where ![i, j, points - 1 - i, points - 1 - j].contains(k)
        {
          sum += exp(ensemble.logJointDensity(of: [a, b, c]))
        }
      }
    }
    // Each angle runs over the circle instead of half of it.
    #expect(abs(sum * pow(2 * .pi / Double(points), 3) / 8 - 1) < 1e-12)
  }

  /// Two eigenvalues in the upper half-plane: the density is even in each imaginary part.
  @Test func quaternionPlane() throws {
    let ensemble = try QuaternionGinibreEnsemble(rows: 2, columns: 2, variance: 1.3)
    let (grid, upper) = ((-12...12).map { 0.4 * Double($0) }, (1...12).map { 0.4 * Double($0) })
    var sum = 0.0
    for a in grid {
      for b in upper {
        for c in grid {
          for d in upper where a != c || b != d {
            sum += exp(ensemble.logJointDensity(of: [Complex(a, b), Complex(c, d)]))
          }
        }
      }
    }
    // At imaginary part 0 the density vanishes, so half the line is half the sum.
    #expect(abs(sum * pow(0.4, 4) - 1) < 1e-9)
    #expect(ensemble.logJointDensity(of: [Complex(1, -1), Complex(0, 1)]) == -.infinity)
  }

  @Test func plane() throws {
    let ensemble = try ComplexGinibreEnsemble(rows: 2, columns: 2, variance: 1.3)
    let grid = (-12...12).map { 0.5 * Double($0) }
    var sum = 0.0
    for a in grid {
      for b in grid {
        for c in grid {
          for d in grid where a != c || b != d {
            sum += exp(ensemble.logJointDensity(of: [Complex(a, b), Complex(c, d)]))
          }
        }
      }
    }
    #expect(abs(sum / 16 - 1) < 1e-10)
  }

  /// |Δ(x)|² w(x₁)w(x₂)w(x₃)/(3! h₀h₁h₂), h_k the squared norms of monic orthogonal polynomials.
  private func unitary(_ x: [Double], norms: Double, weight: (Double) -> Double) -> Double {
    let delta = (x[0] - x[1]) * (x[0] - x[2]) * (x[1] - x[2])
    return delta * delta * weight(x[0]) * weight(x[1]) * weight(x[2]) / (6 * norms)
  }

  private func isNormalized(
    _ ensemble: some SpectrumEnsemble, _ log: ([Double]) -> Double, _ q: ([Double]) -> Double
  ) -> Bool {
    let ratios = Sample(
      (0..<20_000).map { sample in
        let x = ensemble.eigenvalues(seed: 2, sample: sample)
        return q(x) / exp(log(x))
      })
    return ratios.isConsistent(with: 1) && !ratios.isConsistent(with: 1.05)
  }

  @Test(arguments: [1, 2.5]) func line(_ beta: Double) throws {
    let hermite = try BetaEnsemble.hermite(size: 3, beta: beta)
    // h_k = √2π k!.
    let norms = pow(2 * .pi, 1.5) * 2
    #expect(
      isNormalized(hermite, hermite.logJointDensity) { x in
        unitary(x, norms: norms) { exp(-$0 * $0 / 2) }
      })
    let laguerre = try BetaEnsemble.laguerre(size: 3, parameter: beta + 1.4, beta: beta)
    // x e^{-rx} on x > 0: h_k = k! (k+1)!/r^{2k+2}; r keeps q/p of small variance.
    let rate = beta < 2 ? 1 : 0.5
    #expect(
      isNormalized(laguerre, laguerre.logJointDensity) { x in
        unitary(x, norms: 24 / pow(rate, 12)) { $0 * exp(-rate * $0) }
      })
    let jacobi = try BetaEnsemble.jacobi(
      size: 3, first: beta + 1.2, second: beta + 0.9, beta: beta)
    // Legendre on (0, 1): h_k = k!⁴/((2k)!² (2k+1)).
    #expect(
      isNormalized(jacobi, jacobi.logJointDensity) { x in
        unitary(x, norms: 1.0 / 12 / 180) { _ in 1 }
      })
  }
}
