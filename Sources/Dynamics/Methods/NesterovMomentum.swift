public import Landscapes
internal import LinearAlgebra

/// Nesterov's momentum: the gradient is taken where the momentum leads,
///
///     y = x + μ v,   x ← y - η grad f(y),   v ← μ v - η grad f(y).
///
/// Reference: Nesterov, Soviet Mathematics Doklady 27, 372 (1983), with μ that rises from step to step; Sutskever,
/// Martens, Dahl and Hinton, *On the importance of initialization and momentum in deep learning*, ICML 2013, section 2.
public struct NesterovMomentum: Method {
  /// The step η.
  public let timeStep: Double
  /// The part μ of v that is kept.
  public let momentum: Double

  /// - Parameters:
  ///   - step: η.
  ///   - momentum: μ, at least 0 and below 1.
  public init(step: Double, momentum: Double = 0.9) {
    timeStep = demandStep(step)
    self.momentum = demandFraction("a momentum", momentum)
  }

  /// The velocity v, for each replica.
  public func memory(dimension: Int) -> [Int] { [dimension] }

  /// A step costs a gradient, at another place than where the replicas are.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var velocity = replicas.projected(replicas.memory[0]).scaled(by: momentum)
    replicas.move(along: velocity, taking: 0)
    velocity = replicas.projected(velocity)
    let step = replicas.gradients(at: replicas.points).scaled(by: -timeStep)
    velocity.add(step, times: 1)
    replicas.memory[0] = velocity
    replicas.move(along: step, taking: timeStep)
  }
}
