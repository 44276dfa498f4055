import LinearAlgebra
import Testing

struct LDLFactorizationTests {
  /// 400 random matrices shifted across their spectrum; the other side is the number of negative
  /// eigenvalues from the dense solver. The shift stands midway between two eigenvalues (or beyond
  /// the ends), so that rounding, 10 n ε |A| < 1e-12, cannot move one across zero.
  @Test func inertiaIsTheCountOfNegativeEigenvalues() throws {
    for n in 1...40 {
      var factorization = LDLFactorization(size: n)
      for trial in 0..<10 {
        let a = randomSymmetric(n, seed: UInt64(100 * n + trial))
        let values = try diagonalized(a).eigenvalues
        let k = trial * n / 9
        let below = k == 0 ? values[0] - 2 : values[k - 1]
        let above = k == n ? values[n - 1] + 2 : values[k]
        guard above - below > 1e-9 else { continue }
        var shifted = a
        for i in 0..<n { shifted[i, i] -= (below + above) / 2 }
        factorization.factorize(shifted)
        #expect(factorization.negativeEigenvalues == k, "n = \(n)")
        #expect(!factorization.isSingular)
        factorization.factorize(spoilUpperTriangle(shifted))
        #expect(factorization.negativeEigenvalues == k, "the upper triangle was read")
      }
    }
  }

  /// Zero diagonals force 2x2 pivots.
  @Test func blockPivots() {
    var two = LDLFactorization(size: 2)
    two.factorize(Matrix<Double>(columns: [[0, 1], [1, 0]]))
    #expect(two.negativeEigenvalues == 1)
    #expect(two.solution(of: [3, 5]) == [5, 3])
    var five = LDLFactorization(size: 5)
    five.factorize(
      Matrix<Double>(columns: [
        [0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, -7, 0, 0], [0, 0, 0, 0, 2], [0, 0, 0, 2, 0],
      ]))
    #expect(five.negativeEigenvalues == 3)
    #expect(five.solution(of: [1, 2, 14, 6, 8]) == [2, 1, -2, 4, 3])
  }

  /// Backward stability: |A x - b| ≤ p(n) ε |A| |x|, with |A| < 3√n for these matrices. The growth
  /// factor of Bunch-Kaufman, bounded by 2.57ⁿ⁻¹ in theory, is of order one on random matrices.
  @Test(arguments: [1, 2, 5, 40, 120]) func solves(n: Int) throws {
    let a = randomSymmetric(n, seed: 7)
    let b = randomMatrix(n, 1, seed: 8)
    var factorization = LDLFactorization(size: n)
    factorization.factorize(a)
    let x = try #require(factorization.solution(of: b.elements))
    let ax = a * Matrix<Double>(columns: [x])
    let residual = zip(ax.elements, b.elements).map { $0 - $1 }
    #expect(norm(residual) <= backwardError(n, norm: 3 * Double(n).squareRoot()) * norm(x))
  }

  /// Small whole numbers, so that the zero pivot is exact.
  @Test func singularMatrices() {
    var factorization = LDLFactorization(size: 3)
    for a in [
      Matrix<Double>(rows: 3, columns: 3),
      Matrix<Double>(columns: [[1, 1, 1], [1, 1, 1], [1, 1, 1]]),
      Matrix<Double>(columns: [[2, 0, 0], [0, 0, 0], [0, 0, -1]]),
    ] {
      factorization.factorize(a)
      #expect(factorization.isSingular)
      #expect(factorization.solution(of: [1, 2, 3]) == nil)
    }
    factorization.factorize(.identity(3))
    #expect(!factorization.isSingular && factorization.negativeEigenvalues == 0)
  }
}
