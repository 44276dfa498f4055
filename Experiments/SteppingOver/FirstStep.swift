import Foundation
import Saddlery

/// Energies on the great circle along minus the gradient of a random point, at given angles.
///
/// With g = grad H at σ and t = -g/|g|, the parts of H(σ cos θ + √N t sin θ) of second and higher degree in t have mean zero,
/// as couplings of different degrees in σ are independent. Of the pure p-spin
///
///     E[u(θ)] = -cos^{p-1}θ sin θ · E|g|/√N,   E|g| = √p · √2 Γ(N/2)/Γ((N-1)/2),
///
/// exactly; √p cos^{p-1}θ sin θ as N → ∞.
struct FirstStep {
  let p: Int
  let n: Int
  let angles: [Double]
  /// By angle: the mean over points of all samples.
  let means: [Estimate]

  init(p: Int, n: Int, samples: Int, starts: Int, angles: [Double], first: Int, seed: UInt64) {
    (self.p, self.n, self.angles) = (p, n, angles)
    let found = concurrentMap(first..<(first + samples)) { sample -> [[Double]] in
      let hamiltonian = PSpinHamiltonian(.pure(p), dimension: n, seed: seed, sample: sample)
      let points = hamiltonian.starts(starts, seed: seed, sample: sample)
      var down = hamiltonian.jets(at: points, upTo: .gradient).gradients
      hamiltonian.domain.project(&down, at: points)
      let lengths = down.squaredColumnNorms.map { $0.squareRoot() }
      return angles.map { θ in
        var places = points
        var steps = down
        for b in 0..<starts {
          let factor = -θ * Double(n).squareRoot() / lengths[b]
          for i in 0..<n { steps[i, b] = factor * down[i, b] }
        }
        hamiltonian.domain.move(&places, along: steps)
        return hamiltonian.jets(at: places, upTo: .value).values.map { $0 / Double(n) }
      }
    }
    means = angles.indices.map { i in Estimate(bySample: found.map { $0[i] }) }
  }

  /// The exact mean.
  static func exact(p: Int, n: Int, _ θ: Double) -> Double {
    let half = Double(n) / 2
    let mean = (2 / Double(n)).squareRoot() * exp(lgamma(half) - lgamma(half - 0.5))
    return mean * limit(p: p, θ)
  }

  /// As N → ∞.
  static func limit(p: Int, _ θ: Double) -> Double {
    -Double(p).squareRoot() * pow(cos(θ), Double(p - 1)) * sin(θ)
  }
}
