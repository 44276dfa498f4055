import Foundation
import LinearAlgebra
import Numerics
import Testing

/// Nothing answers before it was asked, after it failed, or with what left the range of a double.
@Suite struct ExtremeNumbersTests {
  static let bad = [Double.nan, .infinity, -.infinity]

  /// |c x| = c |x| for powers of two, where no number rounds: bit by bit.
  @Test func normsScale() {
    let x = [0.3, -1.7, 0, 2.385, 1e-3]
    let one = norm(x)
    for power in [-1000, -600, -150, 0, 150, 511, 600, 1020] {
      let scaled = norm(x.map { scalbn($0, power) })
      #expect(abs(scalbn(scaled, -power) / one - 1) < 4e-16, "2^\(power)")
    }
    #expect(norm([1e300, 1e300]) == 1e300 * 2.0.squareRoot())
    #expect(
      norm([3 * .leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude]) == 5 * .leastNonzeroMagnitude)
    #expect(norm([.greatestFiniteMagnitude]) == .greatestFiniteMagnitude)
    #expect(norm([.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == .infinity)
    #expect(norm([]) == 0 && norm([0, -0.0]) == 0)
    #expect(norm([1, -.infinity]) == .infinity)
    #expect(norm([1, .nan]).isNaN && norm([.infinity, .nan]).isNaN && norm([.nan, 1e300]).isNaN)
  }

  @Test func beforeTheFirstMatrix() {
    let factorization = LDLFactorization(size: 3)
    #expect(factorization.negativeEigenvalues == nil && factorization.isSingular)
    #expect(factorization.solution(of: [1, 2, 3]) == nil)
    #expect(CholeskyFactorization(size: 2).dependentRow != nil)
    let solver = HermitianEigensolver<Double>(size: 2)
    #expect(solver.eigenvalues.allSatisfy { $0.isNaN })
    #expect(solver.eigenvectors.elements.allSatisfy { $0.isNaN })
    #expect(HermitianEigensolver<Complex<Double>>(size: 2).eigenvalues.allSatisfy { $0.isNaN })
  }

  /// One bad entry anywhere in the lower triangle, after a good matrix.
  @Test(arguments: bad, [1, 2, 7, 70]) func afterAFailure(_ entry: Double, _ n: Int) {
    for place in Set([0, n / 2, n - 1]) {
      var matrix = Matrix<Double>.identity(n)
      var factorization = LDLFactorization(size: n)
      factorization.factorize(matrix)
      #expect(factorization.negativeEigenvalues == 0 && !factorization.isSingular)
      var solver = HermitianEigensolver<Double>(size: n)
      var isDone = solver.diagonalize(matrix, vectors: true)
      #expect(isDone && solver.eigenvalues == [Double](repeating: 1, count: n))
      isDone = solver.diagonalize(matrix, vectors: false)
      #expect(isDone)
      #expect(solver.eigenvectors.elements.allSatisfy { $0.isNaN })
      var cholesky = CholeskyFactorization(size: n)
      cholesky.factorize(matrix)
      #expect(cholesky.dependentRow == nil)

      matrix[n - 1, place] = entry
      factorization.factorize(matrix)
      #expect(factorization.negativeEigenvalues == nil && factorization.isSingular)
      #expect(factorization.solution(of: matrix.column(0)) == nil)
      isDone = solver.diagonalize(matrix, vectors: true)
      #expect(!isDone)
      #expect(solver.eigenvalues.allSatisfy { $0.isNaN })
      #expect(solver.eigenvectors.elements.allSatisfy { $0.isNaN })
      cholesky.factorize(matrix)
      #expect(cholesky.dependentRow != nil)
      #expect(GeneralEigenvalues.of(matrix) == nil)
    }
  }

  /// Eigenvalues scale with the matrix; inertia does, or is refused.
  @Test(arguments: [-1000, -500, 500, 1000]) func scales(_ power: Int) {
    let one = Matrix<Double>(columns: [[1, 0.3, -2], [0.3, -1, 0.7], [-2, 0.7, 0.1]])
    let matrix = Matrix<Double>(
      rows: 3, columns: 3, elements: one.elements.map { scalbn($0, power) })
    var (solver, other) = (
      HermitianEigensolver<Double>(size: 3), HermitianEigensolver<Double>(size: 3)
    )
    let areDone = [
      solver.diagonalize(one, vectors: false), other.diagonalize(matrix, vectors: false),
    ]
    #expect(areDone == [true, true])
    for (a, b) in zip(solver.eigenvalues, other.eigenvalues) {
      #expect(abs(scalbn(b, -power) - a) < 1e-14)
    }
    var factorization = LDLFactorization(size: 3)
    factorization.factorize(matrix)
    let index = solver.eigenvalues.count { $0 < 0 }
    #expect(factorization.negativeEigenvalues == nil || factorization.negativeEigenvalues == index)
  }

  @Test func shapesBeyondMemory() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix<Double>(rows: 1 << 33, columns: 1 << 33)
    }
  }
}
