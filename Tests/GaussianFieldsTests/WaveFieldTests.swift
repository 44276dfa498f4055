import GaussianFields
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import Testing

@Suite struct WaveFieldTests {
  @Test func isALandscape() throws {
    for n in [1, 2, 5] {
      let field = try WaveField(.squaredExponential(length: 1.5), dimension: n, waves: 300, seed: 1)
      #expect(landscapeViolations(field) == [])
      #expect(landscapeViolations(field.confined(by: 0.7)) == [])
    }
    let unit = 2 * Double.pi / 3
    let periodic = WaveField(
      on: Torus(dimension: 2, length: 3),
      wavevectors: Matrix<Double>(columns: [[unit, 0], [unit, -2 * unit]]),
      cosines: [1, 0.5], sines: [0.2, -1])
    #expect(landscapeViolations(periodic) == [])
    let points = Matrix<Double>(columns: [[0.3, 1.2], [3.3, -1.8]])
    let values = periodic.jets(at: points, upTo: .value).values
    #expect(abs(values[0] - values[1]) < 1e-14)
  }

  /// Variances and covariances of value, gradient and Hessian at a point, over 4000 samples at
  /// 4.5 standard errors (seven numbers of three models: 2e-4 in all). Control: twice the variance.
  @Test func moments() throws {
    func worst(_ drawn: IsotropicCovariance, _ model: IsotropicCovariance) throws
      -> Double
    {
      let samples = 4000
      var products: [[Double]] = []
      for sample in 0..<samples {
        let field = try WaveField(drawn, dimension: 2, waves: 40, seed: 2, sample: sample)
        let jets = field.jets(at: Matrix<Double>(columns: [[0.4, -1.1]]), upTo: .hessian)
        let (v, g, h) = (jets.values[0], jets.gradients.elements, jets.hessians!.elements)
        products.append([
          v * v, g[0] * g[0], g[0] * g[1], h[0] * h[0], h[1] * h[1], v * h[0], v * g[1],
        ])
      }
      let (λ0, λ2, λ4) = (model.variance, model.secondMoment, model.fourthMoment)
      let expected = [λ0, λ2, 0, λ4, λ4 / 3, -λ2, 0]
      return expected.indices.map { i in
        let mean = products.reduce(0) { $0 + $1[i] } / Double(samples)
        let square = products.reduce(0) { $0 + ($1[i] - mean) * ($1[i] - mean) }
        return abs(mean - expected[i]) * Double(samples) / square.squareRoot()
      }.max()!
    }
    let smooth = try IsotropicCovariance.squaredExponential(variance: 2, length: 0.7)
    #expect(try worst(smooth, smooth) < 4.5)
    let waves = try IsotropicCovariance.monochromatic(wavenumber: 2, dimension: 2)
    #expect(try worst(waves, waves) < 4.5)
    let sum =
      try IsotropicCovariance.squaredExponential(length: 0.5)
      + IsotropicCovariance.squaredExponential(length: 2)
    #expect(try worst(sum, sum) < 4.5)
    #expect(try worst(.squaredExponential(variance: 4, length: 0.7), smooth) > 4.5)
  }

  /// What is drawn knows its draw; what is given has none.
  @Test func fieldsCarryTheirDraw() throws {
    let waves = try WaveField(.squaredExponential(), dimension: 2, waves: 8, seed: 5, sample: 3)
    let torus = try TorusSampler(.squaredExponential(), dimension: 1, length: 9)
      .sample(seed: 5, sample: 3)
    #expect(waves.origin == Draw(seed: 5, sample: 3) && torus.origin == waves.origin)
    let given = WaveField(
      on: waves.domain, wavevectors: Matrix<Double>(columns: [[1, 0]]), cosines: [1], sines: [0])
    #expect(given.origin == nil)
  }
}
