import Dynamics
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

@Suite struct GradientDescentTests {
  private func start(_ domain: Sphere, _ seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: .starts)
    return domain.point(fromNormals: stream.normals(count: domain.ambientDimension))
  }

  /// p = 2: descent ends in the ground state, energy λ_min/√N, and passes through every index on
  /// the way from about N/2 to 0.
  @Test func endsInTheGroundStateOfAQuadraticForm() {
    let n = 12
    let hamiltonian = PSpinHamiltonian(.pure(2), dimension: n, seed: 4)
    var couplings = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n { for i in 0..<n { couplings[i, j] = hamiltonian.parts[0].tensor[i, j] } }
    var solver = HermitianEigensolver<Double>(size: n)
    let isDone = solver.diagonalize(couplings, vectors: false)
    #expect(isDone)

    let states = Array(
      GradientDescent(hamiltonian, from: start(hamiltonian.domain, 1), stepSize: 0.1)
        .prefix(4000))
    let last = states[states.count - 1]
    let bottom = solver.eigenvalues[0] / Double(n).squareRoot()
    #expect(abs(last.value / Double(n) - bottom) < 1e-12)
    #expect(last.index == 0)
    #expect(last.gradientNorm < 1e-7)
    #expect(zip(states, states.dropFirst()).allSatisfy { $1.value <= $0.value + 1e-12 })
  }

  /// The first step changes H by -η|grad H|² + O(η²): the slope of the rest against η is 2.
  @Test func firstStepFollowsTheGradient() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 20, seed: 4)
    let origin = start(hamiltonian.domain, 2)
    func rest(_ stepSize: Double) -> Double {
      let states = Array(
        GradientDescent(hamiltonian, from: origin, stepSize: stepSize).prefix(2))
      let square = states[0].gradientNorm * states[0].gradientNorm * 20
      return abs(states[1].value - states[0].value + stepSize * square)
    }
    let ratio = rest(1e-3) / rest(1e-4)
    #expect(abs(ratio - 100) < 2)
  }

  @Test func negativeStepSizeAscends() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 30, seed: 4)
    let states = Array(
      GradientDescent(hamiltonian, from: start(hamiltonian.domain, 3), stepSize: -0.1)
        .prefix(600))
    let last = states[states.count - 1]
    #expect(last.value > states[0].value)
    #expect(last.index == 29)
  }
}
