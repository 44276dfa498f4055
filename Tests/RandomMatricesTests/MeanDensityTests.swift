import Foundation
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// The mean density of finite GOE and GUE matrices.
@Suite struct MeanDensityTests {
  /// Three eigenvalues, the joint density integrated over two of them at 30 digits (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("mean_density.csv", in: .module)
    #expect(rows.count == 6)
    for row in rows {
      let numbers = row.compactMap { Double($0) }
      try #require(numbers.count == 4)
      let law = try MeanDensityLaw(size: Int(numbers[1]), beta: Int(numbers[0]))
      #expect(abs(law.density(numbers[2]) - numbers[3]) < 1e-15, "\(row)")
    }
  }

  /// Sizes up to the largest, against sums of Hermite functions at 60 digits (Reference/).
  @Test func largeSizes() throws {
    let rows = try referenceTable("mean_density_ends.csv", in: .module)
    #expect(rows.count == 26)
    for row in rows {
      let numbers = row.compactMap { Double($0) }
      try #require(numbers.count == 5)
      let (n, x, density, distribution) = (numbers[1], numbers[2], numbers[3], numbers[4])
      let law = try MeanDensityLaw(size: Int(n), beta: Int(numbers[0]))
      // Beside the relative error the density has that of x, in waves of a length of one level.
      let level = 1 / (n * density)
      let relative = abs(law.density(x) / density - 1) / (1 + abs(x) / level)
      #expect(relative < 1e-13, "\(row): \(law.density(x))")
      let error = abs(law.distribution(x) - distribution)
      #expect(error < 1e-14 + 1e-17 * n, "\(row): \(law.distribution(x))")
    }
  }

  /// n = 1 is normal. Traces: E tr M² = n + βn(n-1)/2, and for β = 2 E tr M⁴ = 2n³ + n, E tr M⁶ = 5n⁴ + 10n²
  /// (Harer and Zagier); for β = 1 E tr M⁴ = (2n³ + 5n² + 5n)/4.
  @Test(arguments: [1, 2, 3, 8, 41, 500]) func traces(_ n: Int) throws {
    let size = Double(n)
    for beta in [1, 2] {
      let law = try MeanDensityLaw(size: n, beta: beta)
      let square = 1 + Double(beta) * (size - 1) / 2
      #expect(abs(law.moment(0) - 1) < 1e-13)
      #expect(abs(law.moment(2) - square) < 1e-13 * square, "beta = \(beta)")
      #expect(law.moment(3) == 0)
      let fourth = beta == 2 ? 2 * size * size + 1 : (2 * size * size + 5 * size + 5) / 4
      #expect(abs(law.moment(4) - fourth) < 1e-13 * fourth, "beta = \(beta)")
      if beta == 2 {
        let sixth = 5 * size * size * size + 10 * size
        #expect(abs(law.moment(6) - sixth) < 1e-13 * sixth)
      }
      if n == 1 {
        #expect(abs(law.density(0.77) - exp(-0.77 * 0.77 / 2) / (2 * .pi).squareRoot()) < 1e-16)
      }
    }
  }

  /// F is the integral of the density at n = 500 too: Simpson's rule from the middle, where F = 1/2, over
  /// half a unit, a dozen levels. The remainder is h⁴ρ''''/2880 with ρ ~ e^{i 4√n x}/n.
  @Test(arguments: [1, 2]) func distribution(_ beta: Int) throws {
    let law = try MeanDensityLaw(size: 500, beta: beta)
    #expect(abs(law.distribution(0) - 0.5) < 1e-14)
    let (steps, end) = (4000, 0.5)
    let h = end / Double(steps)
    let sum = (0..<steps).reduce(0) { sum, i in
      let x = Double(i) * h
      return sum + law.density(x) + 4 * law.density(x + h / 2) + law.density(x + h)
    }
    #expect(abs(law.distribution(end) - 0.5 - h / 6 * sum) < 1e-13)
    let edge = (1000 * Double(beta)).squareRoot()
    #expect(law.distribution(-edge - 9) < 1e-14 && law.distribution(edge + 9) > 1 - 1e-14)
  }

  /// Towards the semicircle: F differs by less than 1/(2n) of a level and a half.
  @Test(arguments: [1, 2]) func semicircle(_ beta: Int) throws {
    for n in [20, 200] {
      let law = try MeanDensityLaw(size: n, beta: beta)
      let limit = try SemicircleLaw(radius: (2 * Double(beta * n)).squareRoot())
      for p in stride(from: 0.05, to: 1, by: 0.05) {
        #expect(abs(law.distribution(limit.quantile(p)) - p) < 0.75 / Double(n))
      }
    }
  }

  /// One eigenvalue a matrix, picked at random. False-positive rate 1e-6; control: the law of the other β.
  @Test(arguments: [(1, 2), (2, 1)]) func samples(_ beta: Int, _ other: Int) throws {
    var generator = GSLGenerator(RandomStream(seed: 34, purpose: .noise))
    let ensemble = try BetaEnsemble.hermite(size: 5, beta: Double(beta))
    let sample = (0..<20_000).map { _ in
      let x = ensemble.eigenvalues(from: &generator)
      return x[Int(5 * generator.stream.uniform())]
    }
    #expect(kolmogorovStatistic(sample, try MeanDensityLaw(size: 5, beta: beta)) < 2.694)
    #expect(kolmogorovStatistic(sample, try MeanDensityLaw(size: 5, beta: other)) > 2.694)
  }
}
