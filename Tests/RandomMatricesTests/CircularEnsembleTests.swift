import Foundation
import Numerics
import RandomMatrices
import Requirements
import TestSupport
import Testing

@Suite struct CircularEnsembleTests {
  private static func traces(_ n: Int, _ beta: Double, power: Int = 1) throws -> Sample {
    let ensemble = try BetaEnsemble.circular(size: n, beta: beta)
    return Sample(
      (0..<4000).map { sample in
        ensemble.eigenvalues(seed: 3, sample: sample).reduce(Complex<Double>.zero) {
          $0 + Complex(length: 1, phase: Double(power) * $1)
        }.lengthSquared
      })
  }

  /// E|Σ e^{iθ}|² = 2n/(β(n - 1) + 2). Control: the value of another β.
  @Test(arguments: [0, 0.3, 1, 2, 4, 30], [1, 2, 5] + (isLong ? [24] : []))
  func traces(_ beta: Double, _ n: Int) throws {
    func exact(_ beta: Double) -> Double { 2 * Double(n) / (beta * Double(n - 1) + 2) }
    let traces = try Self.traces(n, beta)
    #expect(n == 1 || traces.isConsistent(with: exact(beta)))
    #expect(n == 1 || !traces.isConsistent(with: exact(beta + 0.5 + beta)))
    #expect(n > 1 || abs(traces.mean - 1) < 1e-14)
  }

  /// E|Σ e^{ikθ}|² = min(k, n) for β = 2 (Diaconis and Shahshahani, 1994).
  @Test(arguments: [2, 3, 7]) func powers(_ k: Int) throws {
    let traces = try Self.traces(4, 2, power: k)
    #expect(traces.isConsistent(with: Double(min(k, 4))) && !traces.isConsistent(with: 5))
  }

  /// Two eigenvalues differ by d with density ∝ sin^β(d/2). False-positive rate 1e-6; control: another β.
  @Test func pairs() throws {
    let laws: [(beta: Double, law: (Double) -> Double)] = [
      (0, { $0 / (2 * .pi) }), (1, { (1 - cos($0 / 2)) / 2 }), (2, { ($0 - sin($0)) / (2 * .pi) }),
      (4, { (6 * $0 - 8 * sin($0) + sin(2 * $0)) / (12 * .pi) }),
    ]
    for (i, item) in laws.enumerated() {
      let ensemble = try BetaEnsemble.circular(size: 2, beta: item.beta)
      let differences = (0..<10_000).map { sample in
        let θ = ensemble.eigenvalues(seed: 1, sample: sample)
        // Of the two arcs, either; which one is even.
        return sample.isMultiple(of: 2) ? θ[1] - θ[0] : 2 * .pi - (θ[1] - θ[0])
      }
      #expect(kolmogorovStatistic(differences, distribution: item.law) < 2.694)
      #expect(kolmogorovStatistic(differences, distribution: laws[(i + 1) % 4].law) > 2.694)
    }
  }

  /// Gaps of eight angles against those of dense unitary matrices, of the largest: two samples of 3000 differ by less
  /// than 2.694 √(2/3000), rate 1e-6. Control: β = 4.
  @Test func denseMatrices() throws {
    func largest(_ angles: [Double]) -> Double {
      let sorted = angles.sorted()
      let last = sorted[0] + 2 * .pi - sorted[sorted.count - 1]
      return zip(sorted, sorted.dropFirst()).reduce(last) { max($0, $1.1 - $1.0) }
    }
    let dense = try HaarUnitary(size: 8)
    let expected = (0..<3000).map { sample in
      largest(dense.complexEigenvalues(seed: 2, sample: sample).map(\.phase))
    }.sorted()
    func distance(_ beta: Double) throws -> Double {
      let ensemble = try BetaEnsemble.circular(size: 8, beta: beta)
      let values = (0..<3000).map { largest(ensemble.eigenvalues(seed: 5, sample: $0)) }.sorted()
      func part(_ x: Double, of values: [Double]) -> Double {
        Double(values.count { $0 <= x }) / 3000
      }
      return values.reduce(0) { max($0, abs(part($1, of: values) - part($1, of: expected))) }
    }
    let bound = 2.694 * (2.0 / 3000).squareRoot()
    #expect(try distance(2) < bound && distance(4) > bound)
  }

  /// Angles are in order and on the circle; at huge β they are a regular polygon.
  @Test(arguments: [0, .leastNonzeroMagnitude, 1e-300, 1e-9, 1, 1e9, 1e290], [1, 2, 3, 60])
  func ends(_ beta: Double, _ n: Int) throws {
    let angles = try BetaEnsemble.circular(size: n, beta: beta).eigenvalues(seed: 1)
    #expect(angles.count == n && angles == angles.sorted())
    #expect(angles.allSatisfy { $0 >= -.pi && $0 <= .pi })
    if beta == 1e290 {
      for (a, b) in zip(angles, angles.dropFirst()) {
        #expect(abs(b - a - 2 * .pi / Double(n)) < 1e-12)
      }
    }
    #expect(throws: ParameterError.self) { try BetaEnsemble.circular(size: n, beta: -1) }
  }

  /// The joint density is that of the unitary group at β = 2, and 1 over the volume at β = 0.
  @Test func jointDensity() throws {
    let angles = [0.3, -2.1, 1.9]
    let unitary = try CircularUnitaryEnsemble(size: 3).logJointDensity(of: angles)
    #expect(try BetaEnsemble.circular(size: 3, beta: 2).logJointDensity(of: angles) == unitary)
    let even = try BetaEnsemble.circular(size: 3, beta: 0).logJointDensity(of: angles)
    #expect(abs(even + 3 * log(2 * .pi)) < 1e-14)
  }

  /// β = 0: Hermite levels are normal, Laguerre ones of the Γ law of a, Jacobi ones of the beta law.
  @Test func independentLevels() throws {
    func levels(_ ensemble: some SpectrumEnsemble) -> [Double] {
      #expect(ensemble.limitingLaw == nil)
      return (0..<2000).flatMap { ensemble.eigenvalues(seed: 1, sample: $0) }
    }
    let normal = try levels(BetaEnsemble.hermite(size: 5, beta: 0))
    #expect(kolmogorovStatistic(normal, distribution: { erfc(-$0 / 2.squareRoot()) / 2 }) < 2.694)
    let gamma = try levels(BetaEnsemble.laguerre(size: 5, parameter: 1, beta: 0))
    #expect(kolmogorovStatistic(gamma, distribution: { 1 - exp(-$0 / 2) }) < 2.694)
    let powers = try levels(BetaEnsemble.jacobi(size: 5, first: 3, second: 1, beta: 0))
    #expect(kolmogorovStatistic(powers, distribution: { $0 * $0 * $0 }) < 2.694)
    #expect(kolmogorovStatistic(powers, distribution: { $0 * $0 }) > 2.694)
  }
}
