import Foundation
import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import SpecialFunctions
import Testing

@Suite struct CovarianceMatrixTests {
  /// Jets at three points, two of them on a line along an axis, against products of Hermite polynomials.
  @Test(arguments: 1...3) func squaredExponential(_ n: Int) throws {
    let (σ2, ℓ) = (2.3, 0.7)
    let points = [[0.3, -0.4, 1.1], [0, -0.4, 1.1], [-0.5, 0.2, 0.6]]
    let observations = points.flatMap { Observation.jet(at: Array($0.prefix(n))) }
    #expect(observations.count == 3 * (n + 1) * (n + 2) / 2)
    let covariance = try IsotropicCovariance.squaredExponential(variance: σ2, length: ℓ)
    let matrix = try covariance.covarianceMatrix(of: observations)
    let expected = hermiteMatrix(observations, observations, variance: σ2, length: ℓ)
    for (a, first) in observations.enumerated() {
      for (b, second) in observations.enumerated() {
        let order = first.orders.reduce(0, +) + second.orders.reduce(0, +)
        let unit = σ2 / pow(ℓ, Double(order))
        #expect(abs(matrix[a, b] - expected[a, b]) < 1e-13 * unit, "\(first) \(second)")
      }
    }
  }

  /// Every family, as far as it has derivatives, against differences of C. Central differences of steps h to
  /// h/8 are extrapolated to zero (Richardson); what they leave is their rounding, 16 ε/(2h/8)⁴ = 1e-8.
  @Test func differences() throws {
    for (name, covariance) in CovarianceTests.families {
      let n = min(3, covariance.largestDimension ?? 3)
      let (x, y) = (Array([0.5, -0.3, 0.2].prefix(n)), Array([-0.4, 0.2, -0.4].prefix(n)))
      let scale =
        covariance.variance + (covariance.fourthMoment.isFinite ? covariance.fourthMoment : 0)
      func jet(at point: [Double]) -> [Observation] {
        covariance.fourthMoment.isFinite
          ? Observation.jet(at: point)
          : Observation.jet(at: point, upTo: covariance.secondMoment.isFinite ? .gradient : .value)
      }
      let matrix = try covariance.covarianceMatrix(of: jet(at: x) + jet(at: y))
      let count = matrix.rows / 2
      for (a, first) in jet(at: x).enumerated() {
        for (b, second) in jet(at: y).enumerated() {
          // Differentiated one coordinate after the other, of x or of y.
          let steps =
            first.orders.enumerated().flatMap { Array(repeating: (true, $0), count: $1) }
            + second.orders.enumerated().flatMap { Array(repeating: (false, $0), count: $1) }
          func difference(_ steps: [(isFirst: Bool, axis: Int)], _ z: [Double], _ h: Double)
            -> Double
          {
            guard let step = steps.last else { return covariance.value(at: z) }
            // z = x - y.
            let sign = step.isFirst ? 1.0 : -1
            var (up, down) = (z, z)
            up[step.axis] += sign * h
            down[step.axis] -= sign * h
            let rest = steps.dropLast()
            return (difference(Array(rest), up, h) - difference(Array(rest), down, h)) / (2 * h)
          }
          var table = (0..<4).map { difference(steps, zip(x, y).map(-), 0.1 / exp2(Double($0))) }
          for k in 1...3 {
            let power = pow(4, Double(k))
            table = zip(table.dropFirst(), table).map { ($0 * power - $1) / (power - 1) }
          }
          #expect(
            abs(matrix[a, count + b] - table[0]) < 3e-7 * scale, "\(name) \(first) \(second)")
        }
      }
    }
  }

  /// At one point the covariances are λ₀, λ₂, -λ₂, λ₄, λ₄/3 or zero. For a Matérn field with second but not
  /// third derivatives too, and there they are the limit of those at two points, off by order r^{2ν-4}.
  @Test func coincidence() throws {
    for ν in [2.5, 2.1, 5] {
      let covariance = try IsotropicCovariance.matern(smoothness: ν, variance: 2, length: 1.5)
      let (λ0, λ2, λ4) = (
        covariance.variance, covariance.secondMoment, covariance.fourthMoment
      )
      let near = 1e-8
      let matrix = try covariance.covarianceMatrix(
        of: Observation.jet(at: [1, 2]) + Observation.jet(at: [1 + near, 2 - near]))
      // V, ∂₁, ∂₂, ∂₁₁, ∂₁₂, ∂₂₂.
      let expected = Matrix<Double>(columns: [
        [λ0, 0, 0, -λ2, 0, -λ2], [0, λ2, 0, 0, 0, 0], [0, 0, λ2, 0, 0, 0],
        [-λ2, 0, 0, λ4, 0, λ4 / 3], [0, 0, 0, 0, λ4 / 3, 0], [-λ2, 0, 0, λ4 / 3, 0, λ4],
      ])
      let bound = ν == 2.1 ? 0.1 * λ4 : 1e-6 * λ4
      for b in 0..<6 {
        for a in 0..<6 {
          #expect(abs(matrix[a, b] - expected[a, b]) < 1e-13 * λ4)
          #expect(abs(matrix[a, 6 + b] - expected[a, b]) < bound, "\(ν): \(a) \(b)")
        }
      }
    }
  }

  /// A covariance of the user's whose derivatives are infinite or undefined at zero still has values.
  @Test func roughCustom() throws {
    let values = [[0.0, 0], [0, 1e-9], [0.3, 0.4]].map { Observation(at: $0) }
    let custom = try IsotropicCovariance { τ in Taylor.exp(-Taylor.sqrt(2 * τ)) }
    let matrix = try custom.covarianceMatrix(of: values)
    let exponential = try IsotropicCovariance.exponential().covarianceMatrix(of: values)
    #expect(zip(matrix.elements, exponential.elements).allSatisfy { abs($0 - $1) < 1e-14 })
    // (1 + x + x²/3)e^{-x}: f'(0) is finite but comes out as ∞ - ∞.
    let smoother = try IsotropicCovariance { τ in
      let x = Taylor.sqrt(10 * τ)
      return (1 + x + x * x / 3) * Taylor.exp(-x)
    }
    #expect(try smoother.covarianceMatrix(of: values)[0, 0] == 1)
    #expect(throws: FieldError.rough) {
      try smoother.covarianceMatrix(of: [Observation(at: [0], .derivative(0))])
    }
  }

  @Test func badInput() async throws {
    let smooth = try IsotropicCovariance.squaredExponential()
    let x = [0.0, 1]
    func matrix(_ covariance: IsotropicCovariance, _ observations: [Observation]) throws {
      _ = try covariance.covarianceMatrix(of: observations)
    }
    #expect(throws: FieldError.duplicatePoints(1, 3)) {
      let mixed = Observation(at: x, .secondDerivative(0, 1))
      let other = Observation(at: x, .secondDerivative(1, 0))
      try matrix(smooth, [Observation(at: x), mixed, Observation(at: x, .derivative(0)), other])
    }
    #expect(throws: FieldError.notFinite(1)) {
      try matrix(smooth, [Observation(at: x), Observation(at: [0, .nan])])
    }
    #expect(throws: FieldError.parameter(dimension(4, most: 3))) {
      try matrix(.spherical(), [Observation(at: [0, 0, 0, 0])])
    }
    // First derivatives for ν > 1, second ones for ν > 2.
    let (value, slope, curvature) = (
      Observation(at: x), Observation(at: x, .derivative(0)),
      Observation(at: x, .secondDerivative(0, 0))
    )
    #expect(throws: FieldError.rough) { try matrix(.matern(smoothness: 1), [value, slope]) }
    #expect(throws: FieldError.rough) { try matrix(.matern(smoothness: 2), [slope, curvature]) }
    #expect(throws: FieldError.rough) { try matrix(.spherical(), [slope]) }
    try matrix(.matern(smoothness: 0.3), [value])
    try matrix(.matern(smoothness: 1.1), [value, slope])
    try matrix(.matern(smoothness: 2.1), [value, slope, curvature])
    await #expect(processExitsWith: .failure) { _ = Observation(at: [0, 1], .derivative(2)) }
  }
}
