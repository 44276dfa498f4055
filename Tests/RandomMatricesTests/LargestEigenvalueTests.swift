import Foundation
import RandomMatrices
import TestSupport
import Testing

/// The exact law of the largest eigenvalue at finite n, against closed forms and other programs.
@Suite struct LargestEigenvalueTests {
  /// Logarithm, 1 - F and density in digits relative to each, from F = 1e-540 to 1 - F = 1e-16: incomplete
  /// moments of monomials at 150 digits (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("largest_eigenvalue.csv", in: .module)
    #expect(rows.count == 17 * 7)
    for row in rows {
      let numbers = row.compactMap { Double($0) }
      try #require(numbers.count == 6)
      let (n, t) = (numbers[1], numbers[2])
      let law = try LargestEigenvalueLaw(size: Int(n), beta: Int(numbers[0]))
      let error = 2e-14 * n
      #expect(abs(law.logDistribution(t) - numbers[3]) < error * max(1, -numbers[3]), "\(row)")
      #expect(abs(law.survival(t) - numbers[4]) < 5 * error * numbers[4], "\(row)")
      #expect(
        abs(law.density(t) - numbers[5]) <= 5 * error * max(1, -numbers[3]) * numbers[5], "\(row)")
    }
  }

  /// Mean and variance of β = 1 by Pfaffian quadrature in an independent program, 12 digits.
  @Test(arguments: [
    (2, 0.886226925453, 0.714601836603), (3, 1.465807535709, 0.601408268259),
    (4, 1.922461325481, 0.536193259600), (5, 2.309893292182, 0.492135746655),
    (6, 2.651792087712, 0.459624522709), (8, 3.245102993273, 0.413668513528),
    (10, 3.757528744546, 0.381848125688), (12, 4.214899279542, 0.357980694959),
    (15, 4.827911035022, 0.331069817363), (20, 5.716341477096, 0.299664712897),
  ])
  func meanAndVariance(_ n: Int, _ mean: Double, _ variance: Double) throws {
    let law = try LargestEigenvalueLaw(size: n)
    #expect(abs(law.moment(0) - 1) < 1e-12)
    #expect(abs(law.mean - mean) < 2e-12)
    #expect(abs(law.moment(2) - law.mean * law.mean - variance) < 1e-11)
  }

  private func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// n = 1 is normal for every β; two eigenvalues of β = 1: Φ(t√2) - e^{-t²/2} Φ(t)/√2.
  @Test func closedForms() throws {
    for t in stride(from: -4.385, to: 6, by: 0.77) {
      for beta in [1, 2, 4] {
        let law = try LargestEigenvalueLaw(size: 1, beta: beta)
        #expect(abs(law.distribution(t) - normal(t)) < 1e-14 * normal(t))
      }
      let pair = normal(t * 2.0.squareRoot()) - exp(-t * t / 2) * normal(t) / 2.0.squareRoot()
      #expect(abs(try LargestEigenvalueLaw(size: 2).distribution(t) - pair) < 1e-15)
    }
    let pair = try LargestEigenvalueLaw(size: 2)
    #expect(abs(pair.mean - Double.pi.squareRoot() / 2) < 1e-14)
    #expect(abs(pair.moment(2) - 1.5) < 1e-14)
  }

  /// The largest sizes, against the limit: with centre √(2βn + β - 2) and the shift -ζ²/(20n^{2/3}) of ζ the mean is
  /// that of Tracy and Widom but for terms of order 1/n. Control: the next β.
  @Test(.long, arguments: [(1, 600), (2, 600), (4, 300)])
  func largestSizes(_ beta: Int, _ n: Int) throws { try expectLimit(beta, n, within: 1e-3) }

  @Test(arguments: [(1, 150), (2, 150), (4, 75)]) func largeSizes(_ beta: Int, _ n: Int) throws {
    try expectLimit(beta, n, within: 4e-3)
  }

  private func expectLimit(_ beta: Int, _ n: Int, within bound: Double) throws {
    func rest(_ n: Int, _ beta: Int, _ limit: TracyWidomLaw) throws -> Double {
      let law = try LargestEigenvalueLaw(size: n, beta: beta)
      #expect(abs(law.moment(0) - 1) < 1e-10)
      let (size, β) = (Double(n), Double(beta))
      let unit = (β / 2).squareRoot() * pow(size, -1.0 / 6)
      let mean = (law.mean - (2 * β * size + β - 2).squareRoot()) / unit
      let square = limit.variance + limit.mean * limit.mean
      return mean - limit.mean + square / (20 * pow(size, 2.0 / 3))
    }
    let limit = try TracyWidomLaw(beta: beta)
    let (coarse, fine) = (try rest(n / 4, beta, limit), try rest(n, beta, limit))
    #expect(abs(fine) < bound && abs(fine) < 0.4 * abs(coarse))
    let other = try TracyWidomLaw(beta: beta == 1 ? 2 : 1)
    #expect(abs(try rest(n, beta, other)) > bound)
  }

  /// By symmetry F(0) is the probability of a positive definite matrix.
  @Test func positiveDefinite() throws {
    let root = 2.0.squareRoot()
    let exact = [2: (2 - root) / 4, 3: (.pi - 2 * root) / (4 * .pi)]
    for (n, probability) in exact {
      #expect(
        abs(try LargestEigenvalueLaw(size: n).distribution(0) - probability) < 1e-15, "n = \(n)")
    }
  }

  /// Distribution and survival meet, and limits are limits.
  @Test(arguments: [1, 2, 4]) func ends(_ beta: Int) throws {
    let law = try LargestEigenvalueLaw(size: 7, beta: beta)
    for p in [1e-12, 0.3, 0.61, 0.9, 1 - 1e-9] {
      let t = law.quantile(p)
      #expect(abs(law.distribution(t) + law.survival(t) - 1) < 1e-14)
    }
    #expect(law.distribution(.infinity) == 1 && law.survival(.infinity) == 0)
    #expect(law.distribution(-.infinity) == 0 && law.logDistribution(-.infinity) == -.infinity)
    #expect(law.density(.infinity) == 0 && law.density(-.infinity) == 0)
    // Far left all eigenvalues pay t²/2 each: log F/t² tends to -n/2.
    #expect(abs(law.logDistribution(-1e4) / 1e8 + 3.5) < 1e-5)
    #expect(abs(law.logDistribution(-1e20) / 1e40 + 3.5) < 1e-14)
  }

  /// Towards Tracy and Widom as n^{-β'/3}: at the edge √(2βn) errors fall by 4^{1/3} (β = 1) and
  /// 4^{2/3} (β = 2) for four times the size.
  @Test(arguments: [(1, 1.0), (2, 2.0)]) func tracyWidom(_ beta: Int, _ power: Double) throws {
    let limit = try TracyWidomLaw(beta: beta)
    let b = Double(beta)
    for s in [-2.385, -0.7] {
      let errors = try [16, 64, 256].map { n in
        let (size, law) = (Double(n), try LargestEigenvalueLaw(size: n, beta: beta))
        let t = (2 * b * size).squareRoot() + (b / 2).squareRoot() * pow(size, -1.0 / 6) * s
        return law.distribution(t) - limit.distribution(s)
      }
      for (coarse, fine) in zip(errors, errors.dropFirst()) {
        #expect(abs(log(coarse / fine) / log(4) - power / 3) < 0.1, "\(errors)")
      }
    }
  }
}
