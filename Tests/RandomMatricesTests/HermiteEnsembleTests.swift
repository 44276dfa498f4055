import LinearAlgebra
import RandomMatrices
import RandomStreams
import Testing

/// The tridiagonal sampler against exact laws of the dense ensemble. z below 4.9 is a false-positive
/// rate of 1e-6 a side.
@Suite struct HermiteEnsembleTests {
  private func sample(
    size: Int, beta: Double = 1, count: Int, scale: Double = 1,
    _ statistic: ([Double]) -> Double
  ) throws -> (mean: Double, error: Double) {
    var generator = GSLGenerator(RandomStream(seed: 21, purpose: .noise))
    let ensemble = try BetaEnsemble.hermite(size: size, beta: beta)
    let values = (0..<count).map { _ in
      statistic(ensemble.eigenvalues(from: &generator).map { scale * $0 })
    }
    let n = Double(count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return (mean, (variance / n).squareRoot())
  }

  /// Mean of the largest eigenvalue: √π/2 for n = 2, (3/2)√(3/π) for n = 3, and a Pfaffian by
  /// 12-digit quadrature for n = 10.
  @Test(arguments: [(2, 0.886226925452758), (3, 1.465807535709), (10, 3.757528744546)])
  func largestEigenvalue(_ n: Int, _ expected: Double) throws {
    let (mean, error) = try sample(size: n, count: 40_000) { $0[n - 1] }
    #expect(abs(mean - expected) < 4.9 * error)
    // Negative control: a scale off by 3 %.
    let wrong = try sample(size: n, count: 40_000, scale: 1.03) { $0[n - 1] }
    #expect(abs(wrong.mean - expected) > 4.9 * wrong.error)
  }

  /// E tr M² = n + β n(n-1)/2.
  @Test(arguments: [(1.0, 7), (2.0, 7), (4.0, 5), (0.3, 6)])
  func secondMoment(_ beta: Double, _ n: Int) throws {
    let (mean, error) = try sample(size: n, beta: beta, count: 20_000) {
      $0.reduce(0) { $0 + $1 * $1 }
    }
    let expected = Double(n) + beta * Double(n * (n - 1)) / 2
    #expect(abs(mean - expected) < 4.9 * error)
  }

  /// Dense against tridiagonal: the same mean index of M - 0.7 at n = 6.
  @Test func denseMatricesAgree() throws {
    let n = 6
    var stream = RandomStream(seed: 5, purpose: .noise)
    var factorization = LDLFactorization(size: n)
    let dense = (0..<40_000).map { _ -> Double in
      var matrix = Matrix<Double>(rows: n, columns: n)
      for j in 0..<n {
        for i in j..<n {
          matrix[i, j] = stream.normal() * (i == j ? 1 : 0.5.squareRoot()) - (i == j ? 0.7 : 0)
        }
      }
      factorization.factorize(matrix)
      return Double(factorization.negativeEigenvalues ?? -1)
    }
    let mean = dense.reduce(0, +) / 40_000
    let variance = dense.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39_999
    let other = try sample(size: n, count: 40_000) { Double($0.count { $0 < 0.7 }) }
    let error = (variance / 40_000 + other.error * other.error).squareRoot()
    #expect(abs(mean - other.mean) < 4.9 * error)
  }

  @Test func sizeOneIsNormal() throws {
    let (mean, error) = try sample(size: 1, count: 40_000) { $0[0] * $0[0] }
    #expect(abs(mean - 1) < 4.9 * error)
  }
}
