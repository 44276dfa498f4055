import Foundation
import Saddlery

/// Averages of minima of a pure 3-spin landscape, scaled back to the sphere, and what their energies and overlaps alone say of
/// the average's energy.
///
/// With unit vectors a, b, ... and J the trilinear form with u = J(a, a, a), critical is J(a, a, x) = u_a a·x for all x. So of two
/// minima all of the plane is known,
///
///     u = (u_a + u_b)(1 + 3q)/(2(1 + q))^{3/2}   midway,
///
/// and of more all but J(a, b, c). Of a Gaussian J the mean of these given J(d, d, e) for all d, e among the minima is linear
/// in them,
///
///     J̄ = Sym Σ_{d,e} W_de d⊗d⊗e,   J̄(d, d, e) = J(d, d, e):
///
/// K² equations in K² unknowns. For K = 2 it is the formula above, without a fit.
struct MinimaAverage: Sendable {
  /// Of the normalised average.
  let energy: Double
  /// Mean energy of the minima.
  let mean: Double
  let predicted: Double
  /// For minima at right angles: mean/√K.
  let rightAngled: Double
  /// Mean overlap of two of them.
  let overlap: Double

  init(_ hamiltonian: PSpinHamiltonian, of minima: [CriticalPoint]) {
    let (n, count) = (Double(hamiltonian.dimension), minima.count)
    let sum = (0..<hamiltonian.dimension).map { i in minima.reduce(0) { $0 + $1.position[i] } }
    var place = Matrix<Double>(columns: [sum])
    hamiltonian.domain.restore(&place)
    energy = hamiltonian.jets(at: place, upTo: .value).values[0] / n
    let u = minima.map { $0.value / n }
    mean = u.reduce(0, +) / Double(count)
    rightAngled = mean / Double(count).squareRoot()
    let q = minima.map { a in
      minima.map { b in zip(a.position, b.position).reduce(0) { $0 + $1.0 * $1.1 } / n }
    }
    let all = q.reduce(0) { $0 + $1.reduce(0, +) }
    overlap = (all - Double(count)) / Double(count * (count - 1))
    // Gram matrix of the forms d⊗d⊗e, symmetrised.
    var gram = Matrix<Double>(rows: count * count, columns: count * count)
    for d in 0..<count {
      for e in 0..<count {
        for a in 0..<count {
          for b in 0..<count {
            gram[count * d + e, count * a + b] =
              (q[d][a] * q[d][a] * q[e][b] + 2 * q[d][a] * q[d][b] * q[e][a]) / 3
          }
        }
      }
    }
    var weights = (0..<(count * count)).map { u[$0 / count] * q[$0 / count][$0 % count] }
    var factors = CholeskyFactorization(size: count * count)
    factors.factorize(gram)
    factors.solve(&weights)
    // With s = Σ_d d: J̄(s, s, s) = Σ W_de (d·s)² (e·s).
    let along = q.map { $0.reduce(0, +) }
    let form = weights.indices.reduce(0.0) { sum, k in
      sum + weights[k] * along[k / count] * along[k / count] * along[k % count]
    }
    predicted = form / pow(all, 1.5)
  }

  /// Midway between two minima of one energy.
  static func midway(_ u: Double, overlap q: Double) -> Double {
    2 * u * (1 + 3 * q) / pow(2 * (1 + q), 1.5)
  }
}
