internal import LinearAlgebra

extension Stepper {
  /// Uphill along the `target` lowest modes, downhill along the others: the step of a trust region on the image function,
  /// whose gradient and curvatures have their signs turned along the lowest modes (Helgaker, Chem. Phys. Lett. 182, 503 (1991)).
  ///
  /// aᵢ = ∓cᵢ/(κᵢ + μ), with μ so large that every κᵢ + μ is at least 0.05 √n Δ, Δ the mean level spacing, and that the step
  /// is no longer than the cap; 2.5 times that where the index is far from the target, by more than 0.3 √n. Eigenvalues move
  /// by 1/√n of the band on the way of a step, not by 1/n: less than that a mode's curvature cannot be trusted. Every 20 +
  /// n/4 steps one is stretched to that length, which frees walks that circle a place where two modes trade order, and the
  /// cap is halved, twice at most: of fields whose scale is stated twice too long two thirds of the walks arrive without
  /// that, all with it.
  ///
  /// Measured (p = 3, all indices): 17.1, 23.8, 29.4 and 50 steps at N = 40, 100, 160 and 400; with Δ/2 in place of
  /// 0.05 √n Δ 16.9, 24.3, 29.4 and 87; ±1/|λ| clipped at Δ and shortened to the cap takes 20.8, 28.2 and 34.6 at the
  /// first three and leaves three times as many walks without a critical point.
  func indexTargeted(_ spectrum: SpectralLanes.Spectrum, _ walker: Walker) -> [Double]? {
    let target = walker.target
    let λ = spectrum.eigenvalues
    let curvatures = λ.indices.map { $0 < target ? -λ[$0] : λ[$0] }
    let slopes = λ.indices.map { $0 < target ? -spectrum.components[$0] : spectrum.components[$0] }
    let distance = Double(abs(λ.count { $0 < 0 } - target))
    let period = 20 + λ.count / 4
    let cap = self.cap / Double(1 << min(2, walker.iterations / period))
    let far = 2.5 * cap
    let radius = distance > max(1, 0.3 * Double(λ.count).squareRoot()) ? far : cap
    let least =
      max(0, -curvatures.min()!) + 0.05 * Double(λ.count).squareRoot() * Self.spacing(λ)
    guard least > 0 else { return nil }
    let μ = Self.shift(slopes, curvatures, from: least, radius: radius)
    let step = λ.indices.map { -slopes[$0] / (curvatures[$0] + μ) }
    return walker.iterations % period == period - 1 ? stretched(step, to: far) : step
  }

  /// The least μ from `least` on at which Σ (gᵢ/(κᵢ + μ))² ≤ r², to 1 %; every κᵢ + least is positive.
  ///
  /// Newton's method on 1/|s(μ)|, which is nearly linear and concave, so that it comes from below (Hebden; Moré, Sorensen 1983).
  private static func shift(
    _ slopes: [Double], _ curvatures: [Double], from least: Double, radius: Double
  ) -> Double {
    var μ = least
    for _ in 0..<50 {
      var (square, slope) = (0.0, 0.0)
      for i in slopes.indices {
        let inverse = 1 / (curvatures[i] + μ)
        let part = slopes[i] * inverse * slopes[i] * inverse
        square += part
        slope += part * inverse
      }
      let length = square.squareRoot()
      guard length > 1.01 * radius else { break }
      μ += (length / radius - 1) * square / slope
    }
    return μ
  }

  private func stretched(_ step: [Double], to length: Double) -> [Double] {
    let factor = length / norm(step)
    return step.map { factor * $0 }
  }

  /// The mean level spacing; of eigenvalues that nearly coincide, what they would have with one at zero.
  private static func spacing(_ λ: [Double]) -> Double {
    let (low, high) = (λ[0], λ[λ.count - 1])
    return max(high - low, abs(low), abs(high)) / Double(max(1, λ.count - 1))
  }

  /// -cᵢ/|λᵢ|, with |λᵢ| no less than the mean level spacing, which keeps the softest modes from filling the whole step.
  func saddleFree(_ spectrum: SpectralLanes.Spectrum) -> [Double]? {
    let λ = spectrum.eigenvalues
    let spacing = Self.spacing(λ)
    return capped(
      λ.indices.map { i in
        let size = max(abs(λ[i]), spacing)
        return size > 0 ? -spectrum.components[i] / size : 0
      })
  }

  /// -(H² + μ)⁻¹H g, the minimiser of |g + H s|² + μ|s|², with μ a multiple of the largest eigenvalue's square.
  ///
  /// The batch undoes a step that raised |g| and multiplies μ by 4; an accepted step divides it
  /// by 3 (Marquardt 1963).
  func levenbergMarquardt(_ spectrum: SpectralLanes.Spectrum, walker: inout Walker) -> [Double]? {
    let λ = spectrum.eigenvalues
    let largest = max(abs(λ[0]), abs(λ[λ.count - 1]))
    // Relative to the Hessian, which may vanish on the way.
    let damping = walker.damping ?? 1e-3
    guard largest > 0, damping < 1e12 else { return nil }
    walker.damping = damping
    return capped(
      λ.indices.map { i in
        let part = λ[i] / largest
        return -part / (part * part + damping) / largest * spectrum.components[i]
      })
  }
}
