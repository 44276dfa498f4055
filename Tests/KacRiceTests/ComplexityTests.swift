import Foundation
import KacRice
import Models
import TestSupport
import Testing

/// Complexities against formulas and numbers found another way.
@Suite struct ComplexityTests {
  /// E_k of pure models by bisection of the printed formula with 40 digits (Reference/).
  @Test func pureGroundStates() throws {
    let rows = try referenceTable("pure_ground_states.csv", in: .module)
    #expect(rows.count == 13)
    for row in rows {
      let p = try #require(Int(row[0]))
      let expected = try row.dropFirst().map { try #require(Double($0)) }
      let complexity = try AnnealedComplexity(.pure(p))
      #expect(abs(try LimitingIndexCurve(.pure(p)).threshold - expected[0]) < 1e-13)
      for k in 0...3 {
        let energy = try #require(complexity.groundState(index: k))
        #expect(abs(energy - expected[k + 1]) < 1e-13, "p = \(p), k = \(k)")
      }
    }
  }

  /// Θ_{k,p}(u) as printed by Auffinger, Ben Arous and Černý, with I₁ in its logarithmic form; the
  /// code under test knows only the mixed formula in hyperbolic angles.
  @Test(arguments: [3, 4, 7]) func pureFixedIndexRates(_ p: Int) throws {
    let complexity = try AnnealedComplexity(.pure(p))
    let d = Double(p)
    let edge = 2 * ((d - 1) / d).squareRoot()
    for i in 1...20 {
      let u = -edge - 0.013 * Double(i)
      let root = (u * u - edge * edge).squareRoot()
      let i1 = -(u / (edge * edge)) * root - log(-u + root) + log(edge)
      for k in 0...4 {
        let theta =
          0.5 * log(d - 1) - (d - 2) * u * u / (4 * (d - 1)) - Double(k + 1) * i1
        #expect(abs(complexity.fixedIndex(k, energy: u) - theta) < 1e-13)
      }
      #expect(complexity.total(energy: u) == complexity.fixedIndex(0, energy: u))
    }
    let plateau = 0.5 * log(d - 1) - (d - 2) / d
    #expect(abs(complexity.fixedIndex(2, energy: -0.3) - plateau) < 1e-14)
    #expect(abs(complexity.total(energy: 1) - 0.5 * log(d - 1)) < 1e-15)
    let inside = -0.6
    #expect(
      abs(
        complexity.total(energy: inside)
          - (0.5 * log(d - 1) - (d - 2) * inside * inside / (4 * (d - 1)))) < 1e-14)
  }

  /// Maxima over y against a scan of the rate itself.
  @Test func mixedMaximaAreMaxima() throws {
    let mixture = try Mixture([1: 0.1, 3: 0.5, 4: 0.7])
    let complexity = try AnnealedComplexity(mixture)
    let grid = (0...700_000).map { -12 + 2e-5 * Double($0) }
    for energy in [-1.95, -1.8, -1.2, -0.3] {
      let best = grid.map { complexity.rate(energy: energy, radialDerivative: $0) }.max()!
      #expect(abs(complexity.total(energy: energy) - best) < 1e-9)
    }
    for (k, energy) in [(0, -2.0), (1, -1.95), (3, -1.93)] {
      let best = grid.map { complexity.rate(energy: energy, radialDerivative: $0, index: k) }.max()!
      #expect(abs(complexity.fixedIndex(k, energy: energy) - best) < 1e-9)
    }
  }

  /// (q³ + q⁴)/2 and (q³ + q¹⁰)/2: annealed zero and marginal range, 30 digits elsewhere.
  @Test func mixtureTable() throws {
    let rows = [
      (4, 1.7330695583522, -1.71590587942, -1.64409412058, -1.68, 0.47223080442043),
      (10, 1.9882558588045, -1.97985252, -1.32534535, -1.6525989357, 0.99969942),
    ]
    for (top, ground, low, high, numerous, total) in rows {
      let complexity = try AnnealedComplexity(try Mixture([3: 0.5, top: 0.5]))
      #expect(abs(try #require(complexity.groundState()) - ground) < 1e-13)
      let range = try #require(complexity.marginalRange)
      #expect(abs(range.lowerBound - low) < 1e-8)
      #expect(abs(range.upperBound - high) < 1e-8)
      #expect(abs(complexity.mostNumerousEnergy(index: 0) - numerous) < 1e-10)
      #expect(abs(complexity.totalMaximum - total) < 1e-8)
    }
  }

  /// Σ at the threshold is G/2 with
  /// G = log(ξ''/ξ') - (ξ''-ξ')(ξ''-ξ'+ξ'²)/(ξ''ξ'²), the sign of which says "pure-like" (ξ = 1).
  @Test func rateAtTheThresholdDecidesPureLikeness() throws {
    for weights in [[3: 0.5, 4: 0.5], [2: 0.6, 6: 0.4], [3: 0.9, 30: 0.1]] {
      let mixture = try Mixture(weights)
      let curve = try LimitingIndexCurve(mixture)
      let (a, b) = (mixture.covariance(1, derivative: 1), mixture.covariance(1, derivative: 2))
      let g = log(b / a) - (b - a) * (b - a + a * a) / (b * a * a)
      let rate = try AnnealedComplexity(mixture)
        .rate(energy: -curve.threshold, radialDerivative: -2 * b.squareRoot())
      #expect(abs(rate - g / 2) < 1e-13)
    }
  }

  /// A strong field leaves one minimum: its rate is 0 at its most likely energy, which is then the
  /// ground state, and points of index 1 are exponentially rare everywhere.
  @Test func trivialLandscape() throws {
    let complexity = try AnnealedComplexity(try Mixture([1: 8, 3: 1]))
    #expect(complexity.isTrivial)
    let energy = complexity.mostNumerousEnergy(index: 0)
    #expect(abs(complexity.fixedIndex(0, energy: energy)) < 1e-14)
    #expect(try #require(complexity.groundState()) == -energy)
    #expect(complexity.groundState(index: 1) == nil)
    #expect(complexity.totalMaximum == 0)
    #expect(complexity.marginalRange == nil)
  }

  /// p = 2 has two points of each index and energies in [-√2, √2]: every rate is zero or -∞.
  @Test func pureTwoSpin() throws {
    let complexity = try AnnealedComplexity(.pure(2))
    #expect(complexity.totalMaximum == 0)
    #expect(abs(try #require(complexity.groundState(index: 5)) - 2.0.squareRoot()) < 1e-14)
  }

  @Test func impossiblePairsHaveNoPoints() throws {
    let complexity = try AnnealedComplexity(.pure(3))
    #expect(complexity.rate(energy: -1, radialDerivative: -2) == -.infinity)
    #expect(complexity.rate(energy: -1, radialDerivative: -3, index: 0) == -.infinity)
  }
}
