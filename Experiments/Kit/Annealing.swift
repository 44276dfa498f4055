import Foundation
import Saddlery

/// Langevin dynamics of which each replica has a temperature of its own, that falls from time to time:
///
///     x ← x - η grad f + √(2T_b(t)η) ξ.
struct Annealing: Method {
  enum Schedule {
    /// Always the same.
    case constant
    /// T(t)/T = 1 - t/steps, then zero.
    case linear(steps: Int)
    /// T(t)/T = (1 + cos(π t/steps))/2, and from the start again.
    case cosine(steps: Int)

    /// T(t)/T.
    func factor(_ step: Int) -> Double {
      switch self {
      case .constant: 1
      case .linear(let steps): max(0, 1 - Double(step) / Double(steps))
      case .cosine(let steps): (1 + cos(.pi * Double(step % steps) / Double(steps))) / 2
      }
    }
  }

  /// η.
  let timeStep: Double
  /// T of each replica, none of which may halt.
  let temperatures: [Double]
  let schedule: Schedule

  func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients().scaled(by: -timeStep)
    let noise = replicas.noise()
    let factor = schedule.factor(replicas.steps)
    for b in 0..<replicas.count where temperatures[b] > 0 {
      let size = (2 * factor * temperatures[b] * timeStep).squareRoot()
      for i in 0..<step.rows { step[i, b] += size * noise[i, b] }
    }
    replicas.move(along: replicas.projected(step), taking: timeStep)
  }
}
