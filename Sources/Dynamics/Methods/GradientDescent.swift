public import Landscapes
internal import LinearAlgebra

/// Gradient descent: x ← x - η grad f. A negative step ascends. Stable where |η| is below 2 over the largest eigenvalue.
public struct GradientDescent: Method {
  /// The step η.
  public let timeStep: Double

  /// - Parameter step: η.
  public init(step: Double) { timeStep = demandStep(step) }

  /// A step costs a gradient.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    replicas.move(along: replicas.gradients().scaled(by: -timeStep), taking: timeStep)
  }
}
