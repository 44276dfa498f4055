import LinearAlgebra
import Testing

struct TridiagonalizationTests {
  static let sizes = [1, 2, 3, 10, 41, 100]

  @Test(arguments: sizes) func eigenvaluesOfTheDenseSolver(n: Int) throws {
    let a = randomSymmetric(n, seed: UInt64(n))
    let dense = try diagonalized(a)
    let reduction = try reduced(spoilUpperTriangle(a))
    let size = dense.eigenvalues.reduce(0) { max($0, abs($1)) }
    for (t, d) in zip(reduction.eigenvalues, dense.eigenvalues) {
      #expect(abs(t - d) <= 2 * backwardError(n, norm: size))
    }
  }

  /// Eigenvectors of T rotated back are unit eigenvectors of A.
  @Test(arguments: sizes) func eigenvectorsOfTheMatrix(n: Int) throws {
    let a = randomSymmetric(n, seed: UInt64(1000 + n))
    var reduction = try reduced(a)
    #expect(reduction.isIrreducible)
    let size = max(abs(reduction.eigenvalues[0]), abs(reduction.eigenvalues[n - 1]))
    let positions = Set([0, 1, n / 2, n - 1]).filter { $0 < n }.sorted()
    let found = reduction.eigenvectors(at: positions)
    let vectors = try #require(found)
    for (column, k) in positions.enumerated() {
      var x = vectors.column(column)
      reduction.rotateBack(&x)
      let ax = (a * Matrix<Double>(columns: [x])).elements
      let residual = zip(ax, x).map { $0 - reduction.eigenvalues[k] * $1 }
      #expect(norm(residual) <= 2 * backwardError(n, norm: size))
      #expect(abs(norm(x) - 1) <= backwardError(n, norm: 1))
    }
    let none = reduction.eigenvectors(at: [])
    #expect(none == Matrix<Double>(rows: n, columns: 0))
  }

  /// Q from its action on the unit vectors: orthogonal, inverse to the other rotation, and QᵀAQ
  /// has three diagonals.
  @Test(arguments: sizes) func rotations(n: Int) throws {
    let a = randomSymmetric(n, seed: UInt64(2000 + n))
    var reduction = try reduced(a)
    var q = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n {
      var x = Matrix<Double>.identity(n).column(j)
      reduction.rotateBack(&x)
      q.storage.replaceSubrange((n * j)..<(n * (j + 1)), with: x)
      reduction.rotateIntoTridiagonalBasis(&x)
      let back = Matrix<Double>(columns: [x])
      #expect(
        distance(back, Matrix<Double>(columns: [Matrix<Double>.identity(n).column(j)]))
          <= backwardError(n, norm: 1))
    }
    #expect(distance(q.transposed * q, .identity(n)) <= backwardError(n, norm: 1))
    let t = q.transposed * a * q
    let size = max(abs(reduction.eigenvalues[0]), abs(reduction.eigenvalues[n - 1]))
    for j in 0..<n {
      for i in 0..<n where abs(i - j) > 1 {
        #expect(abs(t[i, j]) <= 2 * backwardError(n, norm: size))
      }
    }
  }

  @Test func splitMatricesAreReducible() throws {
    var diagonal = Matrix<Double>(rows: 4, columns: 4)
    #expect(try !reduced(diagonal).isIrreducible, "the zero matrix")
    for i in 0..<4 { diagonal[i, i] = Double(i * i) }
    let split = try reduced(diagonal)
    #expect(!split.isIrreducible && split.eigenvalues == [0, 1, 4, 9])
    var blocks = randomSymmetric(6, seed: 1)
    for i in 3..<6 { for j in 0..<3 { blocks[i, j] = 0 } }
    #expect(try !reduced(blocks).isIrreducible, "two blocks of three")
  }

  /// A refusal does not outlast its matrix.
  @Test(arguments: [Double.nan, .infinity]) func refusesNonFiniteEntries(bad: Double) {
    for n in [1, 2, 7, 64] {
      var reduction = Tridiagonalization(size: n)
      for (i, j) in [(0, 0), (n - 1, 0), (n - 1, n - 1), (n / 2, n / 2)] {
        var a = randomSymmetric(n, seed: 3)
        a[i, j] = bad
        let refused = !reduction.reduce(a)
        #expect(refused, "\(bad) at (\(i), \(j)) of \(n)")
      }
      let succeeded = reduction.reduce(.identity(n))
      #expect(succeeded)
    }
  }
}
