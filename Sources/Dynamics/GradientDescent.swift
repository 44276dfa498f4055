public import Landscapes
public import LinearAlgebra
internal import Requirements

/// Gradient descent along a domain, σ ← move(σ, -η grad f), of a batch of starts, as a sequence of states.
///
///     for state in GradientDescent(hamiltonian, from: start, stepSize: 0.1).prefix(500) { ... }
///
/// A negative step size ascends. Stable for |η| below 2 over the largest eigenvalue. A step costs one evaluation of values
/// and gradients at all starts; ``Landscape/indices(at:)`` counts indices where
/// they are wanted.
public struct GradientDescent<L: Landscape>: Sequence, IteratorProtocol, Sendable {
  /// What is known of the points reached after `iteration` steps, one number for each start.
  public struct State: Sendable {
    /// Steps taken.
    public let iteration: Int
    /// The points in ambient coordinates, one a column.
    public let points: Matrix<Double>
    /// The values f (the Hamiltonian H, not H/N).
    public let values: [Double]
    /// y = ⟨σ, ∇f⟩/N on a sphere, 0 on a flat domain.
    public let radialDerivatives: [Double]
    /// |grad f|/√N.
    public let gradientNorms: [Double]
  }

  /// The landscape descended.
  package let landscape: L
  /// The step size η.
  package let stepSize: Double
  private var points: Matrix<Double>
  private var model: LocalModel
  private var iteration = 0

  /// Descent from points of the domain, one a column.
  public init(_ landscape: L, from starts: Matrix<Double>, stepSize: Double) {
    let n = landscape.domain.ambientDimension
    demand(starts.rows == n, "starts of length \(starts.rows) in \(n) dimensions")
    demand(stepSize.isFinite && stepSize != 0, "step size \(stepSize) goes nowhere")
    self.landscape = landscape
    self.stepSize = stepSize
    points = starts
    model = LocalModel(of: landscape.domain, order: .gradient)
  }

  /// Descent from one point of the domain.
  public init(_ landscape: L, from start: [Double], stepSize: Double) {
    self.init(landscape, from: Matrix<Double>(columns: [start]), stepSize: stepSize)
  }

  /// The state at the present points; then takes one step. Ends at a number that is not finite.
  public mutating func next() -> State? {
    var (values, radial, norms) = ([Double](), [Double](), [Double]())
    let (present, domain) = (points, landscape.domain)
    let root = Double(points.rows).squareRoot()
    for range in landscape.batches(of: points.columns) {
      let some = present.columns(in: range)
      let jets = landscape.jets(at: some, upTo: .gradient)
      for (column, b) in range.enumerated() {
        domain.expand(jets, at: some, column: column, into: &model)
        guard model.isFinite else { return nil }
        values.append(model.value)
        radial.append(model.radialDerivative)
        norms.append(model.gradientNorm / root)
        domain.move(&points, column: b, by: model.gradient.map { -stepSize * $0 }, in: model)
      }
    }
    defer { iteration += 1 }
    return State(
      iteration: iteration, points: present, values: values, radialDerivatives: radial,
      gradientNorms: norms)
  }
}
