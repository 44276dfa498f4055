import KacRice
import Models
import Testing

@Suite struct CriticalPointDensityTests {
  /// Values of an independent program (Pfaffian at roots of unity, NumPy), six digits.
  @Test(arguments: [
    (8, [0.002024, 0.010854, 0.042842, 0.104238, 0.171951, 0.329689]),
    (20, [0.001203, 0.017935, 0.064368, 0.123016, 0.190042, 0.339703]),
    (40, [0.000885, 0.024693, 0.071491, 0.129620, 0.195608, 0.342714]),
  ])
  func pureThreeSpin(_ n: Int, _ expected: [Double]) throws {
    let curve = try CriticalPointDensity(.pure(3), dimension: n)
    for (energy, value) in zip([-1.6, -1.4, -1.2, -1.0, -0.8, -0.4], expected) {
      #expect(abs(curve.indexFraction(energy: energy) - value) < 6e-7)
    }
    #expect(abs(curve.indexFraction(energy: 0) - 0.5) < 1e-12)
  }

  /// A pure model reached as the limit of mixtures: weight 1e-6 of degree 5 moves the curve of degree
  /// 3 by as little, though it is computed by an integral and not at a point.
  @Test func mixturesContainPureModels() throws {
    let pure = try CriticalPointDensity(.pure(3), dimension: 10)
    let mixed = try CriticalPointDensity(try Mixture([3: 1, 5: 0.01]), dimension: 10)
    let nearly = try CriticalPointDensity(try Mixture([3: 1, 5: 0.001]), dimension: 10)
    for energy in [-1.3, -0.7, 0.2] {
      let reference = pure.indexFraction(energy: energy)
      let far = abs(mixed.indexFraction(energy: energy) - reference)
      let near = abs(nearly.indexFraction(energy: energy) - reference)
      #expect(far < 0.02)
      // First order in the weight.
      #expect(near < 0.15 * far)
    }
  }

  /// The densities integrate to the counts and their first moments to the mean energies: energy by
  /// energy against index by index. The trapezoidal rule with 400 points over ten standard
  /// deviations is exact to rounding.
  @Test(arguments: ["3:1", "3:0.5,4:0.5", "1:0.5,2:1", "3:1,5:0.0001"])
  func integratesToTheCounts(_ text: String) throws {
    let mixture = try Mixture(parsing: text)
    let n = 9
    let counts = try CriticalPointCounts(mixture, dimension: n)
    let density = try CriticalPointDensity(mixture, dimension: n)
    var (sums, moments) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    let step = 0.03
    for i in -200...200 {
      let energy = step * Double(i)
      for (k, value) in density.byIndex(energy: energy).enumerated() {
        sums[k] += step * value
        moments[k] += step * value * energy
      }
    }
    for k in 0..<n {
      #expect(abs(sums[k] / counts.byIndex[k].value - 1) < 1e-11)
      #expect(abs(moments[k] / sums[k] - counts.meanEnergyByIndex[k].value) < 1e-11)
    }
  }
}
