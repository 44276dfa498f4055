import LinearAlgebra
import Numerics
import RandomMatrices
import RandomStreams
import Testing

/// The complex ensembles, as ``EnsembleTests`` does the real ones.
@Suite struct ComplexEnsembleTests {
  /// Dense and tridiagonal matrices have the same spectra; those of the GSE come in pairs. Control: a variance
  /// 3 % off.
  @Test(arguments: [2, 5]) func denseAndTridiagonal(n: Int) throws {
    var generator = GSLGenerator(RandomStream(seed: 2, purpose: .noise))
    func dense(_ ensemble: some MatrixEnsemble<Complex<Double>>) -> [[Double]] {
      var solver = HermitianEigensolver<Complex<Double>>(size: ensemble.rows)
      return (0..<20_000).map { sample in
        _ = solver.diagonalize(ensemble.sample(seed: 3, sample: sample))
        return solver.eigenvalues
      }
    }
    let unitary = try GaussianUnitaryEnsemble(size: n)
    let tridiagonal = (0..<20_000).map { _ in unitary.eigenvalues(from: &generator) }
    #expect(Sample.agree(dense(unitary), tridiagonal))
    #expect(!Sample.agree(dense(try GaussianUnitaryEnsemble(size: n, variance: 1.06)), tridiagonal))
    let symplectic = try GaussianSymplecticEnsemble(size: n)
    let pairs = dense(symplectic)
    #expect(
      pairs.allSatisfy { spectrum in
        (0..<n).allSatisfy { abs(spectrum[2 * $0] - spectrum[2 * $0 + 1]) < 1e-12 }
      })
    let distinct = pairs.map { spectrum in (0..<n).map { spectrum[2 * $0] } }
    let quaternions = (0..<20_000).map { _ in symplectic.eigenvalues(from: &generator) }
    #expect(Sample.agree(distinct, quaternions))
    // Control: β = 2 in its place.
    #expect(!Sample.agree(distinct, tridiagonal))
  }

  @Test func wishartSpectra() throws {
    let (m, n) = (3, 5)
    var solver = HermitianEigensolver<Complex<Double>>(size: m)
    let ensemble = try ComplexWishartEnsemble(size: m, observations: n, variance: 2)
    let dense = (0..<20_000).map { sample -> [Double] in
      _ = solver.diagonalize(ensemble.sample(seed: 4, sample: sample))
      return solver.eigenvalues
    }
    func agrees(_ n: Int) throws -> Bool {
      var generator = GSLGenerator(RandomStream(seed: 5, purpose: .noise))
      let ensemble = try BetaEnsemble.laguerre(size: m, parameter: Double(n), beta: 2)
      return Sample.agree(dense, (0..<20_000).map { _ in ensemble.eigenvalues(from: &generator) })
    }
    #expect(try agrees(n))
    #expect(try !agrees(n + 1))
  }

  /// Haar measure on U(n): E|tr U|² = 1, E|tr U|⁴ = 2 for n ≥ 2, E tr U² = 0, no mean; n = 1 is a uniform phase.
  /// Control: LAPACK's own Q.
  @Test(arguments: [1, 2, 4]) func unitary(n: Int) throws {
    let samples = try (0..<20_000).map { try HaarUnitary(size: n).sample(seed: 6, sample: $0) }
    for u in samples.prefix(50) {
      let product = u * u.adjoint
      for j in 0..<n {
        for i in 0..<n { #expect((product[i, j] - (i == j ? 1 : 0)).length < 1e-14) }
      }
    }
    func isHaar(_ samples: [Matrix<Complex<Double>>]) -> Bool {
      let squares = samples.map(\.trace.lengthSquared)
      return Sample(samples.map(\.trace.real)).isConsistent(with: 0)
        && Sample(samples.map(\.trace.imaginary)).isConsistent(with: 0)
        && Sample(samples.map { ($0 * $0).trace.real }).isConsistent(with: 0)
        && (n == 1 || Sample(squares).isConsistent(with: 1))
        && (n == 1 || Sample(squares.map { $0 * $0 }).isConsistent(with: 2))
    }
    #expect(isHaar(samples))
    let naive = try (0..<20_000).map { sample in
      var matrix = try ComplexGinibreEnsemble(rows: n, columns: n).sample(seed: 6, sample: sample)
      _ = QRFactorization.orthonormalize(&matrix)
      return matrix
    }
    #expect(!isHaar(naive))
    if n == 1 {
      // The sixth Fourier coefficient of a uniform phase vanishes too.
      let phases = samples.map { $0[0, 0] }
      let powers = phases.map { Complex.pow($0, 6).real }
      #expect(Sample(powers).isConsistent(with: 0))
    }
  }

  /// E|tr S|² = 2n/(n+1) for the COE, 1 for the CUE.
  @Test(arguments: [1, 2, 5]) func circularOrthogonal(n: Int) throws {
    let samples = try (0..<20_000).map {
      try CircularOrthogonalEnsemble(size: n).sample(seed: 7, sample: $0)
    }
    let first = samples[0]
    #expect(
      zip(first.elements, first.transposed.elements).allSatisfy { ($0 - $1).length < 1e-14 })
    let squares = samples.map(\.trace.lengthSquared)
    let expected = 2 * Double(n) / Double(n + 1)
    if n == 1 {
      #expect(squares.allSatisfy { abs($0 - expected) < 1e-13 })
    } else {
      #expect(Sample(squares).isConsistent(with: expected))
      #expect(!Sample(squares).isConsistent(with: 1))
    }
  }
}
