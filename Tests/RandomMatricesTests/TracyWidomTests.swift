import Foundation
import RandomMatrices
import TestSupport
import Testing

@Suite struct TracyWidomTests {
  static let laws = [1, 2, 4].map { try! TracyWidomLaw(beta: $0, scale: .secondOfOrthogonal) }

  /// Painlevé II against Fredholm determinants at 70 digits and more (Reference/), in relative error.
  @Test func agreesWithDeterminants() throws {
    let rows = try referenceTable("tracy_widom.csv", in: .module).filter { $0[1] == "1" }
    #expect(rows.count == 3 * 24)
    for row in rows {
      let law = try TracyWidomLaw(beta: #require(Int(row[0])), scale: .secondOfOrthogonal)
      let numbers = row[2...].compactMap { Double($0) }
      try #require(numbers.count == 4)
      let (s, distribution, survival, density) = (numbers[0], numbers[1], numbers[2], numbers[3])
      // One rounding of log F is that many roundings of F; right of 0, log(1 - F) of 1 - F.
      let ulps = 1e-15 * (20 - log(min(distribution, survival)))
      let cancelled = law.beta == 4 ? 2e-16 * pow(max(s, 0), 3) : 0
      #expect(abs(law.distribution(s) - distribution) < ulps * distribution, "\(row)")
      #expect(abs(law.survival(s) - survival) < (ulps + cancelled) * survival, "\(row)")
      #expect(abs(law.density(s) - density) < (ulps + cancelled) * density, "\(row)")
    }
  }

  /// Mean, variance, skewness, excess kurtosis from determinants at 40 digits (Reference/).
  @Test func moments() throws {
    let rows = try referenceTable("tracy_widom_moments.csv", in: .module).filter { $0[1] == "1" }
    #expect(rows.count == 3)
    for row in rows {
      let numbers = row[2...].compactMap { Double($0) }
      for scale in Law.SymplecticScale.allCases {
        let law = try TracyWidomLaw(beta: #require(Int(row[0])), scale: scale)
        let unit = law.beta == 4 ? scale.unit : 1
        #expect(abs(law.expectation { _ in 1 } - 1) < 1e-14)
        #expect(abs(law.mean - unit * numbers[0]) < 1e-13)
        #expect(abs(law.variance - unit * unit * numbers[1]) < 1e-13)
        #expect(abs(law.skewness - numbers[2]) < 1e-12)
        #expect(abs(law.excessKurtosis - numbers[3]) < 1e-12)
      }
    }
  }

  /// β = 4 as tabulated by Bornemann, Markov Process. Relat. Fields 16, 803 (2010), from memory, and the scale of
  /// the stochastic Airy operator, from it by 2^{-1/6}.
  @Test func scalesOfFour() throws {
    #expect(abs(try TracyWidomLaw(beta: 4, scale: .bornemann).mean + 2.306884893241) < 1e-11)
    let airy = try TracyWidomLaw(beta: 4)
    #expect(abs(airy.mean + 2.306884893241 / pow(2, 1.0 / 6)) < 1e-11)
    let (x, unit) = (-3.385, Law.SymplecticScale.stochasticAiry.unit)
    #expect(abs(airy.distribution(unit * x) - Self.laws[2].distribution(x)) < 1e-15)
    #expect(abs(airy.density(unit * x) * unit - Self.laws[2].density(x)) < 1e-15)
  }

  /// The asymptotic series with its constants meets the boundary value problem, integrated from the far right,
  /// and Ai meets both: no step at the joints. log F there is known to 1e-15 of itself, survival to 1e-13.
  @Test(arguments: laws) func joints(_ law: TracyWidomLaw) {
    let h = 1e-6
    let (left, right) = (law.logDistribution(-13.25 - h), law.logDistribution(-13.25 + h))
    let slope = law.density(-13.25) / law.distribution(-13.25)
    #expect(abs(right - left - 2 * h * slope) < 1e-12)
    let (near, far) = (law.survival(10.25 - h), law.survival(10.25 + h))
    #expect(abs((near - far) / (2 * h * law.density(10.25)) - 1) < 1e-7)
    let densities = [-3, -1, 1].map { log(law.density(10.25 + $0 * h)) }
    #expect(abs(densities[0] - 2 * densities[1] + densities[2]) < 1e-10)
  }

  /// Positive and monotone to the smallest numbers; F + (1 - F) = 1.
  @Test(arguments: laws) func tails(_ law: TracyWidomLaw) {
    let left: Double = [1: -24, 2: -19.5, 4: -25][law.beta] ?? 0
    let right: Double = [1: 100, 2: 62, 4: 60][law.beta] ?? 0
    let points = Array(stride(from: left, through: right, by: 0.11))
    #expect(law.distribution(left) < 1e-230 && law.survival(right) < 1e-270)
    for (s, next) in zip(points, points.dropFirst()) {
      #expect(law.distribution(s) > 0 && law.survival(next) > 0, "s = \(s)")
      if s < -8 { #expect(law.distribution(s) < law.distribution(next), "s = \(s)") }
      if s > -3 { #expect(law.survival(s) > law.survival(next), "s = \(s)") }
      #expect(law.logDistribution(s) <= law.logDistribution(next), "s = \(s)")
      #expect(abs(law.distribution(s) + law.survival(s) - 1) < 1e-15, "s = \(s)")
    }
    #expect(law.logDistribution(-1e6) < -1e16 && law.distribution(-1e6) == 0)
    #expect(law.survival(200) == 0 && law.density(200) == 0 && law.survival(-1e6) == 1)
  }

  /// In x to 1e-11 over [-8, 4], from F or from 1 - F; from F alone its rounding limits x to 1e-16/F'.
  @Test(arguments: laws) func quantiles(_ law: TracyWidomLaw) {
    for s in stride(from: -8, through: 4, by: 0.1187) {
      let (p, q) = (law.distribution(s), law.survival(s))
      #expect(abs((p < 0.5 ? law.quantile(p) : law.survivalQuantile(q)) - s) < 1e-13)
      let ends = [law.quantile(p), law.survivalQuantile(q)]
      for x in ends where x.isFinite {
        #expect(abs(x - s) < 1e-13 + 2e-16 / law.density(s))
      }
    }
    for p in [1e-300, 1e-100, 1e-9] {
      #expect(abs(law.distribution(law.quantile(p)) / p - 1) < 1e-12)
      #expect(abs(law.survival(law.survivalQuantile(p)) / p - 1) < 1e-12)
    }
  }
}
