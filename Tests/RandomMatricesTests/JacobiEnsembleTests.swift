import RandomMatrices
import Testing

/// Bidiagonal matrices against dense ones: mean and square of each eigenvalue, 1e-6 a comparison. Control: one
/// observation more.
@Suite struct JacobiEnsembleTests {
  private func agree(
    _ dense: some SpectrumEnsemble, _ beta: Double, _ m: Int, _ first: Int, _ second: Int
  ) throws -> Bool {
    let jacobi = try BetaEnsemble.jacobi(
      size: m, first: beta * Double(first) / 2, second: beta * Double(second) / 2, beta: beta)
    return Sample.agree(
      (0..<8000).map { dense.eigenvalues(seed: 1, sample: $0) },
      (0..<8000).map { jacobi.eigenvalues(seed: 2, sample: $0) })
  }

  @Test(arguments: [(2, 2, 3), (5, 6, 9), (1, 3, 1)]) func manova(m: Int, n1: Int, n2: Int) throws {
    let real = try ManovaEnsemble(size: m, first: n1, second: n2)
    let complex = try ComplexManovaEnsemble(size: m, first: n1, second: n2)
    let quaternion = try QuaternionManovaEnsemble(size: m, first: n1, second: n2)
    #expect(try agree(real, 1, m, n1, n2))
    #expect(try agree(complex, 2, m, n1, n2))
    #expect(try agree(quaternion, 4, m, n1, n2))
    #expect(try !agree(real, 1, m, n1 + 1, n2))
    #expect(try !agree(complex, 2, m, n1, n2 + 1))
    #expect(try !agree(quaternion, 4, m, n1 + 1, n2))
  }

  /// Atoms: m - n₁ eigenvalues 0 and m - n₂ eigenvalues 1.
  @Test func atoms() throws {
    let ensemble = try ManovaEnsemble(size: 6, first: 4, second: 3)
    for sample in 0..<50 {
      let spectrum = ensemble.eigenvalues(seed: 3, sample: sample)
      #expect(spectrum.count { abs($0) < 1e-13 } == 2)
      #expect(spectrum.count { abs($0 - 1) < 1e-13 } == 3)
    }
  }

  /// The same for quaternion Wishart matrices and the bidiagonal ones of β = 4, with zeros for m > n.
  @Test(arguments: [(2, 3), (4, 2)]) func quaternionWishart(m: Int, n: Int) throws {
    let ensemble = try QuaternionWishartEnsemble(size: m, observations: n, variance: 0.7)
    let other = try QuaternionWishartEnsemble(size: m, observations: n + 1, variance: 0.7)
    let dense = (0..<8000).map { DenseSpectrum(ensemble).eigenvalues(seed: 4, sample: $0) }
    func fast(_ ensemble: QuaternionWishartEnsemble) -> [[Double]] {
      (0..<8000).map { ensemble.eigenvalues(seed: 5, sample: $0) }
    }
    let zeros = max(0, m - n)
    #expect(fast(ensemble).allSatisfy { $0.prefix(zeros).allSatisfy { $0 == 0 } })
    #expect(dense.allSatisfy { $0.prefix(zeros).allSatisfy { abs($0) < 1e-12 } })
    #expect(
      Sample.agree(dense.map { $0.suffix(m - zeros) }, fast(ensemble).map { $0.suffix(m - zeros) }))
    #expect(!Sample.agree(dense, fast(other)))
  }
}
