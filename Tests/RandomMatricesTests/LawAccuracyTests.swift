import Foundation
import RandomMatrices
import TestSupport
import Testing

/// What the laws state of their accuracy, at the ends of their parameters' domains, against references of 50 digits
/// (Reference/make_law_ends.py).
@Suite struct LawAccuracyTests {
  /// Largest errors, in units of 1e-16: of a density, relative, and of F, relative to its whole mass 1, both in units
  /// of what one rounding of x does; of mean, variance and third moment, relative.
  struct Errors: Sendable, Equatable {
    var density = 0.0
    var distribution = 0.0
    var moments = 0.0
  }

  static let stated: [String: Errors] = [
    "semicircle": usual, "marchenko-pastur": usual, "wachter": usual, "kesten-mckay": usual,
    "surmise": Errors(density: 10, distribution: 10, moments: 30),
    "ratios": Errors(density: 10, distribution: 10, moments: 60),
  ]

  private static let usual = Errors(density: 10, distribution: 10, moments: 10)

  @Test(arguments: stated.keys.sorted()) func keepsWhatItStates(_ name: String) throws {
    var errors = Errors()
    for row in try referenceTable("law_ends.csv", in: .module) where row[0] == name {
      let law = try #require(try SpectralLawTests.law(row[0], number(row[1]), number(row[2])))
      let (x, density, condition) = try (number(row[3]), number(row[4]), number(row[5]))
      let distribution = try number(row[6])
      let relative = abs(law.density(x) - density) / density / (1 + condition)
      let mass = abs(law.distribution(x) - distribution) / (1 + abs(x) * density)
      errors.density = max(errors.density, relative / 1e-16)
      errors.distribution = max(errors.distribution, mass / 1e-16)
    }
    for row in try referenceTable("law_ends_moments.csv", in: .module) where row[0] == name {
      let law = try #require(try SpectralLawTests.law(row[0], number(row[1]), number(row[2])))
      let values = [law.mean, law.variance, law.moment(3)]
      for (value, text) in zip(values, row[3...5]) {
        let expected = try number(text)
        let error = value == expected ? 0 : abs(value - expected) / abs(expected)
        errors.moments = max(errors.moments, error / 1e-16)
      }
    }
    let bound = try #require(Self.stated[name])
    #expect(errors.density <= bound.density && errors.density > 0, "\(errors)")
    #expect(errors.distribution <= bound.distribution, "\(errors)")
    #expect(errors.moments <= bound.moments, "\(errors)")
  }

  private func number(_ text: String) throws -> Double {
    text.isEmpty ? 0 : try #require(Double(text))
  }
}
