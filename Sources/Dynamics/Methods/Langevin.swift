public import Landscapes
public import LinearAlgebra
internal import Requirements

/// Overdamped Langevin dynamics at a temperature T, dx = -grad f dt + √(2T) dW along the domain, in steps η:
///
///     x ← x - η grad f + √(2Tη) ξ,   ξ standard normal.
///
/// Its law in equilibrium is the Boltzmann distribution exp(-f/T) as η vanishes. Means are off by a term of first order in η
/// (halve the step to see it); in a well of curvature λ the variance is T/λ · 1/(1 - ηλ/2). At T = 0 it is gradient descent.
///
/// Reference: Langevin, Comptes rendus 146, 530 (1908); Kloeden and Platen, *Numerical Solution of Stochastic
/// Differential Equations* (1992), section 10.2, the Euler-Maruyama step.
public struct Langevin: Method {
  /// The step η.
  public let timeStep: Double
  /// The temperature T; 1 where a diffusion matrix is given.
  public let temperature: Double
  /// D = LLᵀ, if noise is not the same along all axes.
  private let diffusion: CholeskyFactorization?

  /// Noise that is the same along all directions.
  ///
  /// - Parameters:
  ///   - step: η.
  ///   - temperature: T, in units of f.
  public init(step: Double, temperature: Double) {
    demand(
      temperature >= 0 && temperature.isFinite, "a temperature is at least 0, not \(temperature)")
    (timeStep, self.temperature, diffusion) = (demandStep(step), temperature, nil)
    demand(step > 0, "noise has a step above 0, not \(step)")
  }

  /// Noise of a diffusion matrix, dx = -grad f dt + √2 L dW, D = LLᵀ: on flat domains.
  ///
  /// - Parameters:
  ///   - step: η.
  ///   - diffusion: D, n x n, positive definite.
  public init(step: Double, diffusion: Matrix<Double>) {
    demand(step > 0, "noise has a step above 0, not \(step)")
    var factors = CholeskyFactorization(size: diffusion.rows)
    factors.factorize(diffusion)
    demand(factors.dependentRow == nil, "a diffusion matrix is positive definite")
    (timeStep, temperature, self.diffusion) = (demandStep(step), 1, factors)
  }

  /// A step costs a gradient and n normal numbers.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients().scaled(by: -timeStep)
    if temperature > 0 {
      var noise = replicas.noise()
      diffusion?.multiply(&noise)
      step.add(noise, times: (2 * temperature * timeStep).squareRoot())
    }
    replicas.move(along: replicas.projected(step), taking: timeStep)
  }
}
