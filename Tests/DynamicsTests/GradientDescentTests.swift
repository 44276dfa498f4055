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

    var run = Trajectories(
      hamiltonian, from: Matrix(columns: [start(hamiltonian.domain, 1)]),
      by: GradientDescent(step: 0.1))
    let bottom = solver.eigenvalues[0] / Double(n).squareRoot()
    var last = run.values[0]
    for _ in 0..<4000 {
      run.step()
      let next = run.values[0]
      #expect(next <= last + 1e-12)
      last = next
    }
    #expect(abs(last / Double(n) - bottom) < 1e-12)
    #expect(hamiltonian.indices(at: run.points) == [0])
    #expect(run.gradientNorms[0] < 1e-7)
    #expect(abs(run.times[0] - 400) < 1e-9 && run.steps == 4000 && run.evaluations == [4001])
  }

  /// The first step changes H by -η|grad H|² + O(η²): the slope of the rest against η is 2.
  @Test func firstStepFollowsTheGradient() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 20, seed: 4)
    let origin = Matrix<Double>(columns: [start(hamiltonian.domain, 2)])
    func rest(_ step: Double) -> Double {
      var run = Trajectories(hamiltonian, from: origin, by: GradientDescent(step: step))
      let (value, slope) = (run.values[0], run.gradientNorms[0])
      run.step()
      return abs(run.values[0] - value + step * slope * slope * 20)
    }
    let ratio = rest(1e-3) / rest(1e-4)
    #expect(abs(ratio - 100) < 2)
  }

  @Test func negativeStepSizeAscends() {
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 30, seed: 4)
    let origin = Matrix<Double>(columns: [start(hamiltonian.domain, 3)])
    var run = Trajectories(hamiltonian, from: origin, by: GradientDescent(step: -0.1))
    run.advance(until: HaltingRule(time: 60))
    #expect(run.steps == 600)
    #expect(run.values[0] > hamiltonian.value(at: origin.column(0)))
    #expect(hamiltonian.indices(at: run.points) == [29])
  }

  /// A batch of starts, more than are evaluated together, goes where each goes alone; values and gradients are those of the
  /// points reached.
  @Test(arguments: ["3:1", "2:0.5,4:1"]) func batchesAreManyDescents(_ terms: String) throws {
    let hamiltonian = PSpinHamiltonian(try Mixture(parsing: terms), dimension: 10, seed: 4)
    let starts = Matrix<Double>(
      columns: (0..<70).map { start(hamiltonian.domain, UInt64($0)) })
    func end(_ starts: Matrix<Double>) -> Trajectories<PSpinHamiltonian, GradientDescent> {
      var run = Trajectories(hamiltonian, from: starts, by: GradientDescent(step: 0.1))
      run.advance(until: HaltingRule(steps: 30))
      return run
    }
    var all = end(starts)
    let (values, norms) = (all.values, all.gradientNorms)
    for b in [0, 63, 64, 69] {
      let alone = end(Matrix(columns: [starts.column(b)])).points.column(0)
      let point = all.points.column(b)
      #expect(norm(zip(alone, point).map { $0 - $1 }) < 1e-12)
      #expect(abs(values[b] - hamiltonian.value(at: point)) < 1e-12)
      let slope = norm(hamiltonian.riemannianGradient(at: point)) / 10.0.squareRoot()
      #expect(abs(norms[b] - slope) < 1e-12)
      let spectrum = hamiltonian.spectrum(at: point)
      #expect(hamiltonian.indices(at: all.points)[b] == spectrum.count { $0 < 0 })
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
