import Foundation
import LinearAlgebra
import RandomMatrices
import RandomStreams
import Testing

/// Entries of Wigner matrices and outliers of spiked ones, 1e-6 a mean.
@Suite struct WignerEnsembleTests {
  /// Fourth moments of the entry laws. Control: the normal one.
  @Test func entryLaws() throws {
    let laws: [(EntryLaw, Double)] = try [
      (.normal, 3), (.sign, 1), (.uniform, 1.8), (.exponential, 6),
      (.studentT(degreesOfFreedom: 12), 3 * 10.0 / 8),
    ]
    for (law, fourth) in laws {
      var generator = GSLGenerator(RandomStream(seed: 1, purpose: .noise))
      let values = (0..<100_000).map { _ in law.sample(from: &generator) }
      #expect(Sample(values).isConsistent(with: 0))
      #expect(Sample(values.map { $0 * $0 }).isConsistent(with: 1))
      #expect(Sample(values.map { pow($0, 4) }).isConsistent(with: fourth), "\(fourth)")
      #expect(fourth == 3 || !Sample(values.map { pow($0, 4) }).isConsistent(with: 3))
    }
  }

  /// E cos(tx) = exp(-|t|^α) of a stable entry, on and off the diagonal. Control: another α.
  @Test(arguments: [0.6, 1, 1.5, 2]) func stableEntries(_ α: Double) throws {
    let n = 3
    let ensemble = try SymmetricEnsemble.levy(size: n, stability: α)
    let samples = (0..<20_000).map { ensemble.sample(seed: 2, sample: $0) }
    for (i, j) in [(0, 0), (2, 1)] {
      let values = samples.map { $0[i, j] * pow(Double(n), 1 / α) }
      for t in [0.3, 1, 2.5] {
        let cosines = Sample(values.map { cos(t * $0) })
        #expect(cosines.isConsistent(with: exp(-pow(t, α))), "t = \(t)")
        #expect(t != 0.3 || !cosines.isConsistent(with: exp(-pow(t, 0.8 * α))), "t = \(t)")
      }
    }
  }

  /// Each entry of a sparse matrix is there with probability d/n, and n⁻¹E tr A⁴ follows from counting closed walks:
  /// pairs of edges at a vertex, and edges walked four times.
  @Test func sparseEntries() throws {
    let (n, d) = (8, 2.0)
    let ensemble = try SymmetricEnsemble.sparse(size: n, degree: d, entries: .uniform)
    let samples = (0..<20_000).map { ensemble.sample(seed: 3, sample: $0) }
    for (i, j) in [(1, 0), (7, 0), (4, 3), (7, 6)] {
      let share = Sample(samples.map { $0[i, j] == 0 ? 0 : 1 })
      #expect(share.isConsistent(with: d / Double(n)), "\(i), \(j)")
      #expect(!share.isConsistent(with: 1.2 * d / Double(n)))
    }
    #expect(samples.allSatisfy { a in (0..<n).allSatisfy { a[$0, $0] == 0 } })
    let fourth = Sample(
      samples.map { a in
        let square = a * a
        return square.elements.reduce(0) { $0 + $1 * $1 }
      })
    // With s = E A_ij² = 1/n and f = E A_ij⁴ = 1.8/(dn): walks i-j-i-k-i and i-j-k-j-i with j ≠ k or i ≠ k, and
    // i-j-i-j-i.
    let (v, pairs) = (Double(n), Double(n * (n - 1)))
    let walks: Double = 2 * pairs * (v - 2) / (v * v)
    #expect(fourth.isConsistent(with: walks + 1.8 * pairs / (d * v)))
    #expect(!fourth.isConsistent(with: walks + pairs / (d * v)))
  }

  /// The largest eigenvalue and its vector's overlap with the spike, n = 400: corrections are of order 1/n.
  /// Control: a spike of 1.1 times the size.
  @Test func outliers() throws {
    let wigner = try (0..<40).map {
      try SymmetricEnsemble.spikedWigner(size: 400, strengths: [2]).eigenvalues(
        seed: 4, sample: $0)[399]
    }
    let wishart = try (0..<40).map {
      try SymmetricEnsemble.spikedWishart(size: 200, observations: 400, spikes: [4])
        .eigenvalues(seed: 5, sample: $0)[199]
    }
    func isRight(_ values: [Double], _ outlier: RankOneOutlier) -> Bool {
      let sample = Sample(values)
      return abs(sample.mean - outlier.position) < 4.9 * sample.error + 4 / 400.0
    }
    #expect(isRight(wigner, try .additive(strength: 2)))
    #expect(!isRight(wigner, try .additive(strength: 2.2)))
    #expect(isRight(wishart, try .covariance(spike: 4, ratio: 0.5)))
    #expect(!isRight(wishart, try .covariance(spike: 4.4, ratio: 0.5)))
  }
}
