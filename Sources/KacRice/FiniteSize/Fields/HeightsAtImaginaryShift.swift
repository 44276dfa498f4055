internal import Foundation
internal import Numerics
internal import Requirements
internal import Statistics

/// Heights for κ > 1, N ≥ 3, where the scalar part of the Hessian given the height has negative
/// variance: the law is the one for κ < 1 continued to imaginary shifts.
///
/// For κ < 1 the matrix is √2(M - x), x normal of mean c = κû/√2 and variance (1-κ²)/2. With
/// s = κ² - 1 the mean of |det(M - x)|, by index, becomes an integral of J (``TiltedIndexDensity``)
///
///     (πs)^{-1/2} ∫ dθ e^{-θ²(1/s - N/2)} J_k(c, θ):
///
/// the Gaussian of tr M, variance N, is narrowed to N(1 - Ns/2), which is not negative as
/// κ² ≤ (N+2)/N. At equality, where the height fixes the trace, J alone makes the integral converge. It
/// is the Fourier transform of a function of the trace that is smooth but where M - c is traceless, and
/// falls like a Gaussian, then like θ^{-N(N+3)/2}.
struct HeightsAtImaginaryShift: Sendable {
  /// The largest N served.
  static let largestDimension = 64

  private let dimension: Int
  private let kappa: Double
  /// s.
  private let excess: Double
  /// 1/s - N/2.
  private let rate: Double
  private let density: TiltedIndexDensity
  private let step: Double
  private let points: Int
  private let threads: Int

  init(kappa: Double, dimension n: Int, threads: Int) {
    (self.kappa, dimension, self.threads) = (kappa, n, threads)
    excess = (kappa - 1) * (kappa + 1)
    rate = max(0, 1 / excess - Double(n) / 2)
    // As for e^{-η²}, η = θ/√s, the error of the trapezoidal rule is of order e^{-(π/0.45)²}.
    step = 0.45 * excess.squareRoot()
    // J is below 1e-14 of its maximum beyond the first, the Gaussian below 1e-16 beyond the second.
    let decay = 12 / Double(n).squareRoot() + 600 / pow(Double(n), 3)
    let largest = min(decay, (38 / rate).squareRoot())
    points = Int(largest / step) + 1
    density = TiltedIndexDensity(dimension: n, largestTilt: largest)
  }

  /// Per unit of û = u/√λ₀.
  ///
  /// - Parameter logScale: log √(λ₄/(3πλ₂)).
  func byIndex(_ height: Double, logScale: Double) -> [Double] {
    let center = kappa * height / 2.0.squareRoot()
    let constant =
      Double(dimension) * logScale - 0.5 * height * height + log(step)
      - 0.5 * log(2 * Double.pi * Double.pi * excess)
    let (density, step, rate) = (density, step, rate)
    // J(-θ) is the conjugate of J(θ).
    let rows = concurrentMap(0..<points, threads: threads) { i in
      let θ = Double(i) * step
      let log = constant - θ * θ * rate + (i == 0 ? 0 : Foundation.log(2.0))
      return density(center, tilt: θ, logFactor: log).map(\.real)
    }
    let sign = rows[0].reduce(0, +) < 0 ? -1.0 : 1.0
    return (0...dimension).map { k in nonNegative(sign * rows.reduce(0) { $0 + $1[k] }) }
  }
}
