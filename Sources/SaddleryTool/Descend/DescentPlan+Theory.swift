import Saddlery

extension DescentPlan {
  /// Energies to compare with: -E∞ and -E₀; of equilibrium, at temperatures without glass.
  func levels(_ mixture: Mixture) -> [EnergyLevel] {
    var levels: [EnergyLevel] = []
    if let curve = try? LimitingIndexCurve(mixture) {
      levels.append(EnergyLevel("-E_∞", -curve.threshold))
    }
    if let ground = (try? AnnealedComplexity(mixture))?.groundState() {
      levels.append(EnergyLevel("-E_0", -ground))
    }
    if let temperature = options.temperature, temperature > 0,
      let glass = EquilibriumTransitions(mixture)?.dynamic.temperature, temperature >= glass
    {
      levels.append(EnergyLevel("-ξ(1)/T", -mixture.covariance(1) / temperature))
    }
    return levels
  }

  /// The exact mean density of minima in energy, where it is soon known; none of runs at a temperature.
  func minima(
    _ mixture: Mixture, dimension n: Int, threads: Int
  ) throws -> (x: [Double], y: [Double])? {
    guard options.temperature == nil, n <= 200, CriticalPointCounts.serves(mixture, dimension: n),
      let threshold = (try? LimitingIndexCurve(mixture))?.threshold
    else { return nil }
    let density = try CriticalPointDensity(mixture, dimension: n, threads: threads)
    let x = (0...120).map { -threshold * (1.2 - Double($0) / 200) }
    return (
      x,
      concurrentMap(0..<x.count, threads: threads) {
        density.byIndex(energy: x[$0])[0]
      }
    )
  }
}
