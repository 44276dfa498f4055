public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// Gradient descent along a domain, σ ← move(σ, -η grad f), as a sequence of states.
///
///     for state in GradientDescent(hamiltonian, from: start, stepSize: 0.1).prefix(500) { ... }
///
/// Each state carries the index of the Hessian at that point, critical or not. A negative step
/// size ascends. Stable for |η| below 2 over the largest eigenvalue; one batch evaluation of one
/// point and one factorisation a step.
public struct GradientDescent<L: Landscape>: Sequence, IteratorProtocol, Sendable {
  /// What is known of the point reached after `iteration` steps.
  public struct State: Sendable {
    /// Steps taken.
    public let iteration: Int
    /// The value f (the Hamiltonian H, not H/N).
    public let value: Double
    /// y = ⟨σ, ∇f⟩/N on a sphere, 0 on a flat domain.
    public let radialDerivative: Double
    /// |grad f|/√N.
    public let gradientNorm: Double
    /// Number of negative eigenvalues of the Riemannian Hessian here.
    public let index: Int
  }

  /// The landscape descended.
  package let landscape: L
  /// The step size η.
  package let stepSize: Double
  private var points: Matrix<Double>
  private var model: LocalModel
  private var jets: JetBatch
  private var factorization: LDLFactorization
  private var iteration = 0

  /// Descent from a point of the domain.
  public init(_ landscape: L, from start: [Double], stepSize: Double) {
    let n = landscape.domain.ambientDimension
    demand(start.count == n, "start of length \(start.count) in \(n) dimensions")
    demand(stepSize.isFinite && stepSize != 0, "step size \(stepSize) goes nowhere")
    self.landscape = landscape
    self.stepSize = stepSize
    points = Matrix<Double>(columns: [start])
    model = LocalModel(of: landscape.domain)
    jets = JetBatch(dimension: n, count: 1, order: .hessian)
    factorization = LDLFactorization(size: landscape.domain.dimension)
  }

  /// The state at the present point; then takes one step. Ends at a number that is not finite.
  public mutating func next() -> State? {
    landscape.evaluate(points, into: &jets)
    landscape.domain.expand(jets, at: points, column: 0, into: &model)
    guard model.isFinite else { return nil }
    factorization.factorize(model.hessian)
    guard let index = factorization.negativeEigenvalues else { return nil }
    let state = State(
      iteration: iteration, value: model.value, radialDerivative: model.radialDerivative,
      gradientNorm: model.gradientNorm / Double(points.rows).squareRoot(),
      index: index)
    landscape.domain.move(
      &points, column: 0, by: model.gradient.map { -stepSize * $0 }, in: model)
    iteration += 1
    return state
  }
}
