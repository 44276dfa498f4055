import LinearAlgebra
import RandomMatrices
import RandomStreams
import Testing

/// What every ensemble must have: scale, symmetry and law, with a false-positive rate of 1e-6 for each mean
/// (4.9 standard errors) and negative controls that must fail.
@Suite struct EnsembleTests {
  private func trace(_ a: Matrix) -> Double { (0..<a.rows).reduce(0) { $0 + a[$1, $1] } }

  /// tr A and tr A Aᵀ.
  private func moments(_ a: Matrix) -> (Double, Double) {
    (trace(a), a.elements.reduce(0) { $0 + $1 * $1 })
  }

  private struct Entry: Sendable {
    let name: String
    let ensemble: any MatrixEnsemble
    /// E tr A and E tr A Aᵀ.
    let trace, square: Double
    let isSymmetric: Bool
  }

  private static let entries = [
    Entry(
      name: "GOE", ensemble: try! GaussianOrthogonalEnsemble(size: 5, variance: 0.7), trace: 0,
      // n(n-1) entries of variance v and n of 2v.
      square: 0.7 * 30, isSymmetric: true),
    Entry(
      name: "GOE of size 1", ensemble: try! GaussianOrthogonalEnsemble(size: 1), trace: 0,
      square: 1,
      isSymmetric: true),
    Entry(
      name: "Ginibre", ensemble: try! GinibreEnsemble(rows: 4, columns: 4, variance: 1.7), trace: 0,
      square: 16 * 1.7, isSymmetric: false),
    Entry(
      name: "Wishart", ensemble: try! WishartEnsemble(size: 3, observations: 5, variance: 0.6),
      trace: 0.6 * 15,
      // E tr (XXᵀ)² = v² mn(m + n + 1).
      square: 0.36 * 15 * 9, isSymmetric: true),
    Entry(
      name: "Wishart, few observations", ensemble: try! WishartEnsemble(size: 6, observations: 2),
      trace: 12, square: 12 * 9, isSymmetric: true),
    Entry(
      name: "Haar", ensemble: try! HaarOrthogonal(size: 4), trace: 0, square: 4, isSymmetric: false),
  ]

  @Test func scaleAndSymmetry() {
    for entry in Self.entries {
      let samples = (0..<8000).map { entry.ensemble.sample(seed: 1, sample: $0) }
      let traces = Sample(samples.map { moments($0).0 })
      #expect(traces.isConsistent(with: entry.trace), "\(entry.name): trace")
      let squares = samples.map { moments($0).1 }
      let isRight = { (expected: Double) in
        // Of an orthogonal matrix it is exact.
        Sample(squares).isConsistent(with: expected)
          || squares.allSatisfy { abs($0 - expected) < 1e-13 * expected }
      }
      #expect(isRight(entry.square), "\(entry.name): square")
      #expect(!isRight(1.1 * entry.square), "\(entry.name): control")
      if entry.isSymmetric {
        #expect(samples.allSatisfy { $0 == $0.transposed }, "\(entry.name): symmetry")
      }
      #expect(samples[7] == entry.ensemble.sample(seed: 1, sample: 7))
      #expect(samples[7] != samples[8])
    }
  }

  /// Variances of single entries and of what rotations make of them.
  @Test func entriesOfTheGOE() throws {
    let ensemble = try GaussianOrthogonalEnsemble(size: 3)
    let samples = (0..<20_000).map { ensemble.sample(seed: 2, sample: $0) }
    func variance(_ entry: (Matrix) -> Double) -> Sample {
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
    var solver = SymmetricEigensolver(size: m)
    let dense = try (0..<20_000).map { sample -> [Double] in
      _ = solver.diagonalize(
        try WishartEnsemble(size: m, observations: n).sample(seed: 5, sample: sample),
        vectors: false)
      return solver.eigenvalues
    }
    func agrees(_ n: Int) throws -> Bool {
      var generator = GSLGenerator(RandomStream(seed: 6, purpose: .noise))
      let ensemble = try LaguerreEnsemble(size: m, parameter: Double(n) / 2)
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
    let ensemble = try LaguerreEnsemble(size: size, parameter: a, beta: beta)
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
        zip(product.elements, Matrix.identity(n).elements).allSatisfy { abs($0 - $1) < 1e-14 })
    }
    func isHaar(_ samples: [Matrix]) -> Bool {
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
      #expect(
        abs(Double(rotations.count) / 20_000 - 0.5) < 4.9 * 0.5 / 20_000.squareRoot())
    }
  }

  @Test func sizeOneIsASign() throws {
    let signs = try (0..<4000).map { try HaarOrthogonal(size: 1).sample(seed: 9, sample: $0)[0, 0] }
    #expect(signs.allSatisfy { abs($0) == 1 })
    #expect(Sample(signs).isConsistent(with: 0))
  }
}
