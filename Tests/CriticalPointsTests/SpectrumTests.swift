import CriticalPoints
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Testing

/// What a script author sees of a point: signs along the domain.
@Suite struct SpectrumTests {
  private let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 40, seed: 1)

  /// Index and edges of the spectrum at every point of a search. Control: the Euclidean Hessian's signs, which are half
  /// and half at a minimum.
  @Test func signsAreTheIndex() {
    let found = Search(hamiltonian).run(points: 20, seed: 1).filter { $0.outcome == .converged }
    #expect(found.count > 15)
    for point in found {
      let spectrum = hamiltonian.spectrum(at: point.position)
      #expect(spectrum.count == 39 && spectrum.count { $0 < 0 } == point.index)
      #expect(abs(spectrum[0] - point.lowestEigenvalue) < 1e-9)
      #expect(abs(spectrum[38] - point.highestEigenvalue) < 1e-9)
      #expect(norm(hamiltonian.riemannianGradient(at: point.position)) < 1e-8)
    }
    var solver = HermitianEigensolver<Double>(size: 40)
    let isSolved = solver.diagonalize(hamiltonian.euclideanHessian(at: found[0].position))
    #expect(isSolved)
    #expect(found[0].index == 0 && solver.eigenvalues.count { $0 < 0 } > 10)
  }

  @Test func hessianIsSymmetric() {
    let point = hamiltonian.domain.point(fromNormals: (1...40).map(Double.init))
    let hessian = hamiltonian.riemannianHessian(at: point)
    #expect(hessian.rows == 39 && hessian == hessian.transposed)
  }
}
