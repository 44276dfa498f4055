public import Landscapes
public import LinearAlgebra
internal import Requirements

/// Hessian descent: from near the centre of the sphere outwards, each step across all that came before and along the
/// lowest direction of the Hessian, until the sphere is reached.
///
///     x₁ = √(N/K) u,   x_{k+1} = x_k ± √(N/K) v,   v ⊥ x_k the lowest eigenvector of P ∇²H(x_k) P,   |x_k|² = kN/K
///
/// The sign goes downhill. For a mixture ξ it comes to E = -∫₀¹ √ξ″(q) dq as N, then K, grow; for pure ones that is -E∞.
///
/// Reference: Subag, *Following the ground states of full-RSB spherical spin glasses*, Communications on Pure and Applied
/// Mathematics 74 (2021), arXiv:1812.04588.
public struct HessianDescent<L: PolynomialLandscape>: Sendable {
  /// The landscape, also inside its sphere.
  public let landscape: L
  /// K, the number of steps from the centre to the sphere.
  public let steps: Int
  /// Steps taken, of which the first is that to x₁.
  public private(set) var level = 1
  /// Where the replicas are, one a column: inside the sphere, at the end on it.
  public private(set) var points: Matrix<Double>

  /// - Parameters:
  ///   - landscape: on the sphere.
  ///   - starts: points of the sphere, one a column, in whose direction the first step goes.
  ///   - steps: K, at least 2.
  public init(_ landscape: L, from starts: Matrix<Double>, steps: Int) {
    demand(steps >= 2, "Hessian descent takes at least 2 steps, not \(steps)")
    demand(
      starts.rows == landscape.domain.ambientDimension,
      "starts of length \(starts.rows) in \(landscape.domain.ambientDimension) dimensions")
    (self.landscape, self.steps) = (landscape, steps)
    points = starts.scaled(by: 1 / Double(steps).squareRoot())
  }

  /// Whether the sphere is reached.
  public var isFinished: Bool { level == steps }

  /// Takes one step, which costs a Hessian and its eigenvectors.
  public mutating func step() {
    guard !isFinished else { return }
    let domain = landscape.domain
    let length = (Double(domain.ambientDimension) / Double(steps)).squareRoot()
    // The tangent basis is that of the point of the sphere in the same direction.
    var outside = points
    domain.restore(&outside)
    var model = LocalModel(of: domain)
    var solver = HermitianEigensolver<Double>(size: domain.dimension)
    for batch in landscape.batches(of: points.columns) {
      let (some, places) = (points.columns(in: batch), outside.columns(in: batch))
      let jets = landscape.jets(at: some, upTo: .hessian)
      for (column, b) in batch.enumerated() {
        domain.expand(jets, at: places, column: column, into: &model)
        _ = solver.diagonalize(model.hessian, vectors: true)
        let mode = solver.eigenvectors.column(0)
        let slope = zip(mode, model.gradient).reduce(0) { $0 + $1.0 * $1.1 }
        let move = domain.ambient(mode, frame: model.frame)
        for i in move.indices { points[i, b] += (slope > 0 ? -length : length) * move[i] }
      }
    }
    level += 1
    if isFinished { domain.restore(&points) }
  }

  /// Takes all steps that are left.
  public mutating func run() { while !isFinished { step() } }
}
