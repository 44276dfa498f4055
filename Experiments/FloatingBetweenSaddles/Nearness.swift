import Foundation
import Saddlery

/// Critical points found from some places of a landscape: by Newton's method, and by a search that aims at the index of the
/// place.
///
/// What is found is never nearer than the nearest: distances are upper bounds on the distance to that.
struct Nearness {
  /// |x* - x|/√N along the chord from each place; NaN where nothing is found.
  let newton: [Double]
  let aimed: [Double]
  /// Index fractions of what is found.
  let newtonFractions: [Double]
  let aimedFractions: [Double]

  /// - Parameter usesNewton: whether Newton's method is tried too.
  init(
    _ hamiltonian: PSpinHamiltonian, from places: Matrix<Double>, aimingAt indices: [Int],
    usesNewton: Bool = true
  ) {
    let directions = Double(hamiltonian.dimension - 1)
    let nothing = [Double](repeating: .nan, count: places.columns)
    if usesNewton {
      let targets = NewtonTargets(hamiltonian, from: places)
      newton = targets.distances
      newtonFractions = targets.indices.map { $0 / directions }
    } else {
      (newton, newtonFractions) = (nothing, nothing)
    }
    let found = Search(hamiltonian).run(starts: places, targets: indices, threads: 1)
    let ends = Matrix<Double>(columns: found.map(\.position))
    let unit = hamiltonian.domain.scale
    let isFound = found.map { $0.outcome == .converged }
    aimed = zip(hamiltonian.domain.distances(from: places, to: ends), isFound).map {
      $1 ? $0 / unit : .nan
    }
    aimedFractions = zip(found, isFound).map { $1 ? Double($0.index!) / directions : .nan }
  }

  /// The distance to the nearer of what is found; NaN if nothing is.
  var distances: [Double] {
    zip(newton, aimed).map { $0.isNaN ? $1 : $1.isNaN ? $0 : min($0, $1) }
  }
}
