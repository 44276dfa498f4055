import CriticalPoints
import LinearAlgebra
import Models
import SpinGlasses
import Testing

/// p = 2: critical points are eigenvectors of the symmetrised couplings J, energies are
/// eigenvalues over √N, and there are exactly two of each index. The other side is LAPACK's dense
/// eigensolver on J, which the search does not touch.
@Suite struct EigenproblemTests {
  @Test(arguments: [2, 3, 10, 40, 100])
  func everyEigenvectorTwice(_ n: Int) {
    let hamiltonian = PSpinHamiltonian(.pure(2), dimension: n, seed: 11)
    var couplings = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n { for i in 0..<n { couplings[i, j] = hamiltonian.parts[0].tensor[i, j] } }
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(couplings, vectors: false)
    #expect(isDone)

    // From σ and -σ, each index once: the search commutes with the reflection, so the two ends are
    // the two points ±v.
    let search = Search(hamiltonian)
    let first = search.run(points: n, seed: 3)
    let starts = Matrix<Double>(columns: first.map { $0.position.map { -$0 } })
    let second = search.run(starts: starts, targets: first.map(\.targetIndex))
    let found = first + second
    #expect(found.allSatisfy { $0.outcome == .converged })
    let duplicates = DistinctPoints(among: found).duplicateOf
    #expect(duplicates.allSatisfy { $0 == nil })

    for k in 0..<n {
      let points = found.filter { $0.index == k }
      #expect(points.count == 2)
      for point in points {
        // E = H/N = N^{-1/2} σ·Jσ/N with |σ|² = N.
        let energy = point.value / Double(n)
        #expect(abs(energy - solver.eigenvalues[k] / Double(n).squareRoot()) < 1e-12)
        let image = couplings * Matrix<Double>(columns: [point.position])
        let residual = zip(image.elements, point.position).map {
          $0 - solver.eigenvalues[k] * $1
        }
        // |g|/√N ≤ 1e-10 is 2|Jσ - λσ|/√N/√N ≤ 1e-10.
        #expect(norm(residual) <= 1e-10 * Double(n) / 2)
      }
    }
  }
}
