import Foundation
import KacRice
import Models
import Planting
import Testing

/// What every function of the theory must do at every double: NaN gives NaN, infinite energies the limits, and weights
/// over the whole range of a double scale energies by their roots.
@Suite struct DomainTests {
  // swift-format-ignore: NeverUseForceTry
  static let models: [Mixture] =
    [.pure(2), .pure(3), .pure(40)]
    + [
      [2: 0.5, 3: 1], [1: 0.2, 3: 1], [1: 3, 2: 1], [3: 1, 8: 0.01], [2: 1, 3: 1e-25],
      [1: 1e-22, 3: 1], [3: 1e308, 4: 1e307], [2: 1e-308, 3: 1e-307], [2: 1e300, 3: 1e-300],
    ].map { (weights: [Int: Double]) in try! Mixture(weights) }

  /// The largest standard deviation of an energy times √N.
  static func size(_ model: Mixture) -> Double {
    model.terms.reduce(0) { $0 + $1.weight.squareRoot() }
  }

  static let extremes = [1e160, 1e308, .infinity].flatMap { [$0, -$0] }

  @Test(arguments: models) func complexities(_ model: Mixture) throws {
    let law = try AnnealedComplexity(model)
    let unit = Self.size(model)
    #expect(law.total(energy: .nan).isNaN && law.fixedIndex(2, energy: .nan).isNaN)
    for pair in [(Double.nan, 0), (0, .nan), (.nan, .infinity), (-.infinity, .nan)] {
      #expect(law.rate(energy: pair.0, radialDerivative: pair.1).isNaN)
      #expect(law.rate(energy: pair.0, radialDerivative: pair.1, index: 1).isNaN)
    }
    #expect(law.total(energy: -.infinity) == -.infinity)
    #expect(law.total(energy: .infinity) == law.totalMaximum && law.totalMaximum >= 0)
    // Monotone in the energy and in the index.
    let energies = [-1e200, -1e100, -1e30, -1e9, -30, -3, -1, -0.3, 0, 0.3, 1, 1e9, 1e200]
      .map { unit * $0 }
    var last = -Double.infinity
    for energy in energies {
      let rates = [law.total(energy: energy)] + (0...3).map { law.fixedIndex($0, energy: energy) }
      for (a, b) in zip(rates, rates.dropFirst()) {
        #expect(a >= b - 1e-13 * max(1, abs(a)), "\(rates) at \(energy / unit)")
      }
      #expect(rates[0] >= last - 1e-13 * max(1, abs(last)), "at \(energy / unit)")
      last = rates[0]
    }
    // Far out the rate is that of the energy alone, -E²/(2ξ(1)).
    let ξ = model.terms.reduce(0) { $0 + $1.weight / unit / unit }
    let far = law.total(energy: -1e10 * unit)
    #expect(abs(far / (-1e20 / (2 * ξ)) - 1) < 1e-12)
    #expect(law.total(energy: -1e160 * unit) == -.infinity)
    for infinite in [Double.infinity, -.infinity] {
      #expect(law.rate(energy: infinite, radialDerivative: 0) == -.infinity)
      #expect(law.rate(energy: 0, radialDerivative: infinite) == -.infinity)
      #expect(law.rate(energy: infinite, radialDerivative: infinite, index: 1) == -.infinity)
    }
  }

  /// The rate at the best radial derivative is the largest over a grid of them.
  @Test(arguments: [[2: 0.5, 3: 1], [1: 0.2, 3: 1], [2: 1, 3: 1e-9], [2: 1, 4: 1e-15]])
  func totalIsTheMaximum(_ weights: [Int: Double]) throws {
    let law = try AnnealedComplexity(Mixture(weights))
    for energy in [-2.5, -1.7, -1, -0.4] where law.total(energy: energy) < law.totalMaximum {
      let best = (0...400_000).reduce(-Double.infinity) { best, i in
        max(best, law.rate(energy: energy, radialDerivative: -12 + Double(i) * 3e-5))
      }
      let total = law.total(energy: energy)
      #expect(total >= best - 1e-12, "E = \(energy): \(total) and \(best)")
    }
  }

  @Test(arguments: models) func indexCurves(_ model: Mixture) throws {
    let curve = try LimitingIndexCurve(model)
    #expect(curve.threshold > 0 && curve.threshold.isFinite)
    #expect(curve.indexFraction(energy: .nan).isNaN)
    #expect(curve.indexFraction(radialDerivative: .nan).isNaN)
    #expect(
      curve.indexFraction(energy: -.infinity) == 0 && curve.indexFraction(energy: .infinity) == 1)
    for part in [0.0, 1e-300, 0.1, 0.5, 0.99, 1, 1e9] {
      let energy = part * curve.threshold
      let sum = curve.indexFraction(energy: energy) + curve.indexFraction(energy: -energy)
      #expect(abs(sum - 1) < 1e-15, "\(part)")
    }
    let field = try FieldIndexCurve(kappa: 0.7, variance: Self.size(model))
    #expect(field.indexFraction(energy: .nan).isNaN && field.meanEnergy(indexFraction: .nan).isNaN)
    #expect(
      field.indexFraction(energy: -.infinity) == 0 && field.indexFraction(energy: .infinity) == 1)
  }

  /// a² times the weights, a a power of ten: energies times a, rates and counts as they were.
  @Test(arguments: [-150, -9, 150], [0, 1, 2]) func scales(
    _ power: Int, _ number: Int
  ) throws {
    let weights: [[Int: Double]] = [[3: 1], [2: 0.5, 3: 1], [1: 0.05, 4: 1]]
    let a = pow(10, Double(power))
    let one = try Mixture(weights[number])
    let other = try Mixture(weights[number].mapValues { $0 * a * a })
    func same(_ x: Double?, _ y: Double?, _ unit: Double, error: Double = 1e-12) -> Bool {
      guard let x, let y else { return x == nil && y == nil }
      return abs(x * unit - y) <= error * max(abs(y), unit * 1e-3)
    }
    let (first, second) = (try AnnealedComplexity(one), try AnnealedComplexity(other))
    #expect(try same(try LimitingIndexCurve(one).threshold, LimitingIndexCurve(other).threshold, a))
    #expect(same(first.groundState(), second.groundState(), a))
    #expect(same(first.groundState(index: 3), second.groundState(index: 3), a))
    #expect(same(first.marginalRange?.lowerBound, second.marginalRange?.lowerBound, a))
    for energy in [-1.7, -1.2, -0.4] {
      #expect(same(first.total(energy: energy), second.total(energy: a * energy), 1))
      #expect(
        same(first.fixedIndex(1, energy: energy), second.fixedIndex(1, energy: a * energy), 1))
    }
    let (states, others) = (EquilibriumTransitions(one), EquilibriumTransitions(other))
    #expect(same(states?.dynamic.temperature, others?.dynamic.temperature, a))
    #expect(same(states?.static.energy, others?.static.energy, a))
    #expect(same(states?.static.complexity, others?.static.complexity, 1))
    #expect(same(OneStepGroundState(one)?.energy, OneStepGroundState(other)?.energy, a))
    #expect(OneStepGroundState(one)?.isOptimal == OneStepGroundState(other)?.isOptimal)

    let (counts, scaled) = (
      try CriticalPointCounts(one, dimension: 5), try CriticalPointCounts(other, dimension: 5)
    )
    for k in 0..<5 {
      #expect(same(counts.byIndex[k].value, scaled.byIndex[k].value, 1))
      #expect(same(counts.meanEnergyByIndex[k].value, scaled.meanEnergyByIndex[k].value, a))
      #expect(
        same(counts.standardDeviationByIndex[k].value, scaled.standardDeviationByIndex[k].value, a))
    }
    let (density, thinner) = (
      try CriticalPointDensity(one, dimension: 5), try CriticalPointDensity(other, dimension: 5)
    )
    for (x, y) in zip(density.byIndex(energy: -1), thinner.byIndex(energy: -a)) {
      #expect(same(x, y * a, 1, error: 1e-9))
    }

    let signals = try (Signal([3: 1.5]), Signal([3: 1.5 * a]))
    let (planted, larger) = (
      try SpikedComplexity(one, signal: signals.0), try SpikedComplexity(other, signal: signals.1)
    )
    for m in [0, 0.3, 0.8] {
      #expect(same(planted.total(overlap: m), larger.total(overlap: m), 1))
      #expect(
        same(planted.minima(overlap: m, energy: -2), larger.minima(overlap: m, energy: -2 * a), 1))
      #expect(same(planted.spikeStrength(overlap: m), larger.spikeStrength(overlap: m), 1))
    }
    let points = (
      InformativePoint(one, signal: signals.0), InformativePoint(other, signal: signals.1)
    )
    #expect(
      same(points.0?.overlap, points.1?.overlap, 1) && same(points.0?.energy, points.1?.energy, a))
    let spiked = (
      try CriticalPointCounts(one, signal: signals.0, dimension: 3),
      try CriticalPointCounts(other, signal: signals.1, dimension: 3)
    )
    for k in 0..<3 {
      #expect(same(spiked.0.byIndex[k].value, spiked.1.byIndex[k].value, 1, error: 1e-9))
      #expect(
        same(
          spiked.0.meanEnergyByIndex[k].value, spiked.1.meanEnergyByIndex[k].value, a, error: 1e-9))
    }
    let law = (
      try SphericalCriticalPointLaw(one, dimension: 4).draw(index: 1, seed: 3),
      try SphericalCriticalPointLaw(other, dimension: 4).draw(index: 1, seed: 3)
    )
    #expect(
      same(law.0.value, law.1.value, a) && same(law.0.eigenvalues[0], law.1.eigenvalues[0], a))
  }

  /// A term that changes nothing to rounding, whatever the ratio.
  @Test(arguments: [1e-18, 1e-19, 1e-22, 1e-100, 1e-300]) func negligibleTerms(_ weight: Double)
    throws
  {
    let (pure, mixed) = try (Mixture.pure(3), Mixture([3: 1, 5: weight]))
    let (a, b) = (try AnnealedComplexity(pure), try AnnealedComplexity(mixed))
    for energy in [-2, -1.65, -1.6, -1] {
      #expect(abs(a.total(energy: energy) - b.total(energy: energy)) < 1e-12, "E = \(energy)")
      #expect(abs(a.fixedIndex(1, energy: energy) - b.fixedIndex(1, energy: energy)) < 1e-8)
    }
    let (counts, others) = (
      try CriticalPointCounts(pure, dimension: 4), try CriticalPointCounts(mixed, dimension: 4)
    )
    for k in 0..<4 {
      #expect(abs(counts.byIndex[k].value / others.byIndex[k].value - 1) < 1e-13)
      let spread = counts.standardDeviationByIndex[k].value
      #expect(abs(spread / others.standardDeviationByIndex[k].value - 1) < 1e-13)
    }
  }

  @Test(arguments: models.filter { CriticalPointCounts.serves($0, dimension: 3) })
  func densities(_ model: Mixture) throws {
    for n in [2, 3, 40] {
      let density = try CriticalPointDensity(model, dimension: n)
      #expect(density.byIndex(energy: .nan).allSatisfy { $0.isNaN })
      #expect(density.indexFraction(energy: .nan).isNaN)
      for energy in [30, 1e3, 1e10, 1e100, 1e308, .infinity].flatMap({ [$0, -$0] }) {
        #expect(
          density.byIndex(energy: energy * Self.size(model)) == [Double](repeating: 0, count: n))
      }
      // H and -H have one law but for odd terms' sign, which σ → -σ takes.
      let energy = 0.7 * Self.size(model)
      let (up, down) = (density.byIndex(energy: energy), density.byIndex(energy: -energy))
      let sum = up.reduce(0, +)
      for k in 0..<n { #expect(abs(up[k] - down[n - 1 - k]) <= 1e-9 * sum, "k = \(k)") }
    }
    let counts = try CriticalPointCounts(model, dimension: 3)
    #expect(counts.indexFraction(energy: .nan).isNaN)
    #expect(
      counts.indexFraction(energy: -.infinity) == 0 && counts.indexFraction(energy: .infinity) == 1)
    #expect(abs(counts.byIndex[0].value - counts.byIndex[2].value) <= 1e-12 * counts.total.value)
  }

  @Test func signals() throws {
    let signal = try Signal([2: 0.5, 3: 1])
    for model in [Mixture.pure(3), try Mixture([2: 1, 4: 1])] {
      let rates = try SpikedComplexity(model, signal: signal)
      let density = try SpikedCriticalPointDensity(model, signal: signal, dimension: 4)
      #expect(rates.total(overlap: .nan).isNaN && rates.minima(overlap: .nan).isNaN)
      #expect(rates.spikeStrength(overlap: .nan).isNaN)
      #expect(density.byIndex(overlap: .nan, energy: -1).allSatisfy { $0.isNaN })
      #expect(density.byIndex(overlap: 0.5, energy: .nan).allSatisfy { $0.isNaN })
      for m in [-1, -0.999, -0.3, 0, 0.3, 0.999, 1] {
        #expect(rates.total(overlap: m, energy: .nan).isNaN)
        #expect(rates.minima(overlap: m, energy: .nan).isNaN)
        #expect(rates.total(overlap: m) >= rates.minima(overlap: m))
        for energy in Self.extremes {
          #expect(rates.total(overlap: m, energy: energy) == -.infinity)
          #expect(rates.minima(overlap: m, energy: energy) == -.infinity)
          #expect(density.byIndex(overlap: m, energy: energy) == [0, 0, 0, 0])
        }
        for energy in [-1e100, -1e20, -2, 0, 2, 1e20] {
          let total = rates.total(overlap: m, energy: energy)
          #expect(total >= rates.minima(overlap: m, energy: energy), "m = \(m), E = \(energy)")
          #expect(total <= rates.total(overlap: m) + 1e-9, "m = \(m), E = \(energy)")
        }
      }
    }
    #expect(
      SpikedComplexity.rankOneCost(.nan, 3).isNaN && SpikedComplexity.rankOneCost(2, .nan).isNaN)
    for θ in [0, 1, 1.0.nextUp, 1.5, 1e8] {
      for t in [2, 2.0.nextUp, 2.1, 1e5, .infinity] {
        #expect(SpikedComplexity.rankOneCost(θ, t) >= -1e-15 * θ * θ, "θ = \(θ), t = \(t)")
      }
    }
  }

  @Test func fields() throws {
    for (κ, n) in [(0.6, 2), (1.0, 3), (1.05, 4), (1.1, 1), (1.1, 2)] {
      for unit in [1, 1e-150, 1e150] {
        // λ₀ in other units, all else as it was.
        let law = try FieldHeightDensity(
          SpectralMoments(
            variance: unit * unit, second: κ * unit * unit, fourth: 3 * unit * unit), dimension: n)
        #expect(abs(law.kappa - κ) < 1e-14)
        #expect(law.byIndex(height: .nan).allSatisfy { $0.isNaN })
        for height in [150, 1e10, 1e308, .infinity].flatMap({ [$0, -$0] }) {
          #expect(law.byIndex(height: height * unit) == [Double](repeating: 0, count: n + 1))
        }
        let (up, down) = (law.byIndex(height: unit), law.byIndex(height: -unit))
        for k in 0...n { #expect(abs(up[k] - down[n - k]) <= 1e-10 * up.reduce(0, +)) }
        #expect(up.reduce(0, +) > 0)
      }
    }
    let density = try FieldCriticalPointDensity(
      SpectralMoments(variance: 1, second: 1e200, fourth: 3e200), dimension: 2)
    #expect(density.meanHeightByIndex(kappa: .nan).allSatisfy { $0.value.isNaN })
    #expect(density.heightDeviationByIndex(kappa: .nan).allSatisfy { $0.value.isNaN })
    // 2λ₄/(3√3πλ₂).
    #expect(abs(density.total.value * 3.0.squareRoot() * .pi / 2 - 1) < 1e-12)
  }

  @Test func confined() throws {
    for m in [0.001, 0.3, 1.0.nextDown, 1, 1.0.nextUp, 1000] {
      let rates = try ConfinedComplexity(confinement: m)
      #expect(rates.total >= rates.minima && rates.minima >= 0, "m = \(m)")
      #expect(rates.rate(indexFraction: .nan).isNaN)
      #expect((0...1).contains(rates.typicalIndexFraction))
    }
    for m in [Double.leastNonzeroMagnitude, 1e-300, 1e300] {
      let rates = try ConfinedComplexity(confinement: m)
      #expect(rates.total >= rates.minima && rates.minima >= 0 && rates.total.isFinite, "m = \(m)")
    }
    for m in [0.001, 1000] {
      let counts = try ConfinedFieldCounts(confinement: m, dimension: 2)
      let sum = counts.byIndex.enumerated().reduce(0) { $0 + ($1.0 % 2 == 0 ? 1 : -1) * $1.1.value }
      #expect(abs(sum - 1) < 1e-9 * counts.total.value, "m = \(m)")
    }
  }

  /// Degrees whose powers no loop should form.
  @Test(arguments: [100, 10_000, Mixture.degreeLimit]) func degrees(_ p: Int) throws {
    let model = Mixture.pure(p)
    let law = try AnnealedComplexity(model)
    #expect(abs(law.totalMaximum - 0.5 * log(Double(p) - 1)) < 1e-12)
    #expect(
      abs(try LimitingIndexCurve(model).threshold - 2 * (1 - 1 / Double(p)).squareRoot()) < 1e-14)
    // Both are the ground state, by counting and by replicas; it grows as √log p.
    let counted = try #require(law.groundState())
    let replicas = try #require(OneStepGroundState(model))
    #expect(abs(counted - replicas.energy) < 1e-9 * counted)
    // 1 - q is 1/p.
    guard p < 100_000_000_000_000 else { return }
    let states = try #require(EquilibriumTransitions(model))
    #expect(abs((1 - states.dynamic.overlap) * Double(p - 1) - 1) < 1e-3)
    #expect(
      states.static.temperature > 0 && states.static.temperature <= states.dynamic.temperature)
  }
}
