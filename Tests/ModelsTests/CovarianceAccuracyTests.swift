import Foundation
import Models
import TestSupport
import Testing

/// What the covariances state of their accuracy, at the ends of their parameters' domains, against references of 50
/// digits (Reference/make_covariance_ends.py).
@Suite struct CovarianceAccuracyTests {
  /// Errors in units of 1e-16 of f and its first four derivatives, beside what one rounding of τ does: relative, or for
  /// sums of squared exponentials in units of the values at 0.
  static func stated(_ name: String, _ shape: Double) -> Double {
    name == "matern" ? 100 * (1 + shape) : name == "power-law" ? 200 : 10
  }

  @Test(arguments: ["squared-exponential", "matern", "rational-quadratic", "waves", "power-law"])
  func keepsWhatItStates(_ name: String) throws {
    var largest = 0.0
    for row in try referenceTable("covariance_ends.csv", in: .module) where row[0] == name {
      let covariance = try #require(try Self.family(name, number(row[1]), number(row[2])))
      let distance = try number(row[3])
      let expected = try row[4...].map(number)
      // References are for a shortest length of 1.
      let unit = try name == "power-law" && (number(row[2])) > 1e30 ? 1e-30 : 1
      let τ = distance * distance / 2
      let values = covariance.derivatives(at: τ * unit * unit).enumerated()
        .map { $1 * pow(unit, 2 * Double($0)) }
      let origin = covariance.derivatives(at: 0).enumerated().map { $1 * pow(unit, 2 * Double($0)) }
      for j in 0..<5 where expected[j].magnitude > 1e-290 {
        let size = name == "power-law" ? abs(origin[j]) : abs(expected[j])
        let change = abs(τ * expected[j + 1])
        let error = abs(values[j] - expected[j]) / (size + change)
        let bound = try 1e-16 * Self.stated(name, number(row[1]))
        #expect(error <= bound, "\(row[0...3]), \(j): \(values[j])")
        largest = max(largest, error)
      }
    }
    #expect(largest > 0)
  }

  private func number(_ text: String) throws -> Double {
    text.isEmpty ? 0 : try #require(Double(text))
  }

  private static func family(
    _ name: String, _ first: Double, _ second: Double
  ) throws -> IsotropicCovariance? {
    switch name {
    case "squared-exponential": try IsotropicCovariance.squaredExponential()
    case "matern": try IsotropicCovariance.matern(smoothness: first)
    case "rational-quadratic": try IsotropicCovariance.rationalQuadratic(exponent: first)
    case "waves": try IsotropicCovariance.monochromatic(wavenumber: 1, dimension: Int(first))
    case "power-law": try Self.powerLaw(hurst: first, ratio: second)
    default: nil
    }
  }

  /// Lengths of a ratio, in a unit in which both are in their domain.
  private static func powerLaw(hurst: Double, ratio: Double) throws -> IsotropicCovariance {
    let unit = ratio > 1e30 ? 1e-30 : 1
    return try IsotropicCovariance.truncatedPowerLaw(hurst: hurst, lengths: unit...(unit * ratio))
  }

  /// Infinite shapes are the squared exponential: values, derivatives, spectra and draws.
  @Test func infiniteShapes() throws {
    let limit = try IsotropicCovariance.squaredExponential(variance: 2, length: 0.7)
    let families: [IsotropicCovariance] = [
      try IsotropicCovariance.matern(smoothness: .infinity, variance: 2, length: 0.7),
      try IsotropicCovariance.rationalQuadratic(exponent: .infinity, variance: 2, length: 0.7),
    ]
    for covariance in families {
      for τ in [0, 0.3, 7] {
        #expect(covariance.derivatives(at: τ) == limit.derivatives(at: τ))
        #expect(covariance.value(at: (2 * τ).squareRoot()) == limit.value(at: (2 * τ).squareRoot()))
      }
      #expect(
        covariance.spectralDensity(at: 1.3, dimension: 2)
          == limit.spectralDensity(at: 1.3, dimension: 2))
      #expect(
        "\(covariance.spectralMeasure!)" == "\(limit.spectralMeasure!)")
    }
    // The largest shapes are close: by 1/ν and 1/α or so.
    #expect(abs(try IsotropicCovariance.matern(smoothness: 1000).value(at: 1) - exp(-0.5)) < 1e-3)
    #expect(
      abs(try IsotropicCovariance.rationalQuadratic(exponent: 10_000).value(at: 1) - exp(-0.5))
        < 1e-4)
  }
}
