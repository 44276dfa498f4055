import Saddlery

let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 60, seed: 1)
var stream = RandomStream(seed: 1, purpose: .starts)
let starts = Matrix<Double>(
  columns: (0..<32).map { _ in
    hamiltonian.domain.point(fromNormals: stream.normals(count: 60))
  })
var run = Trajectories(hamiltonian, from: starts, by: Langevin(step: 0.01, temperature: 2))
let seen = run.record(at: logarithmicTimes(from: 0.1, to: 10), [.energy, .index])
if let last = seen.observables["energy"]?.last {
  print("mean energy at the end: \(last.reduce(0, +) / 32), in equilibrium -1/T = -0.5")
}
