public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// Methods that know the Hessian: along each of its eigenvectors v_i a step of -v_i·grad f over a curvature made of λ_i, all
/// of it cut to a longest length ℓ.
///
///     s = -Σ_i v_i (v_i·grad f)/κ_i,   x ← x + s min(1, ℓ/|s|),   with φ the floor and Λ = max |λ_j|:
///     newton      κ_i = λ_i
///     absolute    κ_i = max(|λ_i|, φΛ)
///     shifted     κ_i = max(0, λ_i - min(λ_min, 0)) + φΛ
///
/// Newton's method is drawn to saddles as much as to minima; saddle-free and shifted Newton go down.
///
/// Reference: Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio, *Identifying and attacking the saddle point problem in
/// high-dimensional non-convex optimization*, NeurIPS 2014, arXiv:1406.2572.
public struct CurvatureDescent: Method {
  /// What the gradient along an eigenvector is divided by.
  public enum Curvature: String, Sendable, CaseIterable {
    /// λ: Newton's method, to critical points of any index.
    case newton
    /// |λ|: saddle-free Newton.
    case absolute
    /// λ less the lowest, where that is negative, and more by the floor: damped Newton.
    case shifted
  }

  /// What the gradient along an eigenvector is divided by.
  public let curvature: Curvature
  /// The longest step, in units of ``/Landscapes/Landscape/searchScale``.
  public let longestStep: Double
  /// The smallest curvature in absolute value, in units of the largest.
  public let floor: Double
  /// 1: a step is no time.
  public var timeStep: Double { 1 }

  /// - Parameters:
  ///   - curvature: what is taken from the Hessian.
  ///   - longestStep: in units of ``/Landscapes/Landscape/searchScale``.
  ///   - floor: curvatures are at least this part of the largest; Newton's stay as they are.
  public init(_ curvature: Curvature, longestStep: Double = 0.25, floor: Double = 1e-3) {
    demand(longestStep > 0, "a longest step is positive, not \(longestStep)")
    self.curvature = curvature
    self.longestStep = longestStep
    self.floor = demandFraction("a floor", floor)
  }

  /// The scale, for each replica.
  public func memory(dimension: Int) -> [Int] { [1] }

  /// A step costs a Hessian and its eigenvectors.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    let domain = replicas.landscape.domain
    if replicas.steps == 0 {
      let scale = replicas.landscape.searchScale
      for b in 0..<replicas.count { replicas.memory[0][0, b] = scale }
    }
    var model = LocalModel(of: domain)
    var solver = HermitianEigensolver<Double>(size: domain.dimension)
    var places = replicas.points
    for batch in replicas.landscape.batches(of: replicas.count) {
      let some = replicas.points.columns(in: batch)
      let jets = replicas.hessians(at: some)
      for (column, b) in batch.enumerated() {
        domain.expand(jets, at: some, column: column, into: &model)
        guard model.isFinite, solver.diagonalize(model.hessian, vectors: true) else {
          for i in 0..<places.rows { places[i, b] = .nan }
          continue
        }
        var step = self.step(model.gradient, solver)
        let length = norm(step)
        let longest = longestStep * replicas.memory[0][0, b]
        if length > longest { for i in step.indices { step[i] *= longest / length } }
        domain.move(&places, column: b, by: step, in: model)
      }
    }
    replicas.arrive(at: places, taking: [Double](repeating: 1, count: replicas.count))
  }

  /// The step in tangent coordinates, uncut.
  private func step(_ gradient: [Double], _ solver: HermitianEigensolver<Double>) -> [Double] {
    let λ = solver.eigenvalues
    let lowest = floor * max(abs(λ[0]), abs(λ[λ.count - 1]))
    var step = [Double](repeating: 0, count: gradient.count)
    for (i, λᵢ) in λ.enumerated() {
      let mode = solver.eigenvectors.column(i)
      let slope = zip(mode, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      let divisor =
        switch curvature {
        case .newton: λᵢ
        case .absolute: max(abs(λᵢ), lowest)
        case .shifted: max(λᵢ - min(λ[0], 0), 0) + lowest
        }
      guard slope != 0 else { continue }
      for r in step.indices { step[r] -= slope / divisor * mode[r] }
    }
    return step
  }
}
