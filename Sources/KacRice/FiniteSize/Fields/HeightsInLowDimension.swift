internal import Foundation

/// Heights in one and two dimensions in closed form, for any κ.
///
/// Given û = u/√λ₀ the Hessian over √(λ₄/3) is a traceless matrix plus t, t normal of mean -κû and
/// variance v = 1 - κ² + 2/N. At N = 1 the first is zero. At N = 2 it has eigenvalues ±r with r²/2
/// exponential, so that the mean of |t² - r²|, by index, is
///
///     h_1(t) = 2 e^{-t²/2},   h_0(t) = t² - 2 + 2 e^{-t²/2} for t > 0 and 0 for t < 0.
///
/// Where the height fixes the trace (v = 0) the kink of h_0 at t = 0 is one of n_0 at u = 0, which no
/// quadrature over Fourier modes resolves.
enum HeightsInLowDimension {
  /// n_0, ..., n_N per unit of û, N = 1 or 2.
  ///
  /// - Parameter logScale: log √(λ₄/(3πλ₂)).
  static func byIndex(
    _ height: Double, kappa: Double, dimension n: Int, logScale: Double
  ) -> [Double] {
    let mean = -kappa * height
    let largest = (Double(n + 2) / Double(n)).squareRoot()
    let variance = (largest - kappa) * (largest + kappa)
    let factor =
      exp(Double(n) * (logScale - 0.5 * log(2.0)) - 0.5 * height * height)
      / (2 * Double.pi).squareRoot()
    func positive(_ mean: Double) -> Double {
      n == 1 ? line(mean, variance) : plane(mean, variance)
    }
    let saddles =
      2 / (1 + variance).squareRoot() * exp(-0.5 * mean * mean / (1 + variance))
    let means = [positive(mean)] + (n == 2 ? [saddles] : []) + [positive(-mean)]
    return means.map { factor * nonNegative($0) }
  }

  /// E[t; t > 0].
  private static func line(_ mean: Double, _ variance: Double) -> Double {
    mean * above(mean, variance) + variance * density(mean, variance)
  }

  /// E[t² - 2 + 2e^{-t²/2}; t > 0].
  private static func plane(_ mean: Double, _ variance: Double) -> Double {
    let square = mean * mean
    let damped =
      2 / (1 + variance).squareRoot() * exp(-0.5 * square / (1 + variance))
      * above(mean, variance * (1 + variance))
    return (square + variance - 2) * above(mean, variance)
      + mean * variance * density(mean, variance) + damped
  }

  /// P(t > 0).
  private static func above(_ mean: Double, _ variance: Double) -> Double {
    variance > 0 ? 0.5 * erfc(-mean / (2 * variance).squareRoot()) : mean > 0 ? 1 : 0
  }

  /// The density of t at 0.
  private static func density(_ mean: Double, _ variance: Double) -> Double {
    guard variance > 0 else { return 0 }
    return exp(-0.5 * mean * mean / variance) / (2 * Double.pi * variance).squareRoot()
  }
}
