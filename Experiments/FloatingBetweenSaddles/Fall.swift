import Foundation
import Saddlery

/// Gradient flows from random points of one 3-spin landscape, looked at at some times.
struct Fall {
  let n: Int
  let sample: Int
  let times: [Double]
  /// At each time, run by run: E = H/N.
  let energies: [[Double]]
  /// |grad H|²/N.
  let squares: [[Double]]
  /// Eigenvalues of the Hessian that are negative, and the largest of all in absolute value.
  let indices: [[Int]]
  let stiffness: [[Double]]
  let places: [Matrix<Double>]

  init(n: Int, sample: Int, starts: Int, times: [Double], seed: UInt64) {
    (self.n, self.sample, self.times) = (n, sample, times)
    let hamiltonian = Self.hamiltonian(n: n, sample: sample, seed: seed)
    var run = Trajectories(
      hamiltonian, from: hamiltonian.starts(starts, seed: seed, sample: sample),
      by: GradientFlow(tolerance: 1e-5))
    let seen = run.record(at: times, [.energy, .gradientNorm], keepsPlaces: true)
    energies = seen.observables["energy"]!
    squares = seen.observables["gradient_norm"]!.map { $0.map { $0 * $0 } }
    places = seen.places
    let spectra = places.map { hamiltonian.spectra(at: $0) }
    indices = spectra.map { $0.map { $0.count { $0 < 0 } } }
    stiffness = spectra.map { $0.map { max(abs($0[0]), abs($0[$0.count - 1])) } }
  }

  static func hamiltonian(n: Int, sample: Int, seed: UInt64) -> PSpinHamiltonian {
    PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
  }

  /// The index fraction at each time, run by run.
  var fractions: [[Double]] { indices.map { $0.map { Double($0) / Double(n - 1) } } }
}

extension [Fall] {
  /// The mean over runs of what each has at a time.
  func mean(_ quantity: (Fall) -> [Double]) -> Estimate {
    Estimate(
      flatMap { fall in quantity(fall).filter { !$0.isNaN }.map { (fall.sample, $0) } })
  }
}
