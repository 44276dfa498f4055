import Foundation
import Saddlery

/// Mean times of dx = -U'(x) dt + √(2T) dW to reach a place for the first time, by the exact double integral
///
///     τ = 1/T ∫_a^b dy ∫_low^y dz exp((U(y) - U(z))/T),
///
/// from a to b > a, where nothing comes from below `low`: a wall, the centre of a symmetry, or far up a slope.
///
/// Reference: Gardiner, *Handbook of Stochastic Methods*, section 5.2.7.
struct FirstPassage {
  let temperature: Double
  let potential: (Double) -> Double

  /// Panels of 16 Gauss nodes each, none wider than a tenth of √T over the root of a curvature.
  func meanTime(from a: Double, to b: Double, low: Double, curvature: Double) -> Double {
    let rule = GaussLegendre(count: 16)
    let width = 0.1 * (temperature / curvature).squareRoot()
    /// The logarithm of what lies below a panel.
    var below = -Double.infinity
    var sum = 0.0
    for (start, isCounted) in [(low, false), (a, true)] where start < (isCounted ? b : a) {
      let end = isCounted ? b : a
      let panels = max(1, Int(((end - start) / width).rounded(.up)))
      for i in 0..<panels {
        let from = start + (end - start) * Double(i) / Double(panels)
        let to = start + (end - start) * Double(i + 1) / Double(panels)
        func inner(_ y: Double) -> Double {
          let here = potential(y)
          let near = rule.integral(from: from, to: y) { exp((here - potential($0)) / temperature) }
          return exp(below + here / temperature) + near
        }
        if isCounted { sum += rule.integral(from: from, to: to, of: inner) }
        below = log(inner(to)) - potential(to) / temperature
      }
    }
    return sum / temperature
  }
}

/// The time that replicas of Langevin dynamics need until the value is low enough, each by itself.
///
/// - Parameter longest: no replica is given more.
func passageTimes<L: Landscape>(
  _ landscape: L, from start: [Double], step: Double, temperature: Double, below value: Double,
  replicas: Int, longest: Double, seed: UInt64, sample: Int
) -> [Double?] {
  // Replicas in groups, so that threads share the work.
  let size = 100
  return concurrentMap(0..<((replicas + size - 1) / size)) { group in
    let count = min(size, replicas - group * size)
    var run = Trajectories(
      landscape, from: Matrix(columns: (0..<count).map { _ in start }),
      by: Langevin(step: step, temperature: temperature), seed: seed, sample: sample,
      first: group * size)
    run.advance(until: HaltingRule(time: longest, value: value))
    let (times, outcomes) = (run.times, run.outcomes)
    return (0..<count).map { outcomes[$0] == .reached ? times[$0] : nil }
  }.flatMap { $0 }
}
