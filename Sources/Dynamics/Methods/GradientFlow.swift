public import Landscapes
internal import LinearAlgebra
internal import Foundation
internal import Requirements

/// Gradient flow, dx/dt = -grad f, to an accuracy: steps of each replica are as long as the error allows.
///
///     k₁ = grad f(x),   k₂ = grad f(x - hk₁/2),   k₃ = grad f(x - 3hk₂/4),
///     x′ = x - h(2k₁ + 3k₂ + 4k₃)/9,   k₄ = grad f(x′),   error h|-5k₁/72 + k₂/12 + k₃/9 - k₄/8|
///
/// The error is the difference of Runge-Kutta formulas of orders 3 and 2 in ambient coordinates; places on the way and
/// ends are brought back to the domain. A step is taken again, shorter, where it is above the tolerance times the
/// domain's scale.
///
/// Reference: Bogacki and Shampine, *A 3(2) pair of Runge-Kutta formulas*, Applied Mathematics Letters 2 (1989),
/// DOI 10.1016/0893-9659(89)90079-7.
public struct GradientFlow: Method {
  /// The longest step.
  public let timeStep: Double
  /// The error of a step, relative to the typical distance of unrelated points.
  public let tolerance: Double
  /// Yes: it chooses its steps.
  public var isAdaptive: Bool { true }

  /// - Parameters:
  ///   - tolerance: the error of a step, relative to the typical distance of unrelated points.
  ///   - longestStep: no step is longer, in units of time.
  public init(tolerance: Double = 1e-6, longestStep: Double = .infinity) {
    demand(tolerance > 0 && tolerance < 1, "a tolerance is in (0, 1), not \(tolerance)")
    demand(longestStep > 0, "a longest step is positive, not \(longestStep)")
    (self.tolerance, timeStep) = (tolerance, longestStep)
  }

  /// The step to try, 0 before the first, and the scale.
  public func memory(dimension: Int) -> [Int] { [1, 1] }

  /// One try of each replica, three gradients. A replica whose steps come to nothing is lost: NaN.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    let (n, count, old) = (replicas.points.rows, replicas.count, replicas.points)
    if replicas.steps == 0 {
      let scale = replicas.landscape.typicalScale
      for b in 0..<count { replicas.memory[1][0, b] = scale }
    }
    let here = replicas.evaluate()
    let slopes = here.gradients.squaredColumnNorms.map { $0.squareRoot() }
    let h = (0..<count).map { b -> Double in
      let first = 1e-2 * replicas.memory[1][0, b] / slopes[b]
      let wanted = replicas.memory[0][0, b] > 0 ? replicas.memory[0][0, b] : first
      let h = max(0, min(wanted, timeStep, replicas.deadline - replicas.times[b]))
      return h.isFinite ? h : 0
    }
    func place(_ parts: (Matrix<Double>, Double)...) -> Matrix<Double> {
      var places = old
      for (k, weight) in parts {
        for b in 0..<count { for i in 0..<n { places[i, b] -= h[b] * weight * k[i, b] } }
      }
      replicas.landscape.domain.restore(&places)
      return places
    }
    let k1 = here.gradients
    let k2 = replicas.evaluate(at: place((k1, 0.5))).gradients
    let k3 = replicas.evaluate(at: place((k2, 0.75))).gradients
    var ends = place((k1, 2.0 / 9), (k2, 1.0 / 3), (k3, 4.0 / 9))
    var there = replicas.evaluate(at: ends)
    var elapsed = h
    for b in 0..<count {
      var square = 0.0
      for i in 0..<n {
        let rest =
          -5.0 / 72 * k1[i, b] + k2[i, b] / 12 + k3[i, b] / 9 - there.gradients[i, b] / 8
        square += rest * rest
      }
      let error = h[b] * square.squareRoot() / (tolerance * replicas.memory[1][0, b])
      let factor = error > 0 ? min(4, max(0.2, 0.9 / cbrt(error))) : error == 0 ? 4 : 0.2
      let next = factor * h[b]
      if error <= 1 {
        // A step cut short by the deadline says nothing against the longer one.
        replicas.memory[0][0, b] =
          h[b] < replicas.memory[0][0, b] ? max(next, replicas.memory[0][0, b]) : next
      } else {
        let isLost = !slopes[b].isFinite || replicas.times[b] + h[b] == replicas.times[b]
        for i in 0..<n {
          ends[i, b] = isLost ? .nan : old[i, b]
          there.gradients[i, b] = k1[i, b]
        }
        there.values[b] = here.values[b]
        elapsed[b] = 0
        replicas.memory[0][0, b] = next
      }
    }
    replicas.arrive(at: ends, taking: elapsed, knowing: there)
  }
}
