import Foundation
import GaussianFields
import RandomStreams
import TestSupport
import Testing

/// What the covariances state of their accuracy, at the ends of their parameters' domains, against references of 50
/// digits (Reference/make_covariance_ends.py).
@Suite struct CovarianceAccuracyTests {
  /// Largest errors in units of 1e-16 of f and its first four derivatives, relative, in units of what one rounding of τ
  /// does.
  static let stated: [String: Double] = [
    "squared-exponential": 10, "matern": 10, "rational-quadratic": 10, "waves": 10,
    "power-law": 10,
  ]

  @Test(arguments: stated.keys.sorted()) func keepsWhatItStates(_ name: String) throws {
    var largest = 0.0
    for row in try referenceTable("covariance_ends.csv", in: .module) where row[0] == name {
      let covariance = try #require(try Self.family(name, number(row[1]), number(row[2])))
      let distance = try number(row[3])
      let expected = try row[4...].map(number)
      let τ = distance * distance / 2
      let values = covariance.derivatives(at: τ)
      for j in 0..<5 where expected[j].magnitude > 1e-290 {
        let condition = abs(τ * expected[j + 1] / expected[j])
        let error = abs(values[j] / expected[j] - 1) / (1 + condition)
        print("COV", row[0...3], j, values[j], expected[j], error / 1e-16)
        largest = max(largest, error / 1e-16)
      }
    }
    print("LARGEST", name, largest)
    #expect(try largest > 0 && largest <= #require(Self.stated[name]))
  }

  private func number(_ text: String) throws -> Double {
    text.isEmpty ? 0 : try #require(Double(text))
  }

  private static func family(
    _ name: String, _ first: Double, _ second: Double
  ) throws -> (any IsotropicCovariance)? {
    switch name {
    case "squared-exponential": try SquaredExponential()
    case "matern": try Matern(smoothness: first)
    case "rational-quadratic": try RationalQuadratic(exponent: first)
    case "waves": try Monochromatic(wavenumber: 1, dimension: Int(first))
    case "power-law": try TruncatedPowerLaw(hurst: first, lengths: 1...second)
    default: nil
    }
  }

  /// Infinite shapes are the squared exponential: values, derivatives, spectra and draws.
  @Test func infiniteShapes() throws {
    let limit = try SquaredExponential(variance: 2, length: 0.7)
    let families: [any IsotropicCovariance] = [
      try Matern(smoothness: .infinity, variance: 2, length: 0.7),
      try RationalQuadratic(exponent: .infinity, variance: 2, length: 0.7),
    ]
    for covariance in families {
      for τ in [0, 0.3, 7] {
        #expect(covariance.derivatives(at: τ) == limit.derivatives(at: τ))
        #expect(covariance.value(atHalfSquare: τ) == limit.value(atHalfSquare: τ))
      }
      #expect(
        covariance.spectralDensity(at: 1.3, dimension: 2)
          == limit.spectralDensity(at: 1.3, dimension: 2))
      var (one, two) = (
        RandomStream(seed: 1, purpose: .noise), RandomStream(seed: 1, purpose: .noise)
      )
      #expect(
        covariance.wavevector(dimension: 3, using: &one)
          == limit.wavevector(dimension: 3, using: &two))
    }
    // The largest shapes are close: by 1/ν and 1/α or so.
    #expect(abs(try Matern(smoothness: 1000).value(at: 1) - exp(-0.5)) < 1e-3)
    #expect(abs(try RationalQuadratic(exponent: 10_000).value(at: 1) - exp(-0.5)) < 1e-4)
  }
}
