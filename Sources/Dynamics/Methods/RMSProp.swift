public import Landscapes
internal import LinearAlgebra

/// RMSProp: each coordinate's step in units of the root mean square of its recent gradients,
///
///     s ← ρ s + (1 - ρ) g²,   x ← x - η g/(√s + ε),   g = grad f.
///
/// Coordinates are the ambient ones: the method sees axes, also on a sphere, where the step is projected to the tangent
/// space. The length of a step is η√n, whatever the units of f. ε is a part of the root mean square of the first gradient's
/// coordinates.
///
/// Reference: Tieleman and Hinton, *Lecture 6.5*, Coursera: Neural networks for machine learning (2012).
public struct RMSProp: Method {
  /// The step η, a length.
  public let timeStep: Double
  /// The weight ρ of what is remembered.
  public let decay: Double
  /// ε relative to the first gradient.
  public let floor: Double

  /// - Parameters:
  ///   - step: η, in units of x.
  ///   - decay: ρ, at least 0 and below 1.
  ///   - floor: ε over the root mean square of the first gradient.
  public init(step: Double, decay: Double = 0.9, floor: Double = 1e-8) {
    (timeStep, self.floor) = (demandStep(step), floor)
    self.decay = demandFraction("a decay", decay)
  }

  /// s and ε.
  public func memory(dimension: Int) -> [Int] { [dimension, 1] }

  /// A step costs a gradient.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients()
    let n = step.rows
    if replicas.steps == 0 {
      for (b, square) in step.squaredColumnNorms.enumerated() {
        replicas.memory[1][0, b] = floor * (square / Double(n)).squareRoot()
      }
    }
    var s = replicas.memory[0]
    let floors = replicas.memory[1].elements
    s.withUnsafeMutableElements { s in
      step.withUnsafeMutableElements { g in
        for i in g.indices {
          s[i] = decay * s[i] + (1 - decay) * g[i] * g[i]
          g[i] = g[i] == 0 ? 0 : -timeStep * g[i] / (s[i].squareRoot() + floors[i / n])
        }
      }
    }
    replicas.memory[0] = s
    replicas.move(along: replicas.projected(step), taking: timeStep)
  }
}
