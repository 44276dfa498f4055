import Foundation
import KacRice
import Models
import RandomMatrices
import TestSupport
import Testing

/// Critical points of Gaussian fields: exact counts and densities, and their limits.
@Suite struct FieldCountsTests {
  @Test func confinedCountsAgreeWithReference() throws {
    let rows = try referenceTable("confined_field_counts.csv", in: .module)
    #expect(rows.count == 174)
    for (key, group) in Dictionary(grouping: rows, by: { [$0[0], $0[1]] }) {
      let (n, m) = (Int(key[0])!, Double(key[1])!)
      let counts = try ConfinedFieldCounts(confinement: m, dimension: n)
      #expect(counts.byIndex.count == n + 1 && group.count == n + 1)
      for row in group {
        let value = counts.byIndex[Int(row[2])!]
        #expect(abs(value.value - Double(row[3])!) <= 1e-9 * counts.total.value, "\(row)")
      }
      let euler = counts.byIndex.enumerated().reduce(0) {
        $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element.value
      }
      #expect(abs(euler - 1) <= 1e-11 * counts.total.value, "N = \(n), m = \(m)")
    }
  }

  /// N = 1: H'' = μ + V'' is normal, so the mean number is an integral of |H''| in closed form.
  @Test(arguments: [0.01, 0.5, 1, 3, 30]) func confinedLine(_ m: Double) throws {
    let counts = try ConfinedFieldCounts(confinement: m, dimension: 1)
    let exact = erf(m / 6.squareRoot()) + (6 / Double.pi).squareRoot() / m * exp(-m * m / 6)
    #expect(abs(counts.total.value - exact) <= 1e-12 * exact)
    #expect(abs(counts.byIndex[0].value - (exact + 1) / 2) <= 1e-12 * exact)
  }

  /// Errors hold, sizes large and small, strong and weak confinement.
  @Test(arguments: [(2, 50.0), (40, 0.1), (40, 0.9), (40, 3)])
  func errorsHold(_ n: Int, _ m: Double) throws {
    let counts = try ConfinedFieldCounts(confinement: m, dimension: n)
    let euler = counts.byIndex.enumerated().reduce(0) {
      $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element.value
    }
    #expect(abs(euler - 1) <= counts.total.error + 1e-11)
    #expect(counts.total.error <= 1e-9 * counts.total.value)
    let limit = try ConfinedComplexity(confinement: m)
    if m < 1 {
      // 4 √(N(1-m²)/π) e^{NΣ}, with corrections of order 1/N.
      let leading =
        4 * (Double(n) * (1 - m * m) / .pi).squareRoot() * exp(Double(n) * limit.total)
      #expect(abs(counts.total.value / leading - 1) < 2 / (Double(n) * (1 - m * m)))
    } else {
      #expect(abs(counts.total.value - 1) < 0.01)
    }
  }

  @Test(.long, arguments: [0.5, 2]) func errorsHoldAtLargeN(_ m: Double) throws {
    try errorsHold(100, m)
  }

  /// Several confinements at once, as one by one: what is common to them does not mix them up.
  @Test(arguments: [1, 6, isLong ? 40 : 20]) func curveOfConfinements(_ n: Int) throws {
    let confinements = [3, 0.4, 1.1]
    let curve = try ConfinedFieldCounts.curve(confinements: confinements, dimension: n)
    #expect(curve.count == 3)
    for (m, counts) in zip(confinements, curve) {
      let alone = try ConfinedFieldCounts(confinement: m, dimension: n)
      for (a, b) in zip(counts.byIndex, alone.byIndex) {
        #expect(abs(a.value - b.value) <= 1e-11 * alone.total.value)
      }
    }
  }

  /// The rate by index fraction is largest where most points are, and zero index is that of minima.
  @Test(arguments: [0.2, 0.5, 0.9]) func rates(_ m: Double) throws {
    let limit = try ConfinedComplexity(confinement: m)
    let α = limit.typicalIndexFraction
    #expect(abs(limit.rate(indexFraction: α) - limit.total) < 1e-13)
    #expect(limit.rate(indexFraction: α + 0.01) < limit.total)
    #expect(limit.rate(indexFraction: α - 0.01) < limit.total)
    #expect(abs(limit.rate(indexFraction: 0) - limit.minima) < 1e-13)
    for p in stride(from: 0.0, through: 1, by: 1.0 / 64) {
      #expect(abs(SemicircleLaw.unit.distribution(SemicircleLaw.unit.quantile(p)) - p) < 1e-15)
    }
  }

  /// Rice in one dimension, Longuet-Higgins in two, Bardeen and others in three.
  @Test func densitiesInLowDimension() throws {
    func density(_ n: Int) throws -> FieldCriticalPointDensity {
      try FieldCriticalPointDensity(
        SpectralMoments(variance: 1, second: 2, fourth: 5), dimension: n)
    }
    let ratio = 5.0 / 2
    #expect(try abs(density(1).total.value - ratio.squareRoot() / .pi) < 1e-13)
    let plane = 2 * ratio / (3 * 3.squareRoot() * .pi)
    for (value, share) in zip(try density(2).byIndex, [0.25, 0.5, 0.25]) {
      #expect(abs(value.value - share * plane) < 1e-13)
    }
    // Bardeen et al.: number density of peaks, R*² = 9λ₂/(5λ₄) in their notation.
    let radius = (9 / (5 * ratio)).squareRoot()
    let peaks =
      (29 - 6 * 6.squareRoot())
      / (5 * 5.squareRoot() * 2 * 4 * .pi * .pi * radius * radius * radius)
    #expect(try abs(density(3).byIndex[3].value - peaks) < 1e-13)
    let fraction = try density(3).byIndex[0].value / density(3).total.value
    #expect(abs(fraction - 0.25 * (1 - 18.0 / 29 * (2.0 / 3).squareRoot())) < 1e-13)
  }

  /// In one dimension V'' at a minimum is Rayleigh distributed in units of √λ₄, and V given V'' is normal
  /// with regression -κ/√3 on it. κ up to √3.
  @Test func heightsInOneDimension() throws {
    let density = try FieldCriticalPointDensity(
      SpectralMoments(variance: 1, second: 2, fourth: 5), dimension: 1)
    for κ in [0.4, 1, 1.6] {
      let mean = -κ * (Double.pi / 6).squareRoot()
      let deviation = (1 + κ * κ / 3 * (1 - .pi / 2)).squareRoot()
      for (k, sign) in [1.0, -1].enumerated() {
        let height = density.meanHeightByIndex(kappa: κ)[k]
        #expect(abs(height.value - sign * mean) < 1e-12 && height.error < 1e-10)
        let spread = density.heightDeviationByIndex(kappa: κ)[k]
        #expect(abs(spread.value - deviation) < 1e-12 && spread.error < 1e-10)
      }
    }
  }

  /// The exact mean heights tend to the limit's: the weight e^{-x²/2} moves x_k by its variance times x, so
  /// that the distance goes as (log N)/N in the bulk and as N^{-1/3} at the edge. From N = 15 to 60
  /// these fall to 0.38 and 0.63.
  @Test func heightsTendToTheCurve() throws {
    let κ = 0.7
    let curve = try FieldIndexCurve(kappa: κ)
    func distance(_ n: Int, part: Int) throws -> Double {
      let exact = try FieldCriticalPointDensity(
        SpectralMoments(variance: 1, second: 1, fourth: 3), dimension: n
      )
      .meanHeightByIndex(kappa: κ)
      let k = n * part / 3
      let limit = curve.meanEnergy(indexFraction: (Double(k) + 0.5) / Double(n + 1))
      return abs(exact[k].value / Double(n).squareRoot() - limit)
    }
    #expect(try distance(60, part: 1) < 0.5 * distance(15, part: 1))
    #expect(try distance(60, part: 0) < 0.8 * distance(15, part: 0))
  }

  @Test func fieldIndexCurve() throws {
    let sharp = try FieldIndexCurve(kappa: 1)
    #expect(sharp.threshold == 2 && sharp.scatter(dimension: 10) == 0)
    #expect(abs(sharp.indexFraction(energy: -1.5) - 0.072147) < 1e-6)
    #expect(abs(sharp.indexFraction(energy: -0.5) - 0.342519) < 1e-6)
    let broad = try FieldIndexCurve(kappa: 0.5, variance: 4)
    #expect(broad.threshold == 5)
    #expect(abs(broad.meanEnergy(indexFraction: 0.5)) < 1e-15)
    #expect(broad.meanEnergy(indexFraction: 0) == -2)
  }
}
