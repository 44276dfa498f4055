internal import Foundation
internal import Statistics

/// Heights for κ ≤ 1, where the Hessian given the height is GOE with an independent normal shift.
///
///     n_k(û) = (λ₄/(3πλ₂))^{N/2} ∫ dx e^{-x²}/√π D_k(x) N(û; √2κx, 1-κ²)
///
/// with û = u/√λ₀ and D_k(x) the mean of |det(M - x)| with k eigenvalues of M below x
/// (``IndexDensity``): one x at κ = 1, the trapezoidal rule for κ < 1.
struct HeightsAtRealShift: Sendable {
  private let kappa: Double
  private let density: SpreadDensity

  /// - Parameter logScale: log √(λ₄/(3πλ₂)).
  init(kappa: Double, dimension n: Int, logScale: Double, threads: Int) {
    self.kappa = kappa
    // x may be far outside the spectrum: the interval to integrate over is then twice as long.
    let bare = IndexDensity(size: n + 1, extraNodes: n + 13)
    let constant = Double(n) * logScale + 0.5 * log(2 / Double.pi) + lgamma(Double(n + 1) / 2)
    density = SpreadDensity(
      width: ((1 - kappa) * (1 + kappa) / 2).squareRoot() / kappa,
      step: CriticalPointCounts.step(n + 1) / 2, reach: (2 * Double(n + 1)).squareRoot() + 9,
      threads: threads
    ) { bare($0, logFactor: constant - 0.5 * $0 * $0) }
  }

  /// Per unit of û.
  func byIndex(_ height: Double) -> [Double] {
    let slope = 2.0.squareRoot() * kappa
    return density(center: height / slope, factor: 1 / slope)
  }
}
