public import Landscapes
internal import LinearAlgebra

/// Momentum, also heavy ball.
///
///     v ← μ v - η grad f,   x ← x + v
///
/// v is projected to the tangent space of the place it is used at. Best on a quadratic form with eigenvalues from a to b:
/// μ = ((√b - √a)/(√b + √a))², η = 4/(√a + √b)².
///
/// Reference: Polyak, *Some methods of speeding up the convergence of iteration methods*, USSR Computational Mathematics
/// and Mathematical Physics 4 (1964), DOI 10.1016/0041-5553(64)90137-5.
public struct Momentum: Method {
  /// The step η; a long way downhill moves η/(1 - μ) times the gradient a step.
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

  /// A step costs a gradient.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var velocity = replicas.projected(replicas.memory[0])
    velocity.blend(momentum, replicas.gradients(), times: -timeStep)
    replicas.memory[0] = velocity
    replicas.move(along: velocity, taking: timeStep)
  }
}
