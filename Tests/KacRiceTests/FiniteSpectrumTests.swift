import Foundation
import KacRice
import Models
import RandomMatrices
import Testing

/// Two computations of one GOE matrix: the density of each eigenvalue from a generating function of the index, and
/// the laws of the largest eigenvalue and of all of them.
@Suite struct FiniteSpectrumTests {
  /// In a pure model the points of index k at energy E are to all of them what the density of eigenvalue k of an
  /// N×N GOE matrix is to that of all, at x = E (ξ' + ξ'')/(ξ' √(2ξ''/N)) = E p √N/√(2p(p-1)).
  @Test(arguments: [2, 5, 12, 40]) func largestEigenvalue(_ n: Int) throws {
    let p = 3.0
    let density = try CriticalPointDensity(.pure(3), dimension: n)
    let largest = try LargestEigenvalueLaw(size: n)
    let all = try MeanDensityLaw(size: n)
    for level in [0.1, 0.4, 0.8, 0.99] {
      let x = largest.quantile(level)
      let energy = x * (2 * p * (p - 1)).squareRoot() / (p * Double(n).squareRoot())
      let byIndex = density.byIndex(energy: energy)
      let fraction = byIndex[n - 1] / byIndex.reduce(0, +)
      let expected = largest.density(x) / (Double(n) * all.density(x))
      #expect(abs(fraction - expected) < 1e-10, "x = \(x)")
      #expect(abs(byIndex[0] / byIndex.reduce(0, +) - expected) > 1e-3)
    }
  }
}
