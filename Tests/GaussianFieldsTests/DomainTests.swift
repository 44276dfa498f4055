import GaussianFields
import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import Requirements
import SpecialFunctions
import Testing

/// Every parameter has a domain: at its ends all works, beyond it is refused.
@Suite struct DomainTests {
  private static let nowhere: [Double] = [
    0, -1, .leastNonzeroMagnitude, 1e-300, 1e-31, 1e31, 1e300, 1e308, .infinity, -.infinity, .nan,
  ]

  @Test func outside() throws {
    for bad in Self.nowhere {
      let makers: [(Double) throws -> Void] = [
        { _ = try IsotropicCovariance.squaredExponential(variance: $0) },
        { _ = try IsotropicCovariance.squaredExponential(length: $0) },
        { _ = try IsotropicCovariance.matern(smoothness: $0 < .infinity ? $0 : .nan) },
        { _ = try IsotropicCovariance.matern(smoothness: 3, variance: $0) },
        { _ = try IsotropicCovariance.matern(smoothness: 3, length: $0) },
        { _ = try IsotropicCovariance.exponential(length: $0) },
        { _ = try IsotropicCovariance.rationalQuadratic(exponent: $0 < .infinity ? $0 : .nan) },
        { _ = try IsotropicCovariance.rationalQuadratic(exponent: 1, variance: $0) },
        { _ = try IsotropicCovariance.rationalQuadratic(exponent: 1, length: $0) },
        { _ = try IsotropicCovariance.cauchy(exponent: $0) },
        { _ = try IsotropicCovariance.spherical(variance: $0) },
        { _ = try IsotropicCovariance.spherical(length: $0) },
        { _ = try IsotropicCovariance.monochromatic(wavenumber: $0, dimension: 2) },
        { _ = try IsotropicCovariance.monochromatic(wavenumber: 1, variance: $0, dimension: 2) },
        { _ = try IsotropicCovariance.truncatedPowerLaw(hurst: $0, lengths: 1...2) },
        { _ = try IsotropicCovariance.truncatedPowerLaw(hurst: 0.5, lengths: 1...2, variance: $0) },
        { _ = try AnisotropicCovariance(.squaredExponential(), stretches: [1, $0]) },
        { _ = try GridSampler(.squaredExponential(), shape: [4], spacing: $0) },
        { _ = try GridSampler(periodic: .squaredExponential(), shape: [4], spacing: $0) },
        { _ = try TorusSampler(.squaredExponential(), dimension: 1, length: $0) },
        { _ = try TorusSampler(.squaredExponential(), dimension: 1, length: 9, tolerance: $0) },
      ]
      for (number, make) in makers.enumerated() {
        #expect(throws: (any Error).self, "\(number): \(bad)") { try make(bad) }
      }
    }
  }

  /// Moments are numbers, waves are drawn and fields on a torus are landscapes.
  @Test(arguments: [1e-30, 1e29], [1e-30, 1e30])
  func ends(_ length: Double, _ variance: Double) throws {
    let covariances: [IsotropicCovariance] = [
      try IsotropicCovariance.squaredExponential(variance: variance, length: length),
      try IsotropicCovariance.matern(smoothness: 5, variance: variance, length: length),
      try IsotropicCovariance.rationalQuadratic(exponent: 40, variance: variance, length: length),
    ]
    for covariance in covariances {
      #expect(covariance.derivatives(at: 0).prefix(3).allSatisfy { $0.isFinite && $0 != 0 })
      let κ = covariance.kappa
      #expect(κ > 0.5 && κ <= 1 + 1e-12)
      let sampler = try TorusSampler(covariance, dimension: 2, length: 9 * length)
      #expect(abs(sampler.moments.variance / variance - 1) < 0.01)
      let waves = try WaveField(covariance, dimension: 2, waves: 50, seed: 1)
      let place = Matrix<Double>(columns: [[0.3 * length, -0.2 * length]])
      for jets in [
        waves.jets(at: place, upTo: .hessian),
        sampler.sample(seed: 1).jets(at: place, upTo: .hessian),
      ] {
        let unit = variance.squareRoot()
        #expect(abs(jets.values[0]) < 10 * unit)
        #expect(jets.gradients.elements.allSatisfy { abs($0) < 10 * unit / length && $0 != 0 })
        #expect(
          jets.hessians!.elements.allSatisfy { abs($0) < 30 * unit / length / length && $0 != 0 })
      }
    }
  }

  /// Functions of the user's that are no covariances.
  @Test func customOnes() {
    for bad in [0.0, -1, .nan] {
      #expect(throws: ParameterError.self) { try IsotropicCovariance { _ in Taylor(bad) } }
    }
    #expect(throws: ParameterError.self) { try IsotropicCovariance { _ in Taylor(1) } }
    #expect(throws: ParameterError.self) { try IsotropicCovariance { τ in Taylor.exp(τ) } }
    #expect(throws: ParameterError.self) { try IsotropicCovariance { τ in 1 - τ - τ * τ } }
  }

  /// Sizes that no memory holds.
  @Test func sizes() throws {
    let covariance = try IsotropicCovariance.squaredExponential()
    #expect(throws: FieldError.self) {
      try WaveField(covariance, dimension: 2, waves: .max, seed: 1)
    }
    #expect(throws: FieldError.tooManyWaves) {
      try TorusSampler(covariance, dimension: 2, length: 1e20)
    }
    #expect(throws: FieldError.tooManyWaves) {
      try TorusSampler(.matern(smoothness: 2.01), dimension: 3, length: 50)
    }
  }
}
