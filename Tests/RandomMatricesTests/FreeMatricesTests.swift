import Foundation
import LinearAlgebra
import RandomMatrices
import RandomStreams
import Statistics
import Testing

/// Free convolutions against sums and products of random matrices.
///
/// Spectra are rigid: √n times the Kolmogorov distance, 2.694 at most for independent numbers at a rate of 1e-6, is
/// 0.09 for the sum of 800 here; 0.3 separates it from the controls.
@Suite struct FreeMatricesTests {
  private func spectrum(_ matrix: Matrix<Double>) throws -> [Double] {
    var solver = HermitianEigensolver<Double>(size: matrix.rows)
    let isDone = solver.diagonalize(matrix, vectors: false)
    try #require(isDone)
    return solver.eigenvalues
  }

  /// GOE + Wishart.
  private func sum(size n: Int, samples m: Int, radius: Double, seed: UInt64) throws -> [Double] {
    var stream = RandomStream(seed: seed, purpose: .noise)
    var matrix = Matrix<Double>(rows: n, columns: n)
    var other = matrix
    let variance = radius * radius / Double(4 * n)
    try GaussianOrthogonalEnsemble(size: n, variance: variance).sample(
      into: &matrix, using: &stream)
    try WishartEnsemble(size: n, observations: m, variance: 1 / Double(m))
      .sample(into: &other, using: &stream)
    for i in matrix.elements.indices { matrix.storage[i] += other.elements[i] }
    return try spectrum(matrix)
  }

  /// One big matrix, then bins over many. Controls: independent sums of both laws, another ratio.
  @Test func sumOfMatrices() throws {
    let (circle, mp) = (try SemicircleLaw(radius: 1.3), try MarchenkoPasturLaw(ratio: 0.5))
    let law = try FreeConvolution.sum(circle, mp)
    let other = try FreeConvolution.sum(circle, MarchenkoPasturLaw(ratio: 0.6))
    let one = try sum(size: 800, samples: 1600, radius: 1.3, seed: 51)
    #expect(kolmogorovStatistic(one, law) < 0.3)
    #expect(kolmogorovStatistic(one, other) > 0.3)
    var stream = RandomStream(seed: 52, purpose: .noise)
    let classical = zip(
      circle.sample(count: 800, using: &stream), mp.sample(count: 800, using: &stream)
    ).map { $0 + $1 }
    #expect(kolmogorovStatistic(classical, law) > 0.3)

    let many = try (0..<60).map { try sum(size: 100, samples: 200, radius: 1.3, seed: 60 + $0) }
    let edges = [-0.8, -0.3, 0.1, 0.5, 0.9, 1.3, 1.8, 2.3, 3.5]
    let histogram = try EmpiricalDensity(many, edges: edges)
    // The mean of a finite spectrum differs by a third of a level or so of the 100.
    for (mass, expected) in zip(histogram.masses, histogram.expectedMasses(of: law)) {
      #expect(abs(mass.mean - expected) < 4.9 * mass.standardError + 0.003)
    }
    let wrong = zip(histogram.masses, histogram.expectedMasses(of: other))
    #expect(wrong.contains { abs($0.mean - $1) > 4.9 * $0.standardError + 0.003 })
  }

  /// Eigenvalues of X Xᵀ Y Yᵀ/(lm), X n×l and Y n×m with m < n: those of (YᵀX)(YᵀX)ᵀ, and n - m zeros.
  @Test func productOfMatrices() throws {
    let (n, l, m) = (600, 1200, 300)
    let law = try FreeConvolution.product(
      MarchenkoPasturLaw(ratio: 0.5), MarchenkoPasturLaw(ratio: 2))
    var stream = RandomStream(seed: 53, purpose: .noise)
    var (x, y) = (Matrix<Double>(rows: n, columns: l), Matrix<Double>(rows: n, columns: m))
    try GinibreEnsemble(rows: n, columns: l, variance: 1 / Double(l)).sample(
      into: &x, using: &stream)
    try GinibreEnsemble(rows: n, columns: m, variance: 1 / Double(m)).sample(
      into: &y, using: &stream)
    let factors = y.transposed * x
    var square = Matrix<Double>(rows: m, columns: m)
    Matrix<Double>.multiplyByAdjoint(factors, into: &square)
    let values = try spectrum(square) + [Double](repeating: 0, count: n - m)
    #expect(kolmogorovStatistic(values, law) < 0.3)
    let other = try FreeConvolution.product(
      MarchenkoPasturLaw(ratio: 0.8), MarchenkoPasturLaw(ratio: 2))
    #expect(kolmogorovStatistic(values, other) > 0.3)
  }

  /// Two fixed spectra in general position: D + U E Uᵀ against the convolution of measured spectra.
  @Test func measuredSpectra() throws {
    let n = 60
    var stream = RandomStream(seed: 54, purpose: .noise)
    let (d, e) = (
      try MarchenkoPasturLaw(ratio: 0.7).sample(count: n, using: &stream),
      try QuarterCircleLaw(radius: 2).sample(count: n, using: &stream)
    )
    var u = Matrix<Double>(rows: n, columns: n)
    try HaarOrthogonal(size: n).sample(into: &u, using: &stream)
    var scaled = u
    for j in 0..<n { for i in 0..<n { scaled[i, j] *= e[j] } }
    var matrix = scaled * u.transposed
    for i in 0..<n { matrix[i, i] += d[i] }
    let law = try FreeConvolution.sum(AtomicLaw(eigenvalues: d), AtomicLaw(eigenvalues: e))
    #expect(abs(law.massDefect) < 1e-6)
    #expect(kolmogorovStatistic(try spectrum(matrix), law) < 0.3)
    let other = try FreeConvolution.sum(
      AtomicLaw(eigenvalues: d), AtomicLaw(eigenvalues: e.map { 1.1 * $0 }))
    #expect(kolmogorovStatistic(try spectrum(matrix), other) > 0.3)
  }
}
