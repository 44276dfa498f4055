internal import Landscapes
internal import LinearAlgebra

extension Stepper {
  /// Uphill along the `target` lowest modes, downhill along the others, capped.
  ///
  /// Newton's step differs from the wanted one only in the modes whose curvature has the wrong
  /// sign for the target or is below the clip, so those modes alone are corrected: a reduction to
  /// tridiagonal form and a few inverse iterations in place of all eigenvectors.
  mutating func targetedStep(
    _ model: LocalModel, newton: [Double]?, target: Int
  ) -> [Double]? {
    if let newton, factorization.negativeEigenvalues == target,
      norm(newton) <= cap
    {
      return newton
    }
    guard spectrum.reduce(model.hessian) else { return nil }
    let eigenvalues = spectrum.eigenvalues
    let multipliers = Self.multipliers(eigenvalues, target: target)
    let corrected = eigenvalues.indices.filter { multipliers[$0] != -1 / eigenvalues[$0] }
    let largest = max(abs(eigenvalues[0]), abs(eigenvalues[eigenvalues.count - 1]))
    let smallest = eigenvalues.reduce(Double.infinity) { min($0, abs($1)) }
    if let newton, spectrum.isIrreducible, smallest > 1e-8 * largest,
      2 * corrected.count <= eigenvalues.count,
      let vectors = spectrum.eigenvectors(at: corrected)
    {
      var rotated = model.gradient
      spectrum.rotateIntoTridiagonalBasis(&rotated)
      var change = [Double](repeating: 0, count: rotated.count)
      for (column, i) in corrected.enumerated() {
        var component = 0.0
        for r in rotated.indices { component += vectors[r, column] * rotated[r] }
        component *= multipliers[i] + 1 / eigenvalues[i]
        for r in rotated.indices { change[r] += component * vectors[r, column] }
      }
      spectrum.rotateBack(&change)
      return capped(zip(newton, change).map { $0 + $1 })
    }
    guard solver.diagonalize(model.hessian, vectors: true) else { return nil }
    return capped(apply(multipliers, to: model.gradient))
  }

  /// f(λᵢ) in s = Σ f(λᵢ) gᵢ vᵢ: ±1/|λᵢ| with |λᵢ| clipped from below on the scale of the mean
  /// level spacing Δ, which keeps the softest modes from filling the whole step.
  ///
  /// A mode whose curvature already has the sign the target wants is clipped at 2Δ. One of the
  /// wrong sign has to be left: it is clipped at Δ and moved three times as far, or the walk lingers
  /// at critical points of a neighbouring index. Measured (p = 3, N = 100, all indices,
  /// 200 steps, no fallback): 28 steps and 0.2 % failures, against 34 steps and 2 % with one clip Δ
  /// and no gain.
  static func multipliers(_ eigenvalues: [Double], target: Int) -> [Double] {
    let n = eigenvalues.count
    let spacing = n > 1 ? (eigenvalues[n - 1] - eigenvalues[0]) / Double(n - 1) : 0
    return eigenvalues.indices.map { i in
      let isWrong = (i < target) != (eigenvalues[i] < 0)
      let magnitude = max(abs(eigenvalues[i]), isWrong ? spacing : 2 * spacing)
      guard magnitude > 0 else { return 0 }
      return (i < target ? 1 : -1) * (isWrong ? 3 : 1) / magnitude
    }
  }

  /// Σ f(λᵢ) gᵢ vᵢ with the eigenvectors of the last diagonalisation.
  func apply(_ multipliers: [Double], to gradient: [Double]) -> [Double] {
    let vectors = solver.eigenvectors
    var step = [Double](repeating: 0, count: gradient.count)
    for i in multipliers.indices {
      var component = 0.0
      for r in gradient.indices { component += vectors[r, i] * gradient[r] }
      component *= multipliers[i]
      for r in gradient.indices { step[r] += component * vectors[r, i] }
    }
    return step
  }
}
