public import Landscapes
internal import LinearAlgebra
internal import Foundation

/// Adam: momentum in units of the root mean square of recent gradients, coordinate by coordinate,
///
///     m ← β₁ m + (1 - β₁) g,   s ← β₂ s + (1 - β₂) g²,   x ← x - η m̂/(√ŝ + ε),   g = grad f,
///
/// with m̂ = m/(1 - β₁ᵗ), ŝ = s/(1 - β₂ᵗ) after t steps. Coordinates and ε are as in ``RMSProp``.
///
/// Reference: Kingma and Ba, *Adam: a method for stochastic optimization*, ICLR 2015, arXiv:1412.6980.
public struct Adam: Method {
  /// The step η, a length.
  public let timeStep: Double
  /// The weights β₁ and β₂ of what is remembered.
  public let decays: (first: Double, second: Double)
  /// ε relative to the first gradient.
  public let floor: Double

  /// - Parameters:
  ///   - step: η, in units of x.
  ///   - decays: β₁ and β₂, each at least 0 and below 1.
  ///   - floor: ε over the root mean square of the first gradient.
  public init(
    step: Double, decays: (first: Double, second: Double) = (0.9, 0.999), floor: Double = 1e-8
  ) {
    (timeStep, self.floor) = (demandStep(step), floor)
    self.decays = (demandFraction("a decay", decays.0), demandFraction("a decay", decays.1))
  }

  /// m, s and ε.
  public func memory(dimension: Int) -> [Int] { [dimension, dimension, 1] }

  /// A step costs a gradient.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients()
    let n = step.rows
    if replicas.steps == 0 {
      for (b, square) in step.squaredColumnNorms.enumerated() {
        replicas.memory[2][0, b] = floor * (square / Double(n)).squareRoot()
      }
    }
    let t = Double(replicas.steps + 1)
    let (first, second) = (1 - pow(decays.first, t), 1 - pow(decays.second, t))
    var (m, s) = (replicas.memory[0], replicas.memory[1])
    let floors = replicas.memory[2].elements
    m.blend(decays.first, step, times: 1 - decays.first)
    s.withUnsafeMutableElements { s in
      step.withUnsafeMutableElements { g in
        let m = m.elements
        for i in g.indices {
          s[i] = decays.second * s[i] + (1 - decays.second) * g[i] * g[i]
          g[i] =
            m[i] == 0
            ? 0 : -timeStep * (m[i] / first) / ((s[i] / second).squareRoot() + floors[i / n])
        }
      }
    }
    (replicas.memory[0], replicas.memory[1]) = (m, s)
    replicas.move(along: replicas.projected(step), taking: timeStep)
  }
}
