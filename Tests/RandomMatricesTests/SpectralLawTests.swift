import Foundation
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// What every law must do, over all laws.
@Suite struct SpectralLawTests {
  static let fractions = [0.0013, 0.04, 0.1874, 0.4531, 0.7385, 0.93, 0.9988]

  /// Bulk and atoms together; k = 0 is the total mass.
  @Test(arguments: LawCase.all) func moments(_ item: LawCase) {
    for k in 0...6 {
      func power(_ x: Double) -> Double { pow(x, Double(k)) }
      let atoms = item.law.atoms.reduce(0) { $0 + $1.mass * power($1.position) }
      let expected = item.integral(to: item.bulk.upperBound, of: power) + atoms
      let size = max(1, item.law.moment(k + k % 2))
      #expect(abs(item.law.moment(k) - expected) < 1e-12 * size, "k = \(k)")
    }
    #expect(item.law.mean == item.law.moment(1))
  }

  @Test(arguments: LawCase.all) func distributionIsTheIntegralOfTheDensity(_ item: LawCase) {
    let start = item.law.atoms.first { $0.position <= item.bulk.lowerBound }?.mass ?? 0
    for x in Self.fractions.map(item.point) {
      #expect(abs(item.law.distribution(x) - start - item.integral(to: x)) < 1e-12, "x = \(x)")
    }
  }

  @Test(arguments: LawCase.all) func outsideTheSupport(_ item: LawCase) {
    let (law, low, high) = (item.law, item.law.support.lowerBound, item.law.support.upperBound)
    #expect(law.distribution(low - 0.1) == 0 && law.density(low - 0.1) == 0)
    #expect(abs(law.distribution(high) - 1) < 1e-15 && law.quantile(1) <= high)
    #expect(law.quantile(0) == low)
    if high.isFinite { #expect(law.distribution(high + 0.1) == 1 && law.density(high + 0.1) == 0) }
  }

  /// Both ways round: in probability to a few roundings of F.
  @Test(arguments: LawCase.all) func quantileInvertsTheDistribution(_ item: LawCase) {
    let law = item.law
    for x in Self.fractions.map(item.point) where law.distribution(x) < 1 - 1e-9 {
      let back = law.quantile(law.distribution(x))
      #expect(abs(back - x) * law.density(x) < 4e-15, "x = \(x)")
    }
    for p in stride(from: 1.0 / 128, to: 1, by: 1.0 / 64) {
      let x = law.quantile(p)
      let atom = law.atoms.first { $0.position == x }?.mass ?? 0
      let value = law.distribution(x)
      #expect(value > p - 4e-15 && value - atom < p + 4e-15, "p = \(p)")
    }
  }

  /// False-positive rate 1e-6 a law. Control: the same numbers 15 % too large.
  @Test(arguments: LawCase.all) func samplesFollowTheLaw(_ item: LawCase) {
    var stream = RandomStream(seed: 41, purpose: .noise)
    let sample = item.law.sample(count: isLong ? 40_000 : 12_000, using: &stream)
    #expect(kolmogorovStatistic(sample, item.law) < 2.694)
    #expect(kolmogorovStatistic(sample.map { 1.15 * $0 }, item.law) > 2.694)
  }

  /// Against 30-digit quadrature of densities from equations for the Stieltjes transform (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("spectral_laws.csv", in: .module)
    #expect(rows.count == 24 * 5)
    for row in rows {
      let law = try #require(try Self.law(row[0], Double(row[1]) ?? 0, Double(row[2]) ?? 0))
      let numbers = row[3...].compactMap { Double($0) }
      try #require(numbers.count == 3)
      let (x, density, distribution) = (numbers[0], numbers[1], numbers[2])
      #expect(abs(law.density(x) - density) <= 2e-14 * density, "\(row)")
      #expect(abs(law.distribution(x) - distribution) < 1e-15, "\(row)")
    }
  }

  static func law(_ name: String, _ a: Double, _ b: Double) throws -> (any SpectralLaw)? {
    switch name {
    case "semicircle": try SemicircleLaw(radius: a)
    case "marchenko-pastur": try MarchenkoPasturLaw(ratio: a, variance: b)
    case "wachter": try WachterLaw(first: a, second: b)
    case "kesten-mckay": try KestenMcKayLaw(degree: Int(a))
    case "quarter-circle": try QuarterCircleLaw(radius: a)
    case "circular": try CircularLaw(radius: a)
    case "poisson-spacing": PoissonSpacingLaw()
    case "surmise": try WignerSurmise(beta: a)
    case "ratios": try SpacingRatioLaw(beta: Int(a))
    default: nil
    }
  }

  /// Catalan numbers, Narayana polynomials at c = 2, closed walks on the 3-regular tree.
  @Test func countingNumbers() throws {
    let catalan: [Double] = [1, 1, 2, 5, 14, 42, 132]
    for (k, number) in catalan.enumerated() {
      #expect(try SemicircleLaw(radius: 2).moment(2 * k) == number)
      #expect(try MarchenkoPasturLaw(ratio: 1).moment(k) == number)
    }
    let law = try MarchenkoPasturLaw(ratio: 2)
    let narayana: [Double] = [1, 1, 3, 1 + 3 * 2 + 4, 1 + 6 * 2 + 6 * 4 + 8]
    #expect((0...4).map { law.moment($0) } == narayana)
    let tree = try KestenMcKayLaw(degree: 3)
    let walks: [Double] = [1, 3, 15, 87, 543]
    #expect((0...4).map { tree.moment(2 * $0) } == walks)
  }

  /// On a ring Kesten-McKay is the arcsine law, whose inverse roots at the edges no quadrature here resolves.
  @Test func arcsine() throws {
    let ring = try KestenMcKayLaw(degree: 2)
    for x in stride(from: -1.99, through: 1.99, by: 0.0199) {
      #expect(abs(ring.density(x) * .pi * (4 - x * x).squareRoot() - 1) < 1e-13)
      #expect(abs(ring.distribution(x) - 0.5 - asin(x / 2) / .pi) < 1e-14)
    }
    let central: [Double] = [1, 2, 6, 20, 70, 252]
    #expect((0...5).map { ring.moment(2 * $0) } == central)
  }
}
