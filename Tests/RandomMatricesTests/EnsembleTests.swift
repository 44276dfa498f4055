import LinearAlgebra
import RandomMatrices
import RandomStreams
import Testing

/// Laws of the real ensembles, with a false-positive rate of 1e-6 for each mean
/// (4.9 standard errors) and negative controls that must fail.
@Suite struct EnsembleTests {
  private func trace(_ a: Matrix<Double>) -> Double { (0..<a.rows).reduce(0) { $0 + a[$1, $1] } }

  /// Variances of single entries and of what rotations make of them.
  @Test func entriesOfTheGOE() throws {
    let ensemble = try GaussianOrthogonalEnsemble(size: 3)
    let samples = (0..<20_000).map { ensemble.sample(seed: 2, sample: $0) }
    func variance(_ entry: (Matrix<Double>) -> Double) -> Sample {
      Sample(samples.map { entry($0) * entry($0) })
    }
    #expect(variance { $0[2, 2] }.isConsistent(with: 1))
    #expect(variance { $0[2, 0] }.isConsistent(with: 0.5))
    // (e₀ + e₁)/√2 on both sides.
    #expect(variance { ($0[0, 0] + $0[1, 1]) / 2 + $0[0, 1] }.isConsistent(with: 1))
    // Control: a diagonal of twice the variance is not the same in all directions.
    let root = 2.0.squareRoot()
    #expect(!variance { root * ($0[0, 0] + $0[1, 1]) / 2 + $0[0, 1] }.isConsistent(with: 2))
  }

  /// P(all eigenvalues positive), exact: (2-√2)/4 for two, (π-2√2)/(4π) for three; dense and tridiagonal. Control:
  /// twice the diagonal's variance.
  @Test(arguments: [2, 3]) func positiveDefinite(n: Int) throws {
    let root = 2.0.squareRoot()
    let expected = n == 2 ? (2 - root) / 4 : (.pi - 2 * root) / (4 * .pi)
    let ensemble = try GaussianOrthogonalEnsemble(size: n, variance: 1)
    func share(_ diagonal: Double) -> Sample {
      var factorization = LDLFactorization(size: n)
      return Sample(
        (0..<40_000).map { sample in
          var matrix = ensemble.sample(seed: 3, sample: sample)
          for i in 0..<n { matrix[i, i] *= diagonal }
          factorization.factorize(matrix)
          return factorization.negativeEigenvalues == 0 ? 1 : 0
        })
    }
    #expect(share(1).isConsistent(with: expected))
    #expect(!share(root).isConsistent(with: expected))
    var generator = GSLGenerator(RandomStream(seed: 4, purpose: .noise))
    let tridiagonal = Sample(
      (0..<40_000).map { _ in ensemble.eigenvalues(from: &generator)[0] > 0 ? 1 : 0 })
    #expect(tridiagonal.isConsistent(with: expected))
  }

  /// Bidiagonal and dense Wishart matrices: mean and square of each eigenvalue. Control: one observation more.
  @Test func wishartSpectra() throws {
    let (m, n) = (4, 7)
    var solver = HermitianEigensolver<Double>(size: m)
    let dense = try (0..<20_000).map { sample -> [Double] in
      _ = solver.diagonalize(
        try WishartEnsemble(size: m, observations: n).sample(seed: 5, sample: sample),
        vectors: false)
      return solver.eigenvalues
    }
    func agrees(_ n: Int) throws -> Bool {
      var generator = GSLGenerator(RandomStream(seed: 6, purpose: .noise))
      let ensemble = try BetaEnsemble.laguerre(size: m, parameter: Double(n) / 2)
      let other = (0..<20_000).map { _ in ensemble.eigenvalues(from: &generator) }
      return Sample.agree(dense, other)
    }
    #expect(try agrees(n))
    #expect(try !agrees(n + 1))
  }

  /// Any β: the mean trace 2am, its variance 4am, and a single χ² for m = 1.
  @Test(arguments: [(1.0, 3), (2.0, 4), (4.0, 2), (0.5, 5), (1.0, 1)])
  func laguerreTrace(beta: Double, size: Int) throws {
    let a = beta * Double(size - 1) / 2 + 1.3
    let ensemble = try BetaEnsemble.laguerre(size: size, parameter: a, beta: beta)
    var generator = GSLGenerator(RandomStream(seed: 7, purpose: .noise))
    let traces = (0..<20_000).map { _ in
      ensemble.eigenvalues(from: &generator).reduce(0, +) - 2 * a * Double(size)
    }
    #expect(Sample(traces).isConsistent(with: 0))
    #expect(Sample(traces.map { $0 * $0 }).isConsistent(with: 4 * a * Double(size)))
    #expect(!Sample(traces.map { $0 * $0 }).isConsistent(with: 4.4 * a * Double(size)))
  }

  /// Haar measure: orthogonal to rounding, E (tr Q)² = 1 and E (tr Q)⁴ = 3 for n ≥ 2, E tr Q² = 1, both
  /// determinants alike. Control: LAPACK's own Q.
  @Test(arguments: [2, 3, 6]) func haar(n: Int) throws {
    let samples = try (0..<20_000).map { try HaarOrthogonal(size: n).sample(seed: 8, sample: $0) }
    for q in samples.prefix(100) {
      let product = q * q.transposed
      #expect(
        zip(product.elements, Matrix<Double>.identity(n).elements).allSatisfy {
          abs($0 - $1) < 1e-14
        })
    }
    func isHaar(_ samples: [Matrix<Double>]) -> Bool {
      let squares = samples.map { trace($0) * trace($0) }
      return Sample(samples.map(trace)).isConsistent(with: 0)
        && Sample(squares).isConsistent(with: 1)
        && (n < 4 || Sample(squares.map { $0 * $0 }).isConsistent(with: 3))
        && Sample(samples.map { trace($0 * $0) }).isConsistent(with: 1)
    }
    #expect(isHaar(samples))
    let naive = try (0..<20_000).map { sample in
      var matrix = try GinibreEnsemble(rows: n, columns: n).sample(seed: 8, sample: sample)
      _ = QRFactorization.orthonormalize(&matrix)
      return matrix
    }
    #expect(!isHaar(naive))
    // In the plane tr Q = 2 cos θ with probability 1/2, else 0.
    if n == 2 {
      let rotations = samples.filter { abs(trace($0)) > 1e-12 }
      let excess = Double(rotations.count) / 20_000 - 0.5
      #expect(abs(excess) < 4.9 * 0.5 / 20_000.0.squareRoot())
    }
  }

  @Test func sizeOneIsASign() throws {
    let signs = try (0..<4000).map { try HaarOrthogonal(size: 1).sample(seed: 9, sample: $0)[0, 0] }
    #expect(signs.allSatisfy { abs($0) == 1 })
    #expect(Sample(signs).isConsistent(with: 0))
  }
}
