import CGSL
import Foundation
import GaussianFields
import Models
import RandomStreams
import Requirements
import SpecialFunctions
import Testing

/// Every family of covariances with what is known of it.
@Suite struct CovarianceTests {
  static let families: [(name: String, covariance: IsotropicCovariance)] = [
    ("squared exponential", try! IsotropicCovariance.squaredExponential(variance: 2, length: 0.7)),
    ("Matern 2.5", try! IsotropicCovariance.matern(smoothness: 2.5, variance: 2, length: 0.7)),
    ("Matern 3.3", try! IsotropicCovariance.matern(smoothness: 3.3, variance: 0.5, length: 1.4)),
    ("exponential", try! IsotropicCovariance.exponential(variance: 2, length: 0.7)),
    (
      "rational quadratic",
      try! IsotropicCovariance.rationalQuadratic(exponent: 1.3, variance: 2, length: 0.7)
    ),
    ("Cauchy", try! IsotropicCovariance.cauchy(exponent: 0.8, length: 1.5)),
    (
      "power law",
      try! IsotropicCovariance.truncatedPowerLaw(hurst: 0.4, lengths: 0.1...3, variance: 2)
    ),
    (
      "waves in the plane",
      try! IsotropicCovariance.monochromatic(wavenumber: 2, variance: 2, dimension: 2)
    ),
    ("waves in space", try! IsotropicCovariance.monochromatic(wavenumber: 2, dimension: 3)),
    (
      "sum",
      try! IsotropicCovariance.squaredExponential(length: 0.4)
        + IsotropicCovariance.rationalQuadratic(exponent: 1, variance: 3)
    ),
    (
      "product",
      try! IsotropicCovariance.squaredExponential(length: 2)
        * IsotropicCovariance.matern(smoothness: 4, variance: 3)
    ),
    ("extensive", try! IsotropicCovariance.squaredExponential(length: 0.7).extensive(dimension: 9)),
    ("custom", try! IsotropicCovariance { τ in 2 * Taylor.exp(-τ) / (1 + 0.3 * τ) }),
    ("spherical", try! IsotropicCovariance.spherical(variance: 2, length: 3)),
  ]

  /// The series at τ predicts values nearby, with the error of the order left out.
  @Test func seriesPredictValues() {
    for (name, covariance) in Self.families {
      for τ in [0.3, 1.1] {
        let derivatives = covariance.derivatives(at: τ)
        func error(_ h: Double) -> Double {
          var (predicted, power) = (0.0, 1.0)
          for (j, value) in derivatives.enumerated() {
            predicted += value * power
            power *= h / Double(j + 1)
          }
          return abs(covariance.value(at: (2 * (τ + h)).squareRoot()) - predicted)
        }
        let slope = log2(error(0.04) / error(0.02))
        #expect(abs(slope - 5) < 0.5, "\(name) at \(τ): \(slope)")
      }
    }
  }

  /// The Fourier transform of the spectral density is the covariance, in one and three dimensions, with an error
  /// of the rule (densities go as a power of k at 0 and at infinity).
  @Test func spectralDensities() throws {
    let step = 0.002
    var known = 0
    for (name, covariance) in Self.families where name != "exponential" {
      guard covariance.spectralDensity(at: 1, dimension: 1) != nil else { continue }
      known += 1
      for r in [0.4, 1.3] {
        var (line, space) = (0.0, 0.0)
        for i in 0..<100_000 {
          let k = (Double(i) + 0.5) * step
          line += 2 * step * covariance.spectralDensity(at: k, dimension: 1)! * cos(k * r)
          space +=
            4 * .pi * step * covariance.spectralDensity(at: k, dimension: 3)! * k * sin(k * r) / r
        }
        let value = covariance.value(at: r)
        #expect(abs(line - value) < 1e-5 * covariance.variance, "\(name) on the line at \(r)")
        #expect(abs(space - value) < 1e-5 * covariance.variance, "\(name) in space at \(r)")
      }
    }
    #expect(known == 8)
    let exponential = try IsotropicCovariance.exponential(variance: 2, length: 0.7)
    // σ²/(πℓ(k² + 1/ℓ²)).
    let density = try #require(exponential.spectralDensity(at: 1.7, dimension: 1))
    #expect(abs(density - 2 / (.pi * 0.7 * (1.7 * 1.7 + 1 / 0.49))) < 1e-15)
  }

  @Test func closedForms() throws {
    let r = 0.83
    let half = try IsotropicCovariance.matern(smoothness: 1.5, length: 0.6)
    let x = 3.squareRoot() * r / 0.6
    #expect(abs(half.value(at: r) - (1 + x) * exp(-x)) < 1e-14)
    let five = try IsotropicCovariance.matern(smoothness: 2.5, length: 0.6)
    let y = 5.squareRoot() * r / 0.6
    #expect(abs(five.value(at: r) - (1 + y + y * y / 3) * exp(-y)) < 1e-14)
    #expect(
      abs(try IsotropicCovariance.exponential(length: 0.6).value(at: r) - exp(-r / 0.6)) < 1e-14)
    let plane = try IsotropicCovariance.monochromatic(wavenumber: 3, dimension: 2)
    #expect(abs(plane.value(at: r) - gsl_sf_bessel_J0(3 * r)) < 1e-14)
    let space = try IsotropicCovariance.monochromatic(wavenumber: 3, dimension: 3)
    #expect(abs(space.value(at: r) - sin(3 * r) / (3 * r)) < 1e-14)
    #expect(
      abs(
        try IsotropicCovariance.cauchy(exponent: 2, length: 0.6).value(at: r)
          - pow(1 + r * r / 0.36, -2)) < 1e-14)
    #expect(abs(try IsotropicCovariance.spherical(length: 2).value(at: 0.5) - 0.6328125) < 1e-15)
    #expect(try IsotropicCovariance.spherical(length: 2).value(at: 2.5) == 0)
    // A power law from one length to the next is a squared exponential.
    let narrow = try IsotropicCovariance.truncatedPowerLaw(hurst: 0.3, lengths: 1...1.0000001)
    #expect(abs(narrow.value(at: r) - exp(-r * r / 2)) < 1e-6)
  }

  /// κ and the variances of derivatives against formulas.
  @Test func moments() throws {
    let smooth = try IsotropicCovariance.squaredExponential(variance: 2, length: 0.5)
    #expect(smooth.variance == 2 && abs(smooth.secondMoment - 8) < 1e-14)
    #expect(abs(smooth.fourthMoment - 96) < 1e-12 && abs(smooth.kappa - 1) < 1e-15)
    let matern = try IsotropicCovariance.matern(smoothness: 3.5, variance: 2, length: 0.5)
    #expect(abs(matern.secondMoment - 2 * 3.5 / (2.5 * 0.25)) < 1e-12)
    #expect(abs(matern.kappa - (1.5 / 2.5).squareRoot()) < 1e-13)
    #expect(try IsotropicCovariance.matern(smoothness: 1.5).secondMoment.isFinite)
    #expect(try IsotropicCovariance.matern(smoothness: 1.5).fourthMoment == .infinity)
    #expect(try IsotropicCovariance.matern(smoothness: 1).secondMoment == .infinity)
    #expect(try IsotropicCovariance.matern(smoothness: 1.5).kappa == 0)
    #expect(try IsotropicCovariance.spherical().secondMoment == .infinity)
    #expect(
      abs(try IsotropicCovariance.rationalQuadratic(exponent: 2).kappa - (2.0 / 3).squareRoot())
        < 1e-14)
    for n in 1...5 {
      let κ = try IsotropicCovariance.monochromatic(wavenumber: 3, dimension: n).kappa
      #expect(abs(κ * κ - Double(n + 2) / Double(n)) < 1e-13)
    }
    // Bessel's function of order 49 is no number at so short a distance.
    #expect(
      abs(try IsotropicCovariance.monochromatic(wavenumber: 1, dimension: 100).value(at: 1e-6) - 1)
        < 1e-13)
    // Before the first wave it is below exp(-r²/2N): as a Gaussian of N dimensions, soon no number.
    let wide = try IsotropicCovariance.monochromatic(wavenumber: 1, dimension: 100_000)
    #expect(abs(wide.value(at: 300) / exp(-0.45) - 1) < 1e-5 && wide.value(at: 4e4) == 0)
    let extensive = try IsotropicCovariance.squaredExponential(length: 0.5).extensive(dimension: 7)
    #expect(abs(extensive.variance - 7) < 1e-14 && abs(extensive.secondMoment - 4) < 1e-13)
    #expect(abs(extensive.fourthMoment - 3 * 16 / 7) < 1e-12)
  }

  /// Plane waves with wave vectors drawn have the covariance: mean of cos(k·r), 20000 draws, five
  /// distances and twelve families at 5 standard errors (3e-5 in all). Control: those of half the length.
  @Test func spectralMeasures() throws {
    func worst(_ drawn: IsotropicCovariance, _ expected: IsotropicCovariance) -> Double {
      let n = min(3, drawn.largestDimension ?? 3)
      var stream = RandomStream(seed: 1, purpose: .noise)
      let distances = [0.1, 0.3, 0.7, 1.5, 3]
      var (sums, squares) = ([0.0, 0, 0, 0, 0], [0.0, 0, 0, 0, 0])
      let count = 20_000
      for _ in 0..<count {
        let k = drawn.spectralMeasure!.wavevector(dimension: n, using: &stream)
        for (i, r) in distances.enumerated() {
          let value = cos(k[0] * r)
          sums[i] += value
          squares[i] += value * value
        }
      }
      return distances.indices.map { i in
        let mean = sums[i] / Double(count)
        let error = ((squares[i] / Double(count) - mean * mean) / Double(count)).squareRoot()
        return abs(mean - expected.value(at: distances[i]) / expected.variance) / error
      }.max()!
    }
    for (name, covariance) in Self.families where !["custom", "spherical"].contains(name) {
      #expect(worst(covariance, covariance) < 5, "\(name)")
    }
    #expect(
      try worst(.squaredExponential(length: 0.5), IsotropicCovariance.squaredExponential(length: 1))
        > 5)
  }

  @Test func anisotropy() throws {
    let covariance = try AnisotropicCovariance(.squaredExponential(), stretches: [2, 0.5])
    #expect(abs(covariance.value(at: [2, 0]) - exp(-0.5)) < 1e-15)
    #expect(abs(covariance.value(at: [0, 0.5]) - exp(-0.5)) < 1e-15)
    var stream = RandomStream(seed: 1, purpose: .noise)
    var squares = [0.0, 0]
    for _ in 0..<10_000 {
      let k = covariance.spectralMeasure!.wavevector(dimension: 2, using: &stream)
      for i in 0..<2 { squares[i] += k[i] * k[i] / 10_000 }
    }
    // Variances 1/4 and 4, relative errors √(2/10⁴).
    #expect(abs(squares[0] / 0.25 - 1) < 0.07 && abs(squares[1] / 4 - 1) < 0.07)
  }

  @Test func badInput() throws {
    #expect(throws: ParameterError("length", -1, valid: "a positive number")) {
      try IsotropicCovariance.squaredExponential(length: -1)
    }
    #expect(throws: ParameterError("variance", 0, valid: "a positive number")) {
      try IsotropicCovariance.matern(smoothness: 1, variance: 0)
    }
    #expect(
      throws: ParameterError("smoothness", 1e5, valid: "a number from 0.01 to 1000.0, or inf")
    ) {
      try IsotropicCovariance.matern(smoothness: 1e5)
    }
    #expect(throws: FieldError.parameter(dimension(4, most: 3))) {
      try WaveField(.spherical(), dimension: 4, waves: 10, seed: 1)
    }
    #expect(throws: FieldError.parameter(dimension(3, most: 2))) {
      try WaveField(.monochromatic(wavenumber: 1, dimension: 2), dimension: 3, waves: 10, seed: 1)
    }
    #expect(throws: FieldError.noSpectrum) {
      try WaveField(.spherical(), dimension: 2, waves: 10, seed: 1)
    }
    // (1-τ)e^{-τ}: f'(0) = -2, f''(0) = 3, κ² = 4/3 allows six dimensions.
    #expect(throws: ParameterError.self) {
      try IsotropicCovariance { τ in (1 - τ) * Taylor.exp(-τ) }
    }
    #expect(throws: ParameterError.self) {
      try IsotropicCovariance(largestDimension: 7) { τ in (1 - τ) * Taylor.exp(-τ) }
    }
    _ = try IsotropicCovariance(largestDimension: 2) { τ in (1 - τ) * Taylor.exp(-τ) }
    #expect(throws: ParameterError.self) { try IsotropicCovariance { τ in -Taylor.exp(-τ) } }
  }
}
