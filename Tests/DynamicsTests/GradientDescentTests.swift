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
    #expect(abs(last.values[0] / Double(n) - bottom) < 1e-12)
    #expect(hamiltonian.indices(at: last.points) == [0])
    #expect(last.gradientNorms[0] < 1e-7)
    #expect(zip(states, states.dropFirst()).allSatisfy { $1.values[0] <= $0.values[0] + 1e-12 })
  }

  /// The first step changes H by -η|grad H|² + O(η²): the slope of the rest against η is 2.
  @Test func firstStepFollowsTheGradient() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 20, seed: 4)
    let origin = start(hamiltonian.domain, 2)
    func rest(_ stepSize: Double) -> Double {
      let states = Array(
        GradientDescent(hamiltonian, from: origin, stepSize: stepSize).prefix(2))
      let square = states[0].gradientNorms[0] * states[0].gradientNorms[0] * 20
      return abs(states[1].values[0] - states[0].values[0] + stepSize * square)
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
    #expect(last.values[0] > states[0].values[0])
    #expect(hamiltonian.indices(at: last.points) == [29])
  }

  /// A batch of starts, more than are evaluated together, goes where each goes alone; values, gradients and indices are
  /// those of the Hessians at the points reached.
  @Test(arguments: ["3:1", "2:0.5,4:1"]) func batchesAreManyDescents(_ terms: String) throws {
    let hamiltonian = PSpinHamiltonian(try Mixture(parsing: terms), dimension: 10, seed: 4)
    let starts = Matrix<Double>(
      columns: (0..<70).map { start(hamiltonian.domain, UInt64($0)) })
    let last = Array(GradientDescent(hamiltonian, from: starts, stepSize: 0.1).prefix(30))[29]
    for b in [0, 63, 64, 69] {
      let alone = Array(
        GradientDescent(hamiltonian, from: starts.column(b), stepSize: 0.1).prefix(30))[29]
      #expect(norm(zip(alone.points.column(0), last.points.column(b)).map { $0 - $1 }) < 1e-12)
      let point = last.points.column(b)
      #expect(abs(last.values[b] - hamiltonian.value(at: point)) < 1e-12)
      let slope = norm(hamiltonian.riemannianGradient(at: point)) / 10.0.squareRoot()
      #expect(abs(last.gradientNorms[b] - slope) < 1e-12)
      let spectrum = hamiltonian.spectrum(at: point)
      #expect(hamiltonian.indices(at: last.points)[b] == spectrum.count { $0 < 0 })
    }
  }

  /// Where a Hessian is not finite there is no index, and the neighbours keep theirs.
  @Test func indicesOfWhatIsNotFinite() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 10, seed: 4)
    var points = Matrix<Double>(columns: (0..<3).map { start(hamiltonian.domain, UInt64($0)) })
    let indices = hamiltonian.indices(at: points)
    points[4, 1] = .nan
    #expect(hamiltonian.indices(at: points) == [indices[0], nil, indices[2]])
  }
}
