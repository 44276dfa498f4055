import LinearAlgebra
import Testing

struct CholeskyFactorizationTests {
  /// B Bᵀ + I with B normal: eigenvalues from 1 to about 4n.
  private func positive(_ n: Int, seed: UInt64) -> Matrix<Double> {
    let b = randomMatrix(n, n, seed: seed)
    var a = b * b.transposed
    for i in 0..<n { a[i, i] += 1 }
    return a
  }

  /// L, as the images of the unit vectors.
  private func factor(_ factorization: CholeskyFactorization) -> Matrix<Double> {
    var l = Matrix<Double>.identity(factorization.size)
    factorization.multiply(&l)
    return l
  }

  @Test func knownFactor() {
    var factorization = CholeskyFactorization(size: 3)
    factorization.factorize(
      Matrix<Double>(columns: [[4, 12, -16], [12, 37, -43], [-16, -43, 98]]))
    #expect(factorization.dependentRow == nil)
    #expect(
      factor(factorization) == Matrix<Double>(columns: [[2, 6, -8], [0, 1, 5], [0, 0, 3]]))
    var x = [-20.0, -43, 192]
    factorization.solve(&x)
    #expect(x == [1, 2, 3])
  }

  /// L Lᵀ is A, with nothing above the diagonal and nothing read there, and solutions have small residuals;
  /// bounds as for the other factorisations, |A| < 6n.
  @Test(arguments: [1, 2, 5, 40, 200]) func factorizes(_ n: Int) {
    let a = positive(n, seed: 3)
    var factorization = CholeskyFactorization(size: n)
    factorization.factorize(spoilUpperTriangle(a))
    #expect(factorization.dependentRow == nil)
    let l = factor(factorization)
    for j in 0..<n { #expect((0..<j).allSatisfy { l[$0, j] == 0 } && l[j, j] > 0) }
    let bound = backwardError(n, norm: 6 * Double(n))
    #expect(distance(l * l.transposed, a) <= bound)
    let b = randomMatrix(n, 1, seed: 8)
    var x = b.elements
    factorization.solve(&x)
    let ax = a * Matrix<Double>(columns: [x])
    #expect(norm(zip(ax.elements, b.elements).map { $0 - $1 }) <= bound * norm(x))
    // Many columns are as good as one.
    let columns = randomMatrix(n, 7, seed: 9)
    var product = columns
    factorization.multiply(&product)
    #expect(distance(product, l * columns) <= bound)
  }

  /// The first row that depends on those before it, exactly or to rounding, or makes A indefinite.
  @Test func dependentRows() {
    func row(_ a: Matrix<Double>) -> Int? {
      var factorization = CholeskyFactorization(size: a.rows)
      factorization.factorize(a)
      return factorization.dependentRow
    }
    #expect(row(Matrix<Double>(rows: 2, columns: 2)) == 0)
    #expect(row(Matrix<Double>(columns: [[1, 2], [2, 1]])) == 1)
    #expect(row(Matrix<Double>(columns: [[1, 0, 1], [0, 1, 0], [1, 0, 1]])) == 2)
    #expect(row(Matrix<Double>(columns: [[1, .nan], [.nan, 1]])) == 1)
    // 1 - ρ² = 2δ: the pivot is below 10 n ε = 4.4e-15 or above, whatever the units.
    for scale in [1e-9, 1, 1e9] {
      func pair(_ δ: Double) -> Matrix<Double> {
        Matrix<Double>(columns: [[1, (1 - δ) * scale], [(1 - δ) * scale, scale * scale]])
      }
      #expect(row(pair(1e-15)) == 1)
      #expect(row(pair(5e-15)) == nil)
    }
    // A block of LAPACK's is smaller than this: copies of row 100 and then of row 0.
    let n = 300
    var large = positive(n, seed: 4)
    for (copy, original) in [(290, 0), (170, 100)] {
      for i in 0..<n {
        large[i, copy] = large[i, original]
        large[copy, i] = large[original, i]
      }
      large[copy, copy] = large[original, original]
    }
    #expect(row(large) == 170)
  }
}
