import CriticalPoints
import GaussianFields
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import Testing

@Suite struct ConditionedFieldTests {
  /// A point, and a Hessian with the given eigenvalues in random directions.
  private func target(_ eigenvalues: [Double], sample: Int) -> (
    point: [Double], hessian: Matrix<Double>
  ) {
    let n = eigenvalues.count
    var stream = RandomStream(seed: 1, purpose: .noise, sample: sample)
    var random = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n { for i in 0...j { (random[i, j], random[j, i]) = (stream.normal(), 0) } }
    for j in 0..<n { for i in 0..<j { random[j, i] = random[i, j] } }
    var solver = HermitianEigensolver<Double>(size: n)
    _ = solver.diagonalize(random, vectors: true)
    let vectors = solver.eigenvectors
    var hessian = Matrix<Double>(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n {
        hessian[i, j] = (0..<n).reduce(0) { $0 + eigenvalues[$1] * vectors[i, $1] * vectors[j, $1] }
      }
    }
    return (stream.normals(count: n), hessian)
  }

  /// The jet is what was asked for, and derivatives elsewhere are those of the values.
  @Test func hasTheJet() throws {
    for n in [1, 2, 6] {
      let covariance = try IsotropicCovariance.rationalQuadratic(
        exponent: 3, variance: 2, length: 1.5)
      let (point, hessian) = target((0..<n).map { Double($0) - 1.5 }, sample: n)
      let gradient = (0..<n).map { 0.3 * Double($0) - 0.2 }
      let free = try WaveField(covariance, dimension: n, waves: 300, seed: 1)
      let field = try ConditionedField(
        free, covariance: covariance, at: point, value: -1.25, gradient: gradient, hessian: hessian)
      let jets = field.jets(at: Matrix<Double>(columns: [point]), upTo: .hessian)
      #expect(abs(jets.values[0] + 1.25) < 1e-12)
      #expect(zip(jets.gradients.elements, gradient).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(
        zip(jets.hessian(0).elements, hessian.elements).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(landscapeViolations(field) == [])
    }
  }

  /// Critical points put there are found there, with value and index: all of 1000.
  @Test func plantedPointsAreFound() throws {
    let n = 8
    let covariance = try IsotropicCovariance.squaredExponential().extensive(dimension: n)
    for sample in 0..<1000 {
      let k = sample % (n + 1)
      // Of the size of the field's own, with nothing near zero.
      let eigenvalues = (0..<n).map { ($0 < k ? -1.0 : 1.0) * (0.2 + 0.2 * Double($0)) }
      let (point, hessian) = target(eigenvalues, sample: sample)
      let energy = -1 + 0.002 * Double(sample)
      let free = try WaveField(covariance, dimension: n, waves: 100, seed: 2, sample: sample)
      let field = try ConditionedField(
        free, covariance: covariance, at: point, value: energy * Double(n), hessian: hessian)
      // From a little beside.
      let start = point.map { $0 + 1e-4 }
      let found = Search(field, method: .newton).run(
        starts: Matrix<Double>(columns: [start]), targets: [0], threads: 1)[0]
      #expect(found.outcome == .converged && found.index == k, "sample \(sample)")
      #expect(norm(zip(found.position, point).map { $0 - $1 }) < 1e-8)
      #expect(abs(found.value - energy * Double(n)) < 1e-9)
    }
  }

  /// At another point value and slope have the conditional law: mean and variance by regression on the
  /// jet, 3000 samples at 4.5 standard errors (two numbers, 1e-5 in all). Control: the law without the
  /// Hessian's part in it.
  @Test func conditionalLaw() throws {
    let covariance = try IsotropicCovariance.squaredExponential(variance: 1.5)
    let f = covariance.derivatives(at: 0)
    // One dimension: V, V', V'' at 0 against V at x.
    let x = 1.2
    let g = covariance.derivatives(at: x * x / 2)
    // Cov(V(x), V^(j)(0)) = (-1)^j C^(j)(x).
    let cross = [g[0], -g[1] * x, g[2] * x * x + g[1]]
    let jet = [0.7, 0.0, -1.1]
    // Var V = f, Var V' = -f', Var V'' = 3f'', Cov(V, V'') = f'.
    let determinant = f[0] * 3 * f[2] - f[1] * f[1]
    func regression(_ usesHessian: Bool) -> (mean: Double, variance: Double) {
      let weights =
        usesHessian
        ? [
          (3 * f[2] * cross[0] - f[1] * cross[2]) / determinant, cross[1] / -f[1],
          (f[0] * cross[2] - f[1] * cross[0]) / determinant,
        ] : [cross[0] / f[0], cross[1] / -f[1], 0]
      return (
        zip(weights, jet).reduce(0) { $0 + $1.0 * $1.1 },
        f[0] - zip(weights, cross).reduce(0) { $0 + $1.0 * $1.1 }
      )
    }
    var hessian = Matrix<Double>(rows: 1, columns: 1)
    hessian[0, 0] = jet[2]
    let values = try (0..<3000).map { sample in
      try ConditionedField(
        WaveField(covariance, dimension: 1, waves: 400, seed: 3, sample: sample),
        covariance: covariance, at: [0], value: jet[0], hessian: hessian
      ).value(at: [x])
    }
    let mean = values.reduce(0, +) / 3000
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / 2999
    let fourth = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / 3000
    func isConsistent(_ law: (mean: Double, variance: Double)) -> Bool {
      abs(mean - law.mean) < 4.5 * (variance / 3000).squareRoot()
        && abs(variance - law.variance) < 4.5 * (fourth / 3000).squareRoot()
    }
    #expect(isConsistent(regression(true)))
    #expect(!isConsistent(regression(false)))
  }

  @Test func badInput() throws {
    let hessian = Matrix<Double>.identity(2)
    let waves = try IsotropicCovariance.monochromatic(wavenumber: 1, dimension: 2)
    let free = try WaveField(waves, dimension: 2, waves: 10, seed: 1)
    #expect(throws: FieldError.degenerateJet) {
      try ConditionedField(free, covariance: waves, at: [0, 0], value: 1, hessian: hessian)
    }
    #expect(throws: FieldError.rough) {
      try ConditionedField(
        free, covariance: .matern(smoothness: 2), at: [0, 0], value: 1, hessian: hessian)
    }
  }
}
