import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

/// A Hamiltonian written as a formula is the Hamiltonian.
@Suite struct FormulaTests {
  @Test func threeSpin() {
    let n = 10
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 2)
    let (tensor, scale) = (hamiltonian.parts[0].tensor, 1 / Double(n))
    let formula = FunctionLandscape(on: hamiltonian.domain) { x in
      var energy: TracedNumber = 0
      for i in 0..<n {
        for j in 0..<n {
          for k in 0..<n { energy += tensor[i, j, k] * x[i] * x[j] * x[k] }
        }
      }
      return scale * energy
    }
    var stream = RandomStream(seed: 2, purpose: .noise)
    for _ in 0..<10 {
      let x = hamiltonian.domain.point(fromNormals: stream.normals(count: n))
      let value = hamiltonian.value(at: x)
      #expect(abs(formula.value(at: x) - value) < 1e-12 * Double(n))
      let pairs = [
        (formula.euclideanGradient(at: x), hamiltonian.euclideanGradient(at: x)),
        (formula.euclideanHessian(at: x).elements, hamiltonian.euclideanHessian(at: x).elements),
        (formula.riemannianHessian(at: x).elements, hamiltonian.riemannianHessian(at: x).elements),
      ]
      for (a, b) in pairs { #expect(norm(zip(a, b).map { $0 - $1 }) < 1e-12 * norm(b)) }
    }
  }
}
