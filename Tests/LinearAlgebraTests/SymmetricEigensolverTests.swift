import Foundation
import LinearAlgebra
import Testing

struct SymmetricEigensolverTests {
  /// Ones beside a zero diagonal: eigenvalues 2 cos(kπ/(n+1)), k = n...1 ascending.
  @Test(arguments: [1, 2, 3, 10, 101], [false, true])
  func toeplitzSpectrum(n: Int, vectors: Bool) {
    var a = Matrix<Double>(rows: n, columns: n)
    for i in 1..<max(n, 1) {
      a[i, i - 1] = 1
      a[i - 1, i] = 1
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let succeeded = solver.diagonalize(a, vectors: vectors)
    #expect(succeeded)
    for k in 1...n {
      let exact = 2 * cos(Double(k) * .pi / Double(n + 1))
      #expect(abs(solver.eigenvalues[n - k] - exact) <= backwardError(n, norm: 2))
    }
  }

  @Test(arguments: [1, 2, 3, 8, 37, 90]) func residualsAndOrthonormality(n: Int) throws {
    let a = randomSymmetric(n, seed: UInt64(n))
    let solver = try diagonalized(a)
    let values = solver.eigenvalues
    let v = solver.eigenvectors
    let size = values.reduce(0) { max($0, abs($1)) }
    let av = a * v
    for k in 0..<n {
      let residual = zip(av.column(k), v.column(k)).map { $0 - values[k] * $1 }
      #expect(norm(residual) <= backwardError(n, norm: size))
    }
    #expect(distance(v.transposed * v, .identity(n)) <= backwardError(n, norm: 1))
    #expect(values == values.sorted())
  }

  @Test func readsOnlyTheLowerTriangle() throws {
    let a = randomSymmetric(12, seed: 5)
    let (whole, lower) = (try diagonalized(a), try diagonalized(spoilUpperTriangle(a)))
    #expect(whole.eigenvalues == lower.eigenvalues && whole.eigenvectors == lower.eigenvectors)
  }

  /// A refusal does not outlast its matrix.
  @Test(arguments: [Double.nan, .infinity]) func refusesNonFiniteEntries(bad: Double) {
    var solver = HermitianEigensolver<Double>(size: 4)
    for (i, j) in [(0, 0), (3, 1)] {
      var a = Matrix<Double>.identity(4)
      a[i, j] = bad
      let refused = !solver.diagonalize(a, vectors: true)
      #expect(refused)
    }
    let succeeded = solver.diagonalize(.identity(4), vectors: true)
    #expect(succeeded && solver.eigenvalues == [1, 1, 1, 1])
  }
}
