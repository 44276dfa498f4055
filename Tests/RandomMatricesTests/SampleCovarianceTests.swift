import LinearAlgebra
import RandomMatrices
import RandomStreams
import Requirements
import Testing

@Suite struct SampleCovarianceTests {
  /// Three observations of two variables by hand: covariance [[1, 2], [2, 4 + 1/3...]] of (0, 1, 2) and (0, 3, 4).
  @Test func byHand() throws {
    let data = Matrix(rows: 2, columns: 3, elements: [0, 0, 1, 3, 2, 4].map(Double.init))
    let covariance = try SampleCovariance(of: data)
    // Means 1 and 7/3: variances 1 and 13/3, covariance 2.
    let (trace, determinant) = (16.0 / 3, 1.0 / 3)
    #expect(abs(covariance.eigenvalues[0] + covariance.eigenvalues[1] - trace) < 1e-14)
    #expect(abs(covariance.eigenvalues[0] * covariance.eigenvalues[1] - determinant) < 1e-14)
    #expect(covariance.source == .covariance(variables: 2, degreesOfFreedom: 2))
    // Correlation 2/√(13/3).
    let correlation = try SampleCovariance(of: data, isStandardized: true)
    #expect(abs(correlation.eigenvalues[1] - (1 + 2 / (13.0 / 3).squareRoot())) < 1e-14)
  }

  /// Either side of X Xᵀ and Xᵀ X: the trace is the sum of variances, the square of the trace that of covariances; variables
  /// that are constant are set aside; units and shifts of variables do not matter.
  @Test(arguments: [(5, 12), (12, 12), (12, 5)]) func traces(_ p: Int, _ n: Int) throws {
    let noise = try GinibreEnsemble(rows: p, columns: n).sample(seed: 2)
    var data = Matrix<Double>(rows: p + 1, columns: n)
    for j in 0..<n {
      data[0, j] = 0.1
      for i in 0..<p { data[i + 1, j] = 3e5 + noise[i, j] }
    }
    let covariance = try SampleCovariance(of: data)
    #expect(covariance.constants == [0] && covariance.variables == p)
    #expect(covariance.eigenvalues.count == p)
    func entry(_ a: Int, _ b: Int) -> Double {
      let means = [a, b].map { i in (0..<n).reduce(0) { $0 + noise[i, $1] } / Double(n) }
      return (0..<n).reduce(0) { $0 + (noise[a, $1] - means[0]) * (noise[b, $1] - means[1]) }
        / Double(n - 1)
    }
    let trace = (0..<p).reduce(0) { $0 + entry($1, $1) }
    let square = (0..<p).reduce(0) { sum, a in
      (0..<p).reduce(sum) { $0 + entry(a, $1) * entry(a, $1) }
    }
    #expect(abs(covariance.eigenvalues.reduce(0, +) - trace) < 1e-9 * trace)
    #expect(abs(covariance.eigenvalues.reduce(0) { $0 + $1 * $1 } - square) < 1e-9 * square)
    let largest = covariance.eigenvalues[p - 1]
    #expect(covariance.eigenvalues.count { $0 < 1e-12 * largest } == max(0, p - n + 1))
  }

  @Test func refusals() throws {
    func rejects(_ text: String, _ data: Matrix<Double>) {
      let error = #expect(throws: ParameterError.self) { try SampleCovariance(of: data) }
      #expect(error?.description == text)
    }
    rejects(
      "number of observations 1 is not valid; give 2 or more", Matrix(rows: 3, columns: 1))
    rejects(
      "number of variables that vary 0 is not valid; give 1 or more", Matrix(rows: 3, columns: 4))
    rejects(
      "number inf is not valid; give finite ones",
      Matrix(rows: 1, columns: 2, elements: [0, .infinity]))
  }
}
