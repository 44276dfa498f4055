import Foundation
import GaussianFields
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import Requirements
import Testing

@Suite struct GridTests {
  /// Largest |z| of products of values at pairs of points of a grid, mean against covariance.
  private func worst(
    _ sampler: GridSampler, samples: Int, _ covariance: (_ offset: [Int]) -> Double
  ) -> Double {
    let shape = sampler.shape
    let offsets = [[0, 0], [1, 0], [0, 1], [2, 1], [1, -1], [3, 0], [0, 4]]
    var products = offsets.map { _ in [Double]() }
    for sample in 0..<samples {
      let values = sampler.sample(seed: 1, sample: sample)
      for (i, offset) in offsets.enumerated() {
        let (a, b) = (shape[0] / 2, shape[1] / 2)
        let first = values[a + shape[0] * b]
        let second = values[(a + offset[0]) + shape[0] * (b + offset[1])]
        products[i].append(first * second)
      }
    }
    return zip(offsets, products).map { offset, values in
      let mean = values.reduce(0, +) / Double(samples)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return abs(mean - covariance(offset)) * Double(samples) / square.squareRoot()
    }.max()!
  }

  /// 3000 samples, seven offsets, five models at 4.5 standard errors: 3e-4 in all. Control: doubled
  /// variance.
  @Test func covarianceOnGrids() throws {
    let spacing = 0.3
    func check(_ covariance: some Covariance, _ expected: some Covariance) throws -> Double {
      let sampler = try GridSampler(covariance, shape: [10, 12], spacing: spacing, padding: 4)
      return worst(sampler, samples: 3000) {
        expected.value(at: $0.map { Double($0) * spacing })
      }
    }
    let smooth = try IsotropicCovariance.squaredExponential(variance: 2, length: 0.6)
    #expect(try check(smooth, smooth) < 4.5)
    let rough = try IsotropicCovariance.exponential(length: 0.7)
    #expect(try check(rough, rough) < 4.5)
    let ball = try IsotropicCovariance.spherical(length: 1.3)
    #expect(try check(ball, ball) < 4.5)
    let map = Matrix<Double>(columns: [[1.5, 0.5], [-0.7, 1]])
    let tilted = AnisotropicCovariance(try .matern(smoothness: 1.5, length: 0.8), map: map)
    #expect(try check(tilted, tilted) < 4.5)
    #expect(try check(.squaredExponential(variance: 4, length: 0.6), smooth) > 4.5)

    // Periodic: three periods are enough here to be told from one.
    let spread = try IsotropicCovariance.squaredExponential(length: 1.1)
    let periodic = try GridSampler(periodic: spread, shape: [10, 12], spacing: spacing)
    let images = worst(periodic, samples: 3000) { offset in
      var sum = 0.0
      for i in -4...4 {
        for j in -4...4 {
          sum += spread.value(
            at: [Double(offset[0] + 10 * i) * spacing, Double(offset[1] + 12 * j) * spacing])
        }
      }
      return sum
    }
    #expect(images < 4.5)
  }

  /// A sample is a real field in one, two and three dimensions whose variance is right: mean square of 20000
  /// values that are nearly independent, 5 standard errors.
  @Test(arguments: [[20_000], [200, 100], [20, 40, 25], [1, 20_000]])
  func variance(_ shape: [Int]) throws {
    let sampler = try GridSampler(.squaredExponential(variance: 3), shape: shape, spacing: 4)
    let values = sampler.sample(seed: 2)
    #expect(values.count == 20_000)
    let square = values.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(square / 3 - 1) < 5 * (2.0 / 20_000).squareRoot())
    #expect(values == sampler.sample(seed: 2))
    #expect(values != sampler.sample(seed: 2, sample: 1))
  }

  /// Series on the torus are landscapes, with the correlation length of the covariance.
  @Test func periodicSeries() throws {
    for n in 1...3 {
      let covariance = try IsotropicCovariance.squaredExponential(length: 0.8)
      let sampler = try TorusSampler(covariance, dimension: n, length: 5)
      #expect(
        abs(sampler.moments.variance - 1) < 1e-4
          && abs(sampler.moments.fourth - 3 / 0.4096) < 0.01)
      #expect(sampler.anisotropy < 1e-5)
      let field = sampler.sample(seed: 1)
      #expect(landscapeViolations(field) == [])
      #expect(abs(field.domain.scale - Double(n).squareRoot() * 0.8) < 0.01)
    }
    // Images at four lengths: 2(256 - 96 + 3)e^{-8} of 3 in λ₄, 8(1 - 16)e^{-8} of 1 in ∂₁²∂₂².
    let short = try TorusSampler(.squaredExponential(), dimension: 2, length: 4)
    let image: Double = exp(-8)
    let fourth = 3 + 2 * image * (163 + 3)
    let cross = 1 + 4 * image * (1 - 16)
    #expect(abs(short.anisotropy - abs(1 - 3 * cross / fourth)) < 1e-3)
    #expect(throws: FieldError.slowDecay) {
      try TorusSampler(.rationalQuadratic(exponent: 1), dimension: 1, length: 5)
    }
    #expect(throws: FieldError.tooManyWaves) {
      try TorusSampler(.exponential(length: 0.2), dimension: 2, length: 5)
    }
  }

  /// A Fourier series is the sum of its waves, with all derivatives.
  @Test(arguments: 1...3) func seriesAreWaves(_ n: Int) throws {
    let length = 2.7
    let torus = Torus(dimension: n, length: length)
    let vectors = [[0, 0, 0], [1, -2, 3], [2, 0, -1], [0, 1, 0], [0, 0, 2]].map {
      Array($0.prefix(n))
    }
    .filter { n == 3 || $0.contains { $0 != 0 } }
    let (cosines, sines) = (
      vectors.indices.map { 0.3 + Double($0) }, vectors.indices.map { 1 - 0.7 * Double($0) }
    )
    let series = FourierField(on: torus, vectors: vectors, cosines: cosines, sines: sines)
    let waves = WaveField(
      on: torus,
      wavevectors: Matrix<Double>(
        columns: vectors.map { $0.map { 2 * .pi / length * Double($0) } }),
      cosines: cosines, sines: sines)
    let points = Matrix<Double>(
      columns: (0..<7).map { p in (0..<n).map { Double(p) * 0.37 + Double($0) * 0.81 } })
    for order in [DerivativeOrder.value, .gradient, .hessian] {
      let (a, b) = (series.jets(at: points, upTo: order), waves.jets(at: points, upTo: order))
      func agree(_ x: [Double], _ y: [Double]) -> Bool {
        zip(x, y).allSatisfy { abs($0 - $1) < 1e-13 * y.reduce(0) { max($0, abs($1)) } }
      }
      #expect(agree(a.values, b.values))
      #expect(order == .value || agree(a.gradients.elements, b.gradients.elements))
      #expect(order < .hessian || agree(a.hessians!.elements, b.hessians!.elements))
    }
  }

  /// Values of the series at points of a grid have the same law as those of the grid sampler: variances and
  /// neighbour products over 3000 samples of each, 4.5 standard errors of the difference.
  @Test func seriesAndGridAgree() throws {
    let covariance = try IsotropicCovariance.matern(smoothness: 4.5, length: 0.8)
    let (count, length) = (8, 4.0)
    let grid = try GridSampler(periodic: covariance, shape: [count, count], spacing: 0.5)
    let points = Matrix<Double>(columns: [[1.0, 1], [1.5, 1], [2.5, 2]])
    let places = [2 + 2 * count, 3 + 2 * count, 5 + 4 * count]
    let series = try TorusSampler(covariance, dimension: 2, length: length)
    var differences = [[Double]](repeating: [], count: 3)
    for sample in 0..<3000 {
      let a = series.sample(seed: 4, sample: sample).jets(at: points, upTo: .value).values
      let values = grid.sample(seed: 5, sample: sample)
      let b = places.map { values[$0] }
      for i in 0..<3 { differences[i].append(a[0] * a[i] - b[0] * b[i]) }
    }
    for values in differences {
      let mean = values.reduce(0, +) / 3000
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      #expect(abs(mean) * 3000 / square.squareRoot() < 4.5)
    }
  }

  @Test func badInput() throws {
    #expect(throws: FieldError.parameter(.init("spacing", 0, valid: "a positive number"))) {
      try GridSampler(.squaredExponential(), shape: [4], spacing: 0)
    }
    #expect(throws: FieldError.parameter(dimension(3, most: 2))) {
      try GridSampler(.monochromatic(wavenumber: 1, dimension: 2), shape: [4, 4, 4], spacing: 1)
    }
    #expect(throws: FieldError.self) {
      try GridSampler(.squaredExponential(), shape: [100_000, 100_000], spacing: 1)
    }
    for spacing in [1e-31, 1e31] {
      #expect(
        throws: FieldError.parameter(
          .init("spacing", spacing, valid: "a positive number from 1e-30 to 1e+30"))
      ) {
        try GridSampler(.squaredExponential(), shape: [4], spacing: spacing)
      }
    }
    for shape in [[.max], [1 << 40, 1 << 40, 1 << 40], [1 << 31]] {
      #expect(throws: FieldError.self) {
        try GridSampler(.squaredExponential(), shape: shape, spacing: 1)
      }
      #expect(throws: FieldError.self) {
        try GridSampler(periodic: .squaredExponential(), shape: shape, spacing: 1)
      }
    }
    #expect(throws: FieldError.self) {
      try GridSampler(.squaredExponential(), shape: [4], spacing: 1, padding: 1e20)
    }
    for length in [0.5, 1e-3, 1e-29] {
      #expect(throws: FieldError.self) {
        try TorusSampler(.squaredExponential(), dimension: 2, length: length)
      }
    }
  }

  /// A long correlation on a short grid needs a larger torus, which is found; values at the two ends have the
  /// covariance, over 3000 samples at 4.5 standard errors. Where none of a bearable size does, that is said at
  /// once.
  @Test func paddingIsFound() throws {
    let covariance = try IsotropicCovariance.squaredExponential(length: 5)
    let sampler = try GridSampler(covariance, shape: [16, 16], spacing: 0.5)
    #expect(sampler.torus[0] > 64 && sampler.torus.reduce(1, *) <= GridSampler.largestTorus)
    let products = (0..<3000).map { sample in
      let values = sampler.sample(seed: 6, sample: sample)
      return values[0] * values[15]
    }
    let mean = products.reduce(0, +) / 3000
    let square = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(mean - covariance.value(at: [7.5])) * 3000 / square.squareRoot() < 4.5)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: FieldError.notEmbeddable(points: GridSampler.largestTorus)) {
        try GridSampler(.squaredExponential(length: 1000), shape: [8, 8], spacing: 0.1)
      }
    }
    #expect(time < .seconds(10))
  }
}
