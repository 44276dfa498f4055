import CriticalPoints
import GaussianFields
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import Testing

/// Fields given numbers at several points.
@Suite struct ConditionedPointsTests {
  /// A value, a gradient of zero and a Hessian with k negative eigenvalues at x, as observations and values.
  private func criticalPoint(at x: [Double], value: Double, index k: Int)
    -> (observations: [Observation], values: [Double])
  {
    let n = x.count
    let gradient = [Double](repeating: 0, count: n)
    let hessian = (0..<n).flatMap { j in
      // Diagonally dominant.
      (0...j).map { i in i == j ? (i < k ? -1.0 : 1.2) : 0.3 / Double(n) }
    }
    return (Observation.jet(at: x), [value] + gradient + hessian)
  }

  private func silence(_ n: Int) -> WaveField<EuclideanSpace> {
    WaveField(
      on: EuclideanSpace(dimension: n), wavevectors: Matrix<Double>(rows: n, columns: 1),
      cosines: [0],
      sines: [0])
  }

  /// Two critical points are there as asked for, derivatives elsewhere are those of the values, and a search
  /// finds both.
  @Test(arguments: [1, 2, 4]) func twoCriticalPoints(_ n: Int) throws {
    let covariance = try IsotropicCovariance.rationalQuadratic(
      exponent: 3, variance: 2, length: 1.5)
    let first = criticalPoint(
      at: (0..<n).map { 0.3 * Double($0) - 0.5 }, value: -1.25, index: 0)
    let second = criticalPoint(
      at: (0..<n).map { 1.5 - 0.2 * Double($0) }, value: 0.4, index: 1)
    let (observations, values) = (
      first.observations + second.observations, first.values + second.values
    )
    for sample in 0..<5 {
      let field = try ConditionedField(
        WaveField(covariance, dimension: n, waves: 300, seed: 1, sample: sample),
        covariance: covariance, observations: observations, values: values)
      #expect(field.points == [first.observations[0].point, second.observations[0].point])
      let found = field.values(of: observations)
      #expect(zip(found, values).allSatisfy { abs($0 - $1) < 1e-10 })
      #expect(landscapeViolations(field) == [])
      let starts = Matrix<Double>(columns: field.points.map { $0.map { $0 + 1e-4 } })
      let points = Search(field, method: .newton).run(starts: starts, targets: [0, 1], threads: 1)
      for (k, point) in points.enumerated() {
        #expect(point.outcome == .converged && point.index == k)
        #expect(norm(zip(point.position, field.points[k]).map(-)) < 1e-8)
      }
    }
  }

  /// A jet at one point by the covariance matrix is the one in closed form, at the point too, where the third
  /// derivatives of the covariance may be infinite.
  @Test(arguments: [1, 3]) func closedForm(_ n: Int) throws {
    func check(_ covariance: IsotropicCovariance) throws {
      let x = (0..<n).map { 0.3 * Double($0) - 0.5 }
      var hessian = Matrix<Double>(rows: n, columns: n)
      for j in 0..<n { for i in 0..<n { hessian[i, j] = i == j ? Double(i) - 1.3 : 0.4 } }
      let gradient = (0..<n).map { 0.7 - 0.4 * Double($0) }
      let packed = (0..<n).flatMap { j in (0...j).map { hessian[$0, j] } }
      let free = try WaveField(.squaredExponential(), dimension: n, waves: 100, seed: 3)
      let closed = try ConditionedField(
        free, covariance: covariance, at: x, value: 0.6, gradient: gradient, hessian: hessian)
      let values = [0.6] + gradient + packed
      let general = try ConditionedField(
        free, covariance: covariance, observations: Observation.jet(at: x), values: values)
      #expect(
        zip(closed.values(of: Observation.jet(at: x)), values).allSatisfy { abs($0 - $1) < 1e-10 })
      let others = [x, x.map { $0 + 1e-3 }, x.map { -0.4 * $0 + 0.9 }, x.map { 2 * $0 + 3 }]
      for y in others {
        let jet = Observation.jet(at: y)
        #expect(
          zip(closed.values(of: jet), general.values(of: jet)).allSatisfy { abs($0 - $1) < 1e-10 })
      }
    }
    try check(.rationalQuadratic(exponent: 3, variance: 2, length: 1.5))
    try check(.squaredExponential().extensive(dimension: n))
    try check(.matern(smoothness: 2.5, length: 1.3))
    try check(.matern(smoothness: 3.3, variance: 2))
  }

  /// Numbers of all kinds at four points of the plane.
  private let mixture = [
    Observation(at: [0, 0]), Observation(at: [0.9, 0.2], .derivative(0)),
    Observation(at: [0, 0], .secondDerivative(0, 1)), Observation(at: [-0.5, 1.1]),
    Observation(at: [0.9, 0.2]), Observation(at: [-0.5, 1.1], .secondDerivative(1, 1)),
    Observation(at: [0.4, -0.9], .derivative(1)),
  ]
  private let given = [0.8, -0.5, 1.3, -0.9, 0.2, 0.6, 0.1]

  /// Cov(x, O) K⁻¹ of numbers x by those observed, by polynomials and another solver.
  private func regression(_ x: Observation, on observations: [Observation], length: Double)
    throws -> [Double]
  {
    var solver = LDLFactorization(size: observations.count)
    solver.factorize(hermiteMatrix(observations, observations, length: length))
    return try #require(
      solver.solution(of: hermiteMatrix(observations, [x], length: length).elements))
  }

  /// From the field that is zero everywhere it is the conditional mean, with all derivatives.
  @Test func conditionalMean() throws {
    let covariance = try IsotropicCovariance.squaredExponential(length: 0.8)
    let field = try ConditionedField(
      silence(2), covariance: covariance, observations: mixture, values: given)
    #expect(
      zip(field.values(of: mixture), given).allSatisfy { abs($0 - $1) < 1e-10 })
    for x in [[0.0, 0], [0.5, 0.5], [-1.2, 0.3], [0.9, 0.25], [4, 4]] {
      for number in Observation.jet(at: x) {
        let weights = try regression(number, on: mixture, length: 0.8)
        let expected = zip(weights, given).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(field.values(of: [number])[0] - expected) < 1e-10)
      }
    }
  }

  /// Value, slope and curvature at another point have the conditional mean and variance, over 3000 samples
  /// at 4.5 standard errors (six numbers, 4e-5 in all). Control: the law without the last two numbers.
  @Test func conditionalLaw() throws {
    let covariance = try IsotropicCovariance.squaredExponential(length: 0.8)
    let x = [0.5, -0.4]
    let numbers = [
      Observation(at: x), Observation(at: x, .derivative(1)),
      Observation(at: x, .secondDerivative(0, 1)),
    ]
    let samples = try (0..<3000).map { sample in
      try ConditionedField(
        WaveField(covariance, dimension: 2, waves: 300, seed: 3, sample: sample),
        covariance: covariance, observations: mixture, values: given
      ).values(of: numbers)
    }
    func worst(_ used: Int) throws -> Double {
      let observations = Array(mixture.prefix(used))
      var worst = 0.0
      for (i, number) in numbers.enumerated() {
        let weights = try regression(number, on: observations, length: 0.8)
        let expected = zip(weights, given).reduce(0) { $0 + $1.0 * $1.1 }
        let covariances = hermiteMatrix(observations, [number], length: 0.8).elements
        let variance =
          hermiteCovariance(number, number, length: 0.8)
          - zip(weights, covariances).reduce(0) { $0 + $1.0 * $1.1 }
        let first = mean(samples.map { $0[i] })
        let second = mean(samples.map { ($0[i] - expected) * ($0[i] - expected) })
        worst = max(
          worst, abs(first.value - expected) / first.error,
          abs(second.value - variance) / second.error)
      }
      return worst
    }
    #expect(try worst(7) < 4.5)
    #expect(try worst(5) > 4.5)
  }

  /// A rough field has the values, and the slopes if it has any, at points close together, and is a
  /// landscape away from the points.
  @Test func roughFields() throws {
    let free = try WaveField(.squaredExponential(), dimension: 2, waves: 100, seed: 1)
    func check(
      _ covariance: IsotropicCovariance, _ order: DerivativeOrder, distance: Double,
      _ values: [Double]
    ) throws {
      let places = [[0.0, 0], [0, distance], [1, 0.3]]
      let observations = places.flatMap { Observation.jet(at: $0, upTo: order) }
      let field = try ConditionedField(
        free, covariance: covariance, observations: observations, values: values)
      #expect(
        zip(field.values(of: observations), values).allSatisfy { abs($0 - $1) < 1e-10 })
      #expect(Observation.jet(at: [0, 0]).allSatisfy { field.values(of: [$0])[0].isFinite })
      if distance > 0.1 { #expect(landscapeViolations(field) == []) }
    }
    let exponential = try IsotropicCovariance.exponential()
    let slopes = [1, 0.3, -0.2, 1, 0.31, -0.2, -2, 0, 0]
    for distance in [1e-6, 0.5] {
      try check(exponential, .value, distance: distance, [1, 1.001, -2])
    }
    for distance in [1e-3, 0.5] {
      try check(.matern(smoothness: 1.5), .gradient, distance: distance, slopes)
    }
    #expect(throws: FieldError.rough) {
      try check(exponential, .gradient, distance: 0.5, slopes)
    }
  }

  /// Close points take what another sample of the field has there; anything else would take weights that
  /// are lost in rounding.
  @Test func closePoints() throws {
    let covariance = try IsotropicCovariance.squaredExponential()
    func sample(_ seed: UInt64) throws -> WaveField<EuclideanSpace> {
      try WaveField(covariance, dimension: 2, waves: 100, seed: seed)
    }
    let observations = Observation.jet(at: [0, 0]) + Observation.jet(at: [0.3, 0])
    func condition(_ values: [Double]) throws -> [Double] {
      try ConditionedField(
        sample(1), covariance: covariance, observations: observations, values: values
      ).values(of: observations)
    }
    let likely = try sample(2).values(of: observations)
    #expect(zip(try condition(likely), likely).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(throws: FieldError.self) {
      try condition((0..<12).map { $0.isMultiple(of: 2) ? 1 : -1 })
    }
  }

  @Test func badInput() throws {
    let free = silence(2)
    func condition(
      _ covariance: IsotropicCovariance, _ observations: [Observation],
      _ value: Double = 0
    ) throws {
      _ = try ConditionedField(
        free, covariance: covariance, observations: observations,
        values: observations.map { _ in value })
    }
    let smooth = try IsotropicCovariance.squaredExponential()
    let jet = Observation.jet(at: [0.1, 0.2])
    #expect(throws: FieldError.duplicatePoints(1, 6)) {
      try condition(smooth, jet + [Observation(at: [0.1, 0.2], .derivative(0))])
    }
    #expect(throws: FieldError.dependentPoint(6)) {
      try condition(smooth, jet + [Observation(at: [0.1, 0.2 + 1e-6])])
    }
    #expect(throws: FieldError.notFinite(0)) { try condition(smooth, jet, .nan) }
    #expect(throws: FieldError.dependentPoint(5)) {
      try condition(.monochromatic(wavenumber: 1, dimension: 2), jet)
    }
    #expect(throws: FieldError.parameter(dimension(2, most: 1))) {
      try condition(.monochromatic(wavenumber: 1, dimension: 1), jet)
    }
  }
}
