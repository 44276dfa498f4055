import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import SpecialFunctions
import Testing

@Suite struct PointSamplerTests {
  /// Scattered in the plane.
  private let points = Matrix<Double>(columns: [[0, 0], [0.4, 0.1], [-0.3, 0.8], [1.5, -0.6]])

  /// Largest |z| of the products of any two numbers of a sample, mean of 4000 against covariance.
  private func worst(_ sampler: PointSampler, _ covariance: Matrix<Double>) -> Double {
    let samples = sampler.sample(count: 4000, seed: 1)
    var worst = 0.0
    for b in 0..<sampler.count {
      for a in 0...b {
        let product = mean((0..<4000).map { samples[a, $0] * samples[b, $0] })
        worst = max(worst, abs(product.value - covariance[a, b]) / product.error)
      }
    }
    return worst
  }

  /// Values of five models at four points and the jets of two at two points: 206 numbers at 5 standard
  /// errors, 1.2e-4 in all. Controls: doubled variance.
  @Test func covariances() throws {
    func values(_ drawn: some Covariance, _ expected: some Covariance) throws -> Double {
      let columns = (0..<points.columns).map(points.column)
      return try worst(
        PointSampler(drawn, points: points),
        Matrix<Double>(
          columns: columns.map { x in columns.map { y in expected.value(at: zip(x, y).map(-)) } }))
    }
    let smooth = try IsotropicCovariance.squaredExponential(variance: 2, length: 0.6)
    #expect(try values(smooth, smooth) < 5)
    let rough = try IsotropicCovariance.exponential(length: 0.7)
    #expect(try values(rough, rough) < 5)
    let ball = try IsotropicCovariance.spherical(length: 1.3)
    #expect(try values(ball, ball) < 5)
    let custom = try IsotropicCovariance { τ in Taylor.exp(-2 * τ) / (1 + τ) }
    #expect(try values(custom, custom) < 5)
    let map = Matrix<Double>(columns: [[1.5, 0.5], [-0.7, 1]])
    let tilted = AnisotropicCovariance(try .matern(smoothness: 1.5, length: 0.8), map: map)
    #expect(try values(tilted, tilted) < 5)
    #expect(try values(.squaredExponential(variance: 4, length: 0.6), smooth) > 5)

    let jets = Observation.jet(at: [0.2, -0.1]) + Observation.jet(at: [0.6, 0.5])
    let exact = hermiteMatrix(jets, jets, variance: 2, length: 0.6)
    #expect(try worst(PointSampler(smooth, observations: jets), exact) < 5)
    let matern = try IsotropicCovariance.matern(smoothness: 2.5, length: 1.2)
    #expect(
      try worst(PointSampler(matern, observations: jets), matern.covarianceMatrix(of: jets)) < 5)
    let doubled = try IsotropicCovariance.squaredExponential(variance: 4, length: 0.6)
    #expect(try worst(PointSampler(doubled, observations: jets), exact) > 5)
  }

  /// Cholesky, circulant embedding and plane waves at the same four points: products of any two values, and
  /// how often all are positive and how often one exceeds 1.5. Means over 3000 samples of each, 36
  /// differences at 5 standard errors, 2e-5 in all. Control: doubled variance.
  @Test func samplersAgree() throws {
    let covariance = try IsotropicCovariance.matern(smoothness: 2.5, length: 1.1)
    let spacing = 0.5
    let places = [[1, 1], [2, 1], [3, 3], [1, 4]]
    let points = Matrix<Double>(columns: places.map { $0.map { Double($0) * spacing } })
    func statistics(_ draw: (Int) throws -> [Double]) rethrows -> [[Double]] {
      try (0..<3000).map { sample in
        let values = try draw(sample)
        let products = values.indices.flatMap { b in (0...b).map { values[$0] * values[b] } }
        return products + [
          values.allSatisfy { $0 > 0 } ? 1 : 0, values.contains { $0 > 1.5 } ? 1 : 0,
        ]
      }
    }
    func worst(_ first: [[Double]], _ second: [[Double]]) -> Double {
      first[0].indices.map { i in
        let (a, b) = (mean(first.map { $0[i] }), mean(second.map { $0[i] }))
        return abs(a.value - b.value) / (a.error * a.error + b.error * b.error).squareRoot()
      }.max()!
    }
    let exact = try PointSampler(covariance, points: points)
    let cholesky = statistics { exact.sample(seed: 1, sample: $0) }
    let grid = try GridSampler(covariance, shape: [4, 5], spacing: spacing, padding: 4)
    let circulant = statistics { sample in
      let values = grid.sample(seed: 2, sample: sample)
      return places.map { values[$0[0] + 4 * $0[1]] }
    }
    let waves = try statistics { sample in
      try WaveField(covariance, dimension: 2, waves: 500, seed: 3, sample: sample)
        .jets(at: points, upTo: .value).values
    }
    #expect(worst(cholesky, circulant) < 5)
    #expect(worst(cholesky, waves) < 5)
    #expect(worst(circulant, waves) < 5)
    let doubled = try PointSampler(
      .matern(smoothness: 2.5, variance: 2, length: 1.1), points: points)
    #expect(worst(statistics { doubled.sample(seed: 4, sample: $0) }, circulant) > 5)
  }

  @Test func samples() throws {
    let sampler = try PointSampler(.matern(smoothness: 1.5), points: points)
    #expect(sampler.count == 4)
    let samples = sampler.sample(count: 20, seed: 1)
    for j in 0..<20 {
      let one = sampler.sample(seed: 1, sample: j)
      #expect(zip(samples.column(j), one).allSatisfy { abs($0 - $1) < 1e-14 })
    }
    #expect(sampler.sample(seed: 1) == sampler.sample(seed: 1))
    #expect(sampler.sample(seed: 1) != sampler.sample(seed: 1, sample: 1))
    #expect(sampler.sample(seed: 1) != sampler.sample(seed: 2))
    #expect(sampler.sample(count: 0, seed: 1).columns == 0)
  }

  @Test func badInput() throws {
    let smooth = try IsotropicCovariance.squaredExponential()
    func pair(_ distance: Double) -> Matrix<Double> {
      Matrix<Double>(columns: [[5, 1], [0, 0], [distance, 0]])
    }
    #expect(throws: FieldError.duplicatePoints(1, 2)) {
      try PointSampler(smooth, points: pair(-0.0))
    }
    #expect(throws: FieldError.notFinite(2)) { try PointSampler(smooth, points: pair(.infinity)) }
    // 1 - C² is 1e-16 in a smooth field, 2e-8 in a rough one.
    #expect(throws: FieldError.dependentPoint(2)) { try PointSampler(smooth, points: pair(1e-8)) }
    _ = try PointSampler(.exponential(), points: pair(1e-8))
    _ = try PointSampler(smooth, points: pair(1e-6))
    // Not a covariance, though its jet at 0 could be one: neighbours agree, and their neighbours do not.
    let wrong = try IsotropicCovariance { τ in Taylor.exp(-(0.01 * τ + τ * τ * τ * τ)) }
    #expect(throws: FieldError.dependentPoint(2)) {
      try PointSampler(wrong, points: Matrix<Double>(columns: [[0], [1], [2]]))
    }
    // A wave's trace is -k² times its value.
    #expect(throws: FieldError.dependentPoint(5)) {
      try PointSampler(
        .monochromatic(wavenumber: 2, dimension: 2), observations: Observation.jet(at: [0, 0]))
    }
    #expect(throws: FieldError.parameter(dimension(2, most: 1))) {
      try PointSampler(.monochromatic(wavenumber: 2, dimension: 1), points: points)
    }
    #expect(throws: FieldError.self) {
      try PointSampler(smooth, points: Matrix<Double>(rows: 1, columns: 1_000_000))
    }
    #expect(throws: FieldError.rough) {
      try PointSampler(.exponential(), observations: Observation.jet(at: [0]))
    }
  }

  @Test func errorsSayWhatToDo() {
    #expect("\(FieldError.duplicatePoints(3, 7))".contains("entries 3 and 7"))
    #expect("\(FieldError.dependentPoint(4))".contains("entry 4"))
    #expect("\(FieldError.notFinite(4))".contains("entry 4"))
    #expect(
      "\(FieldError.memory(bytes: 16e12, available: 24e9))".hasPrefix("this takes 16000.0 GB"))
  }
}
