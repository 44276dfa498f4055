import Foundation
import Saddlery

/// Hessian descent from the starts of a ``Floor``, and where gradient descent leads from its ends.
struct Outward {
  let n: Int
  let levels: Int
  /// Sample by sample: as it reaches the sphere, and at the minima below.
  let reached: [[Double]]
  let polished: [[Double]]
  /// Energies of the minima less those of gradient descent from the same starts.
  let differences: [[Double]]

  init(_ floor: Floor, samples: Int, levels: Int, seed: UInt64) {
    (n, self.levels) = (floor.n, levels)
    let (first, starts) = (floor.first, floor.energies[0].count)
    let (n, model) = (n, floor.model)
    let found = concurrentMap(first..<(first + samples)) { sample in
      let hamiltonian = PSpinHamiltonian(model, dimension: n, seed: seed, sample: sample)
      var descent = HessianDescent(
        hamiltonian, from: hamiltonian.starts(starts, seed: seed, sample: sample), steps: levels)
      descent.run()
      let values = hamiltonian.jets(at: descent.points, upTo: .value).values
      return (
        values.map { $0 / Double(n) }, Descent(hamiltonian, from: descent.points).energies
      )
    }
    reached = found.map(\.0)
    polished = found.map(\.1)
    differences = zip(polished, floor.energies).map { zip($0, $1).map { $0 - $1 } }
  }

  /// Where K steps lead as N → ∞: each goes along the lowest direction, of curvature -2√ξ''(k/K) at |x|² = kN/K,
  ///
  ///     E_K = -(1/K) Σ_{k<K} √ξ''(k/K).
  static func limit(_ model: Mixture, levels: Int) -> Double {
    let k = Double(levels)
    return (0..<levels).reduce(0) {
      $0 - model.covariance(Double($1) / k, derivative: 2).squareRoot() / k
    }
  }
}

extension Mixture {
  /// E_alg = ∫₀¹ √ξ''(q) dq; E∞ of a pure model.
  ///
  /// By Simpson's rule in q = s², where the integrand is smooth.
  var algorithmicThreshold: Double {
    let steps = 2000
    let sum = (0...steps).reduce(0.0) { sum, i in
      let s = Double(i) / Double(steps)
      let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + weight * 2 * s * covariance(s * s, derivative: 2).squareRoot()
    }
    return sum / Double(3 * steps)
  }
}
