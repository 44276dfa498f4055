import LinearAlgebra
import Numerics
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// Samplers against the exact law of the largest eigenvalue. The Kolmogorov statistic of a sample of the law
/// is above 2.694 in one of 1e6 cases.
extension LargestEigenvalueTests {
  /// Enough to see an F that is off by 0.03, 0.04 and 0.06 somewhere.
  static let counts = [2: 20_000, 5: 10_000, 50: 4000]

  static func tridiagonal(_ n: Int, beta: Int) throws -> [Double] {
    var generator = GSLGenerator(RandomStream(seed: 31, purpose: .noise))
    let ensemble = try BetaEnsemble.hermite(size: n, beta: Double(beta))
    return (0..<(counts[n] ?? 0)).map { _ in ensemble.eigenvalues(from: &generator)[n - 1] }
  }

  static func dense(_ ensemble: some MatrixEnsemble<Complex<Double>>, count: Int) -> [Double] {
    var solver = HermitianEigensolver<Complex<Double>>(size: ensemble.rows)
    return (0..<count).map { sample in
      _ = solver.diagonalize(ensemble.sample(seed: 32, sample: sample))
      return solver.eigenvalues[ensemble.rows - 1]
    }
  }

  /// Control: the law of the next β.
  @Test(arguments: [2, 5, 50], [(1, 2), (2, 4), (4, 2)])
  func tridiagonalMatrices(_ n: Int, _ betas: (Int, Int)) throws {
    let sample = try Self.tridiagonal(n, beta: betas.0)
    #expect(kolmogorovStatistic(sample, try LargestEigenvalueLaw(size: n, beta: betas.0)) < 2.694)
    #expect(kolmogorovStatistic(sample, try LargestEigenvalueLaw(size: n, beta: betas.1)) > 2.694)
  }

  /// Control: diagonal entries of twice the right variance.
  @Test(arguments: [2, 5, 50]) func denseOrthogonal(_ n: Int) throws {
    let (ensemble, law) = (
      try GaussianOrthogonalEnsemble(size: n), try LargestEigenvalueLaw(size: n)
    )
    var solver = HermitianEigensolver<Double>(size: n)
    var (largest, wrong) = ([Double](), [Double]())
    for sample in 0..<(Self.counts[n] ?? 0) {
      var matrix = ensemble.sample(seed: 33, sample: sample)
      _ = solver.diagonalize(matrix, vectors: false)
      largest.append(solver.eigenvalues[n - 1])
      for i in 0..<n { matrix[i, i] *= 2.squareRoot() }
      _ = solver.diagonalize(matrix, vectors: false)
      wrong.append(solver.eigenvalues[n - 1])
    }
    #expect(kolmogorovStatistic(largest, law) < 2.694)
    #expect(kolmogorovStatistic(wrong, law) > 2.694)
  }

  /// Control: a variance 10 % off.
  @Test(arguments: [2, 5, 50]) func denseUnitary(_ n: Int) throws {
    let law = try LargestEigenvalueLaw(size: n, beta: 2)
    let count = Self.counts[n] ?? 0
    let sample = Self.dense(try GaussianUnitaryEnsemble(size: n), count: count)
    #expect(kolmogorovStatistic(sample, law) < 2.694)
    let wrong = Self.dense(try GaussianUnitaryEnsemble(size: n, variance: 1.1), count: count)
    #expect(kolmogorovStatistic(wrong, law) > 2.694)
  }

  /// β = 4: dense matrices against the law, and against tridiagonal ones by two samples, whose statistic
  /// has the same bound (Wei and Dudley, Statist. Probab. Lett. 82, 636 (2012)). Control: a variance 10 % off.
  @Test(arguments: [2, 5] + (isLong ? [50] : [])) func denseSymplectic(_ n: Int) throws {
    let law = try LargestEigenvalueLaw(size: n, beta: 4)
    let count = (Self.counts[n] ?? 0) / (n == 50 ? 4 : 1)
    let sample = Self.dense(try GaussianSymplecticEnsemble(size: n), count: count)
    let wrong = Self.dense(try GaussianSymplecticEnsemble(size: n, variance: 2.2), count: count)
    let other = try Self.tridiagonal(n, beta: 4)
    #expect(kolmogorovStatistic(sample, law) < 2.694)
    #expect(kolmogorovStatistic(wrong, law) > 2.694)
    #expect(Self.twoSampleStatistic(sample, other) < 2.694)
    #expect(Self.twoSampleStatistic(wrong, other) > 2.694)
  }

  /// √(mn/(m+n)) sup |F_m - G_n|.
  static func twoSampleStatistic(_ a: [Double], _ b: [Double]) -> Double {
    let (a, b) = (a.sorted(), b.sorted())
    var (i, j, distance) = (0, 0, 0.0)
    while i < a.count && j < b.count {
      if a[i] < b[j] { i += 1 } else { j += 1 }
      distance = max(distance, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    return distance
      * (Double(a.count) * Double(b.count) / Double(a.count + b.count)).squareRoot()
  }
}
