import Foundation
import KacRice
import Models
import Testing

/// Rates with a planted signal against printed formulas, identities and exact counts at finite N.
@Suite struct SpikedComplexityTests {
  /// The pure formula in (m, E) of Ben Arous, Mei, Montanari and Nica, in this scale.
  @Test(arguments: [3, 4, 6], [0.4, 1.7]) func pureFormula(_ p: Int, _ strength: Double) throws {
    let complexity = try SpikedComplexity(
      .pure(p), signal: try Signal(degree: p, strength: strength))
    let d = Double(p)
    for m in [-0.7, 0.0, 0.2, 0.9] {
      for energy in [-2.2, -1.5, -0.4, 0.3] {
        let t = abs(energy) * (d / (d - 1)).squareRoot()
        var potential = t * t / 4 - 0.5
        if t > 2 {
          let root = (t * t - 4).squareRoot()
          potential -= t * root / 4 - log((t + root) / 2)
        }
        let expected =
          0.5 + 0.5 * log(d - 1) + 0.5 * log(1 - m * m)
          - d / 2 * strength * strength * pow(m, 2 * d - 2) * (1 - m * m)
          - pow(energy + strength * pow(m, d), 2) / 2 + potential
        #expect(abs(complexity.total(overlap: m, energy: energy) - expected) < 1e-12)
      }
    }
  }

  /// At m = 0 a signal of degree 3 or more has no effect on rates.
  @Test func equatorIsUnaware() throws {
    for mixture in [Mixture.pure(3), try Mixture([3: 0.5, 4: 0.5])] {
      let plain = try AnnealedComplexity(mixture)
      let spiked = try SpikedComplexity(mixture, signal: try Signal(degree: 4, strength: 3))
      #expect(abs(spiked.total(overlap: 0) - plain.totalMaximum) < 1e-13)
      let top = plain.mostNumerousEnergy(index: 0)
      #expect(abs(spiked.minima(overlap: 0) - plain.fixedIndex(0, energy: top)) < 1e-13)
      for energy in [-1.75, -1.72] {
        #expect(
          abs(spiked.minima(overlap: 0, energy: energy) - plain.fixedIndex(0, energy: energy))
            < 1e-12)
      }
    }
  }

  /// L in its integral form, integrated numerically; smooth where it vanishes, continuous in θ.
  @Test func rankOneCost() {
    for theta in [1.05, 1.3, 2, 5] {
      let end = theta + 1 / theta
      for part in [0.0, 0.3, 0.8, 0.99] {
        let t = 2 + part * (end - 2)
        // (1/4) ∫_t^end √(y²-4) dy with y = 2 + s², Simpson's rule.
        let (low, high) = ((t - 2).squareRoot(), (end - 2).squareRoot())
        let panels = 200
        var integral = 0.0
        for i in 0...panels {
          let s = low + (high - low) * Double(i) / Double(panels)
          let weight = i == 0 || i == panels ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
          integral += weight * 2 * s * s * (s * s + 4).squareRoot()
        }
        integral *= (high - low) / Double(panels) / 3
        let expected = -integral / 4 - theta / 2 * (t - end) + (t * t - end * end) / 8
        #expect(abs(SpikedComplexity.rankOneCost(theta, t) - expected) < 1e-9)
        #expect(SpikedComplexity.rankOneCost(theta, t) > 0)
      }
      #expect(SpikedComplexity.rankOneCost(theta, end + 0.1) == 0)
    }
    #expect(SpikedComplexity.rankOneCost(0.9, 2) == 0)
    #expect(SpikedComplexity.rankOneCost(-3, 2) == 0)
  }

  /// What a minimum pays for the rank-one term, from exact counts: log(N_0/ΣN_k) at one overlap and
  /// energy grows as -N L. Powers of N are taken out by three sizes, N, 2N, 4N; what is left falls with
  /// N, slowest (m = 0.25) near the overlap where L sets in.
  @Test func costOfMinimaAtFiniteN() throws {
    let signal = try Signal(degree: 3, strength: 3)
    let complexity = try SpikedComplexity(.pure(3), signal: signal)
    let (energy, overlaps, sizes) = (-1.75, [0.0, 0.25, 0.45], [5, 10, 20, 40])
    let logs = try sizes.map { n in
      let density = try SpikedCriticalPointDensity(.pure(3), signal: signal, dimension: n)
      return overlaps.map { m in
        let values = density.byIndex(overlap: m, energy: energy)
        return log(values[0] / values.reduce(0, +))
      }
    }
    for (i, m) in overlaps.enumerated() {
      let expected =
        complexity.minima(overlap: m, energy: energy) - complexity.total(overlap: m, energy: energy)
      func slope(_ j: Int) -> Double {
        (logs[j + 1][i] - logs[j][i]) / Double(sizes[j + 1] - sizes[j])
      }
      let left = [0, 1].map { abs(2 * slope($0 + 1) - slope($0) - expected) }
      #expect(left[1] < max(0.7 * left[0], 1e-4), "m = \(m): \(left)")
      #expect(left[1] < 0.02)
      if m == 0.45 { #expect(expected < -0.2) }
    }
  }

  /// Maxima over y and E against a plain scan.
  @Test func maximaAreMaxima() throws {
    let complexity = try SpikedComplexity(
      try Mixture([2: 0.5, 3: 1]), signal: try Signal([2: 0.4, 3: 1.5]))
    for m in [-0.5, 0.1, 0.6] {
      let energies = (0...12_000).map { -3 + 0.0005 * Double($0) }
      let all = energies.map { complexity.total(overlap: m, energy: $0) }.max()!
      #expect(abs(complexity.total(overlap: m) - all) < 1e-6)
      let minima = energies.map { complexity.minima(overlap: m, energy: $0) }.max()!
      #expect(abs(complexity.minima(overlap: m) - minima) < 1e-6)
    }
  }

  /// The informative point: from λ_c on, at the overlap known there, of rate zero and a local maximum.
  @Test(arguments: [3, 4, 5]) func informativePoint(_ p: Int) throws {
    let d = Double(p)
    let critical = (pow(d - 1, d - 1) / (d * pow(d - 2, d - 2))).squareRoot()
    let below = try Signal(degree: p, strength: critical * 0.999)
    #expect(InformativePoint(.pure(p), signal: below) == nil)
    let above = try Signal(degree: p, strength: critical * 1.0001)
    let point = try #require(InformativePoint(.pure(p), signal: above))
    #expect(abs(point.overlap - ((d - 2) / (d - 1)).squareRoot()) < 0.02)
    for factor in [1.01, 1.5, 4] {
      let signal = try Signal(degree: p, strength: critical * factor)
      let point = try #require(InformativePoint(.pure(p), signal: signal))
      let complexity = try SpikedComplexity(.pure(p), signal: signal)
      let rate = complexity.minima(overlap: point.overlap, energy: point.energy)
      #expect(abs(rate) < 1e-12)
      #expect(abs(complexity.total(overlap: point.overlap)) < 1e-12)
      for shift in [-0.003, 0.003] where abs(point.overlap + shift) < 1 {
        #expect(complexity.total(overlap: point.overlap + shift) < -1e-9)
      }
      #expect(abs(point.radialDerivative - d * point.energy) < 1e-11)
    }
  }
}
