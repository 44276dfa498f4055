import Foundation
import RandomMatrices
import RandomStreams
import Testing

@Suite struct TracyWidomTests {
  /// Means and variances as tabulated by Bornemann, Markov Process. Relat. Fields 16, 803 (2010); F(-2) from an
  /// independent program.
  @Test(arguments: [
    (1, -1.2065335745820, 1.6077810345813, 0.27432019790922),
    (2, -1.7710868074116, 0.8131947928330, 0.41322414250512),
  ])
  func moments(_ beta: Int, _ mean: Double, _ variance: Double, _ atMinusTwo: Double) throws {
    let law = try TracyWidomLaw(beta: beta)
    #expect(abs(law.expectation { _ in 1 } - 1) < 1e-11)
    #expect(abs(law.expectation { $0 } - mean) < 1e-11)
    #expect(abs(law.expectation { ($0 - mean) * ($0 - mean) } - variance) < 1e-11)
    #expect(abs(law.distribution(-2) - atMinusTwo) < 1e-12)
  }

  /// The density is the slope of the distribution, far out in both tails too: differences of the smaller
  /// of F and 1 - F, whose third derivatives leave errors of 2e-5.
  @Test(arguments: [1, 2]) func tails(_ beta: Int) throws {
    let law = try TracyWidomLaw(beta: beta)
    for s in [-6.5, -2.385, 0.7, 4, 9.5] {
      let h = 3e-4
      let rise =
        s < 0
        ? law.distribution(s + h) - law.distribution(s - h)
        : law.survival(s - h) - law.survival(s + h)
      #expect(abs(rise / (2 * h) - law.density(s)) < 1e-4 * law.density(s), "s = \(s)")
      #expect(abs(law.distribution(s) + law.survival(s) - 1) < 1e-14)
    }
    #expect(law.distribution(-20) == 0 && law.distribution(50) == 1 && law.density(50) == 0)
    #expect(law.distribution(-11) < 1e-12 && law.distribution(-11) >= 0)
  }

  /// The largest eigenvalue of a finite matrix: at n = 100 and centred at √(2n-1) for β = 1 its mean is off
  /// the limit by less than 0.03, z below 4.9. Control: the law of the other β.
  @Test func largestEigenvalues() throws {
    var generator = GSLGenerator(RandomStream(seed: 8, purpose: .noise))
    let (n, count) = (100, 10_000)
    let ensemble = try HermiteEnsemble(size: n)
    let values = (0..<count).map { _ in
      let largest = ensemble.eigenvalues(from: &generator)[n - 1]
      return (largest - Double(2 * n - 1).squareRoot()) * 2.0.squareRoot() * pow(Double(n), 1.0 / 6)
    }
    let mean = values.reduce(0, +) / Double(count)
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = square.squareRoot() / Double(count)
    func distance(_ beta: Int) throws -> Double {
      let law = try TracyWidomLaw(beta: beta)
      return abs(mean - law.expectation { $0 })
    }
    #expect(try distance(1) < 4.9 * error + 0.03)
    #expect(try distance(2) > 4.9 * error + 0.03)
  }
}
