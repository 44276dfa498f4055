import Foundation
import KacRice
import Models
import RandomMatrices
import RandomStreams
import Testing

/// Exact mean counts against closed forms, identities and direct Monte Carlo over the GOE.
@Suite struct CriticalPointCountsTests {
  /// Totals in closed form: Gaussian integrals of the one-point density, done symbolically.
  private func closedForm(_ n: Int, _ d: Double) -> Double? {
    let s = 3 * d - 2
    return switch n {
    case 2: 2 * s.squareRoot()
    case 3: 2 + 8 * pow(d - 1, 1.5) / s.squareRoot()
    case 4: (29 * pow(d, 3) - 63 * d * d + 48 * d - 12) / pow(s, 1.5)
    case 5:
      2 + 2 * (d - 1).squareRoot()
        * (50 * pow(d, 4) - 140 * pow(d, 3) + 138 * d * d - 56 * d + 8) / pow(s, 2.5)
    case 6:
      (1339 * pow(d, 6) - 5946 * pow(d, 5) + 11175 * pow(d, 4) - 11240 * pow(d, 3)
        + 6360 * d * d - 1920 * d + 240) / (4 * pow(s, 3.5))
    default: nil
    }
  }

  @Test(arguments: 2...6, [2, 3, 4, 5, 11]) func totalsInClosedForm(_ n: Int, _ p: Int) throws {
    let counts = try CriticalPointCounts(.pure(p), dimension: n)
    let expected = try #require(closedForm(n, Double(p)))
    #expect(abs(counts.total.value / expected - 1) < 1e-12)
    #expect(abs(counts.total.value - expected) <= counts.total.error)
  }

  /// N = 3 by index: minima = maxima = 1 + 2(p-1)^{3/2}/√(3p-2), saddles two less than twice that.
  @Test(arguments: [3, 4, 5, 9]) func threeDimensionsByIndex(_ p: Int) throws {
    let d = Double(p)
    let extrema = 1 + 2 * pow(d - 1, 1.5) / (3 * d - 2).squareRoot()
    let counts = try CriticalPointCounts(.pure(p), dimension: 3)
    for (k, expected) in [extrema, 2 * extrema - 2, extrema].enumerated() {
      #expect(abs(counts.byIndex[k].value - expected) < 1e-12)
      #expect(abs(counts.byIndex[k].value - expected) <= counts.byIndex[k].error)
    }
  }

  /// A field and a 2-spin term at N = 2: 2√((3ξ''+ξ')/ξ').
  @Test func twoDimensionsMixed() throws {
    for weights in [[1: 0.5, 2: 1], [1: 2.0, 2: 1], [3: 0.5, 4: 0.5], [1: 3.0, 2: 0.1, 5: 0.2]] {
      let mixture = try Mixture(weights)
      let (a, b) = (mixture.covariance(1, derivative: 1), mixture.covariance(1, derivative: 2))
      let total = try CriticalPointCounts(mixture, dimension: 2).total
      #expect(abs(total.value - 2 * ((3 * b + a) / a).squareRoot()) < 1e-12 * total.value)
    }
  }

  /// ξ' = ξ'', the border of triviality: the weight of the identity is 1, so the means are two of each
  /// index whatever the model, as for p = 2.
  @Test(arguments: ["1:3,3:1", "1:8,4:1", "1:2,2:5,3:0.6666666666666666"])
  func borderOfTriviality(_ text: String) throws {
    let counts = try CriticalPointCounts(try Mixture(parsing: text), dimension: 12)
    for value in counts.byIndex { #expect(abs(value.value - 2) <= max(value.error, 1e-12)) }
  }

  /// A strong field leaves one minimum and one maximum. More points need a field as weak as the
  /// couplings, which has a probability of order (ξ''/ξ')^{N/2}; the minimum's energy tends to -√ξ'(1)
  /// with a 1/N correction.
  @Test(arguments: [4, 8]) func strongField(_ n: Int) throws {
    let mixture = try Mixture([1: 50, 2: 0.01])
    let counts = try CriticalPointCounts(mixture, dimension: n)
    let excess = counts.total.value - 2
    #expect(excess > -counts.total.error)
    #expect(excess < 100 * pow(0.02 / 50.02, Double(n) / 2))
    #expect(abs(counts.byIndex[0].value - 1) < 1e-5)
    let energy = counts.meanEnergyByIndex[0].value
    #expect(abs(energy + 50.02.squareRoot()) < 50.02.squareRoot() / Double(n))
    let weaker = try CriticalPointCounts(try Mixture([1: 2, 2: 1]), dimension: n)
    #expect(weaker.total.value > 2.5)
  }

  /// p = 2: exactly two of each index in every sample; energies are GOE eigenvalues over √N, so the
  /// lowest has mean -√π/2/√2 at N = 2 and variance (3/2 - π/4)/2.
  @Test(arguments: [2, 5, 16, 30]) func eigenvalueProblem(_ n: Int) throws {
    let counts = try CriticalPointCounts(.pure(2), dimension: n)
    for value in counts.byIndex { #expect(abs(value.value - 2) <= max(value.error, 1e-12)) }
    guard n == 2 else { return }
    #expect(
      abs(counts.meanEnergyByIndex[0].value + Double.pi.squareRoot() / 2 / 2.0.squareRoot()) < 1e-13
    )
    let deviation = ((1.5 - Double.pi / 4) / 2).squareRoot()
    #expect(abs(counts.standardDeviationByIndex[0].value - deviation) < 1e-13)
  }

  /// Mean Morse sum 1 + (-1)^{N-1}, and k ↔ N-1-k with opposite energy, for any model.
  @Test(arguments: [4, 7, 20, 33]) func morseSumAndSymmetry(_ n: Int) throws {
    for mixture in [Mixture.pure(3), .pure(4), try Mixture([1: 0.4, 3: 1, 6: 0.2])] {
      let counts = try CriticalPointCounts(mixture, dimension: n)
      var sum = 0.0
      var error = 0.0
      for (k, value) in counts.byIndex.enumerated() {
        sum += k.isMultiple(of: 2) ? value.value : -value.value
        error += value.error
        #expect(counts.byIndex[n - 1 - k] == value)
        #expect(
          counts.meanEnergyByIndex[n - 1 - k].value == -counts.meanEnergyByIndex[k].value)
      }
      #expect(abs(sum - (n.isMultiple(of: 2) ? 0 : 2)) <= error)
    }
  }

  /// Direct Monte Carlo of E_GOE(N)[exp(-c x_k²)] over tridiagonal matrices, every index and its mean
  /// energy: z below 5.5 (rate 1e-6 over some fifty values). The counts of p = 4 in place of p = 3 are
  /// the control.
  @Test(arguments: [5, 12, 40]) func monteCarloAgrees(_ n: Int) throws {
    let exact = try CriticalPointCounts(.pure(3), dimension: n)
    let control = try CriticalPointCounts(.pure(4), dimension: n)
    var generator = GSLGenerator(RandomStream(seed: 31, purpose: .noise, sample: n))
    let ensemble = try BetaEnsemble.hermite(size: n)
    let count = 20_000
    var sums = [(w: Double, ww: Double, wx: Double)](repeating: (0, 0, 0), count: n)
    var spectra: [[Double]] = []
    for _ in 0..<count {
      let x = ensemble.eigenvalues(from: &generator)
      spectra.append(x)
      for k in 0..<n {
        let w = exp(-x[k] * x[k] / 6)
        sums[k].w += w
        sums[k].ww += w * w
        sums[k].wx += w * x[k]
      }
    }
    let m = Double(count)
    let factor = 2 * (2.0 / 3).squareRoot() * pow(2, Double(n) / 2)
    let perEnergy = (4 / (3 * Double(n))).squareRoot()
    var controlFails = false
    for k in 0..<n {
      let mean = sums[k].w / m
      let error = ((sums[k].ww / m - mean * mean) / m).squareRoot()
      #expect(abs(exact.byIndex[k].value / factor - mean) < 5.5 * error)
      controlFails = controlFails || abs(control.byIndex[k].value / factor - mean) > 5.5 * error
      let energy = sums[k].wx / sums[k].w
      let variance = spectra.reduce(0.0) { sum, x in
        let term = exp(-x[k] * x[k] / 6) * (x[k] - energy)
        return sum + term * term
      }
      let energyError = variance.squareRoot() / sums[k].w * perEnergy
      #expect(
        abs(exact.meanEnergyByIndex[k].value - perEnergy * energy) < 5.5 * energyError)
    }
    #expect(controlFails)
  }

  /// The one-point density of the GOE in Hermite functions (Mehta, chapter 7), with
  /// εψ_n(x) = (1/2)∫ sgn(x-t) ψ_n(t) dt from ψ_n = √(n/2) εψ_{n-1} - √((n+1)/2) εψ_{n+1}. No
  /// Pfaffian, no index.
  private func onePointDensity(_ n: Int, _ x: Double) -> Double {
    var psi = [exp(-x * x / 2) / pow(Double.pi, 0.25)]
    var epsilon = [(Double.pi / 2).squareRoot() / pow(Double.pi, 0.25) * erf(x / 2.0.squareRoot())]
    var integral = [Double(2).squareRoot() * pow(Double.pi, 0.25)]
    for j in 0..<n {
      let d = Double(j)
      let before = j > 0 ? (psi[j - 1], epsilon[j - 1], integral[j - 1]) : (0, 0, 0)
      psi.append((2 / (d + 1)).squareRoot() * x * psi[j] - (d / (d + 1)).squareRoot() * before.0)
      epsilon.append(((d / 2).squareRoot() * before.1 - psi[j]) * (2 / (d + 1)).squareRoot())
      integral.append((d / (d + 1)).squareRoot() * before.2)
    }
    var density = psi.prefix(n).reduce(0.0) { $0 + $1 * $1 }
    density += (Double(n) / 2).squareRoot() * psi[n - 1] * epsilon[n]
    if !n.isMultiple(of: 2) { density += psi[n - 1] / integral[n - 1] }
    return density
  }

  /// Totals by that density, and the stated error against the true one.
  @Test(arguments: [7, 20, 47], [3, 4]) func totalsFromTheOnePointDensity(_ n: Int, _ p: Int) throws
  {
    let d = Double(p)
    let step = 0.02
    var sum = 0.0
    for i in -1200...1200 {
      let x = step * Double(i)
      sum += step * exp(-(d - 2) / (2 * d) * x * x) * onePointDensity(n, x)
    }
    let expected = 2 * (2 / d).squareRoot() * pow(d - 1, Double(n) / 2) * sum
    let total = try CriticalPointCounts(.pure(p), dimension: n).total
    #expect(abs(total.value / expected - 1) < 1e-12)
    #expect(abs(total.value - expected) <= total.error)
    // An estimate is worth having only if it is not far too large either.
    #expect(total.error < 1e-10 * total.value)
  }

  /// Errors stay small where the counts span ten orders of magnitude.
  @Test func errorsAtLargerN() throws {
    let counts = try CriticalPointCounts(.pure(3), dimension: 48)
    for value in counts.byIndex { #expect(value.error > 0 && value.error < 1e-9 * value.value) }
    for value in counts.meanEnergyByIndex { #expect(value.error < 1e-10) }
  }
}
