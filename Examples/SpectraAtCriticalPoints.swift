import Saddlery

// Hessians at saddles of equal index: a semicircle, shifted by the energy.
let n = 60
let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 1)
let points = Search(hamiltonian).run(points: 60, indices: [12], seed: 1)
  .filter { $0.outcome == .converged }
let spectra = hamiltonian.spectra(at: Matrix<Double>(columns: points.map(\.position)))
let shifts = points.map { -$0.radialDerivative }
let unshifted = zip(spectra, shifts).map { spectrum, shift in spectrum.map { $0 - shift } }
let radius = 2 * (6.0 * Double(n - 1) / Double(n)).squareRoot()
try Figure.spectralDensity(
  EmpiricalDensity(unshifted), law: ("semicircle", try Law.semicircle(radius: radius)),
  quantity: "eigenvalue of the Hessian + radial derivative",
  title: "\(points.count) saddles of index 12, 3-spin, N = \(n)", caption: [Mixture.convention]
).write(to: "figure", name: "spectra-at-saddles")
