import KacRice
import SpinGlasses
import Testing

@Suite struct FiniteIndexCurveTests {
  /// Values of an independent program (Pfaffian at roots of unity, NumPy), six digits.
  @Test(arguments: [
    (8, [0.002024, 0.010854, 0.042842, 0.104238, 0.171951, 0.329689]),
    (20, [0.001203, 0.017935, 0.064368, 0.123016, 0.190042, 0.339703]),
    (40, [0.000885, 0.024693, 0.071491, 0.129620, 0.195608, 0.342714]),
  ])
  func pureThreeSpin(_ n: Int, _ expected: [Double]) {
    let curve = FiniteIndexCurve(.pure(3), dimension: n)
    for (energy, value) in zip([-1.6, -1.4, -1.2, -1.0, -0.8, -0.4], expected) {
      #expect(abs(curve.indexFraction(energy: energy) - value) < 6e-7)
    }
    #expect(abs(curve.indexFraction(energy: 0) - 0.5) < 1e-12)
  }

  /// A pure model reached as the limit of mixtures: weight 1e-6 of degree 5 moves the curve of degree
  /// 3 by as little, though it is computed by an integral and not at a point.
  @Test func mixturesContainPureModels() throws {
    let pure = FiniteIndexCurve(.pure(3), dimension: 10)
    let mixed = FiniteIndexCurve(try Mixture([3: 1, 5: 0.01]), dimension: 10)
    let nearly = FiniteIndexCurve(try Mixture([3: 1, 5: 0.001]), dimension: 10)
    for energy in [-1.3, -0.7, 0.2] {
      let reference = pure.indexFraction(energy: energy)
      let far = abs(mixed.indexFraction(energy: energy) - reference)
      let near = abs(nearly.indexFraction(energy: energy) - reference)
      #expect(far < 0.02)
      // First order in the weight.
      #expect(near < 0.15 * far)
    }
  }

  /// The mean of α_N over energies is the mean index fraction of all points, from the counts.
  @Test func agreesWithTheCounts() throws {
    let mixture = try Mixture([3: 0.5, 4: 0.5])
    let n = 9
    let counts = CriticalPointCounts(mixture, dimension: n)
    let curve = FiniteIndexCurve(mixture, dimension: n)
    // Points of index 0 lie low: α_N at their mean energy must be below the overall mean 1/2, and
    // α_N is increasing.
    let energies = counts.meanEnergyByIndex.map(\.value)
    let fractions = energies.map { curve.indexFraction(energy: $0) }
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 < $1 })
    #expect(abs(fractions[4] - 0.5) < 1e-9)
  }
}
