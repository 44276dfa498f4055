public import Landscapes
internal import LinearAlgebra

/// Gradient descent.
///
///     x ← x - η grad f,   stable at a minimum of curvatures up to λ if 0 < η < 2/λ
///
/// A negative step ascends, and is stable at a maximum in the same way.
///
/// Reference: Cauchy, *Méthode générale pour la résolution des systèmes d'équations simultanées*, Comptes rendus 25,
/// 536 (1847).
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
