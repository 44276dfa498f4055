internal import Landscapes
internal import LinearAlgebra

extension Stepper {
  /// -(H² + μ)⁻¹H g, the minimiser of |g + H s|² + μ|s|², capped.
  ///
  /// The batch undoes a step that raised |g| and multiplies μ by 4; an accepted step divides it
  /// by 3 (Marquardt 1963).
  mutating func levenbergMarquardtStep(_ model: LocalModel, walker: inout Walker) -> [Double]? {
    guard solver.diagonalize(model.hessian, vectors: true) else { return nil }
    let eigenvalues = solver.eigenvalues
    let largest = max(abs(eigenvalues[0]), abs(eigenvalues[eigenvalues.count - 1]))
    guard largest > 0 else { return nil }
    // Relative to the Hessian, which may vanish on the way.
    let ratio = walker.damping ?? 1e-3
    guard ratio < 1e12 else { return nil }
    walker.damping = ratio
    return capped(
      apply(
        eigenvalues.map { λ in
          let part = λ / largest
          return -part / (part * part + ratio) / largest
        }, to: model.gradient))
  }
}
