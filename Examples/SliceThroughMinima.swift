import Saddlery

// The plane through three of the minima of a Hamiltonian: on the sphere, a piece of a great two-sphere.
let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 40, seed: 1)
let minima = Search(hamiltonian).run(points: 12, indices: [0], seed: 1)
  .filter { $0.outcome == .converged }.map(\.position)
let plane = try Slice.plane(in: hamiltonian.domain, through: minima[0], minima[1], minima[2])
try plane.figure(
  plane.values(of: hamiltonian).map { $0 / 40 }, quantity: "E = H/N",
  title: "Between three minima", caption: ["3-spin, N = 40, seed 1", Mixture.convention]
).write(to: "figure", name: "slice")
