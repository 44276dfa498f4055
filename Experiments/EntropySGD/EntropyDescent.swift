import Foundation
import Saddlery

/// Entropy-SGD: descent on minus the local entropy, log of the Boltzmann weight smoothed by a Gaussian,
///
///     F_γ(x) = log ∫ exp(-(f(x') + γ|x' - x|²/2)/T) dx',   -T grad F_γ = γ(x - ⟨x'⟩),
///
/// with the mean ⟨x'⟩ from L steps of Langevin dynamics that begin at x:
///
///     x' ← x' - η(grad f(x') + γ(x' - x)) + √(2Tη) ξ,   μ ← (1 - α_k) μ + α_k x',   x ← x - r(x - μ).
///
/// γ and T are each replica's own. Off the sphere, x and μ are scaled back to it.
///
/// Reference: Chaudhari et al., *Entropy-SGD: biasing gradient descent into wide valleys*, ICLR 2017, arXiv:1611.01838.
struct EntropyDescent: Method {
  enum Averaging {
    /// α_k = α.
    case exponential(Double)
    /// α_k = 1/k: the mean of all.
    case uniform

    func weight(_ k: Int) -> Double {
      switch self {
      case .exponential(let weight): weight
      case .uniform: 1 / Double(k)
      }
    }
  }

  /// L.
  let innerSteps: Int
  /// η.
  let innerStep: Double
  /// γ of each replica, none of which may halt.
  let couplings: [Double]
  /// T of each.
  let temperatures: [Double]
  let averaging: Averaging
  /// r, in (0, 1].
  let outerStep: Double

  var timeStep: Double { 1 }

  func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    let centre = replicas.points
    var mean = centre
    for k in 1...innerSteps {
      var step = replicas.gradients().scaled(by: -innerStep)
      let (points, noise) = (replicas.points, replicas.noise())
      for b in 0..<replicas.count {
        let pull = innerStep * couplings[b]
        let size = (2 * temperatures[b] * innerStep).squareRoot()
        for i in 0..<step.rows {
          step[i, b] += pull * (centre[i, b] - points[i, b]) + size * noise[i, b]
        }
      }
      replicas.move(along: replicas.projected(step), taking: 0)
      let (weight, places) = (averaging.weight(k), replicas.points)
      mean.blend(1 - weight, places, times: weight)
    }
    mean.blend(outerStep, centre, times: 1 - outerStep)
    replicas.landscape.domain.restore(&mean)
    replicas.arrive(at: mean, taking: [Double](repeating: timeStep, count: replicas.count))
  }
}
