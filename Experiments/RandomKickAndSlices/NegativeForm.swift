import Foundation
import Saddlery

/// The chance that a quadratic form of a random direction is negative: P(Σ λᵢ gᵢ² < 0), g independent standard normal,
/// which is P(v'Hv < 0) of a v uniform on the sphere and an H with these eigenvalues.
///
/// With K(s) = -½ Σ ln(1 - 2λᵢs) the logarithm of the form's generating function,
///
///     P = 1/(2πi) ∫ exp(K(s) - ln(-s)) ds    along Re s = -θ,   0 < θ < 1/(2|λ_min|).
///
/// The line goes through the saddle of the integrand, so that nothing cancels and tails are as exact relative to
/// themselves as the middle is; ordinates t = w sinh x, the trapezoidal rule in x.
///
/// Reference: Rice, *Distribution of quadratic forms in normal random variables: evaluation by numerical integration*, SIAM
/// J. Sci. Stat. Comput. 1 (1980), after Imhof (1961), whose line is the imaginary axis.
struct NegativeForm {
  /// ln P; -∞ where no eigenvalue is negative.
  let logarithm: Double
  /// The difference from a step twice as long, relative to P.
  let error: Double

  var chance: Double { exp(logarithm) }

  init(eigenvalues: [Double]) {
    let size = eigenvalues.reduce(0) { max($0, abs($1)) }
    let λ = eigenvalues.map { $0 / size }
    let (lowest, highest) = (λ.min()!, λ.max()!)
    guard lowest < 0, highest > 0 else {
      (logarithm, error) = (lowest < 0 ? 0 : -.infinity, 0)
      return
    }
    let θ = Self.saddle(λ, below: -0.5 / lowest)
    let curvature = λ.reduce(1 / (θ * θ)) { sum, λ in
      let ratio = λ / (1 + 2 * θ * λ)
      return sum + 2 * ratio * ratio
    }
    let width = 1 / curvature.squareRoot()
    let peak = Self.integrand(λ, θ, 0).size
    func sum(_ step: Double, from first: Double) -> Double {
      var (sum, x, quiet) = (0.0, first, 0)
      while quiet < 8 {
        let t = width * sinh(x)
        let (size, phase) = Self.integrand(λ, θ, t)
        let envelope = exp(size - peak) * width * cosh(x)
        sum += (x == 0 ? 0.5 : 1) * envelope * cos(phase)
        quiet = envelope < 1e-18 * width ? quiet + 1 : 0
        x += step
      }
      return step * sum
    }
    let step = 1.0 / 16
    let coarse = sum(step, from: 0)
    let fine = (coarse + sum(step, from: step / 2)) / 2
    logarithm = peak + log(fine / .pi)
    error = abs(coarse / fine - 1)
  }

  /// Where the integrand is least on the real axis: the zero of an increasing function.
  private static func saddle(_ λ: [Double], below end: Double) -> Double {
    var (low, high) = (0.0, end)
    while true {
      let θ = (low + high) / 2
      guard θ > low, θ < high else { return θ }
      let slope = λ.reduce(1 / θ) { $0 + $1 / (1 + 2 * θ * $1) }
      if slope > 0 { low = θ } else { high = θ }
    }
  }

  /// Logarithm of modulus, and phase, at s = -θ + it.
  private static func integrand(
    _ λ: [Double], _ θ: Double, _ t: Double
  ) -> (size: Double, phase: Double) {
    var (size, phase) = (-log(hypot(θ, t)), atan2(t, θ))
    for λ in λ {
      let (real, imaginary) = (1 + 2 * θ * λ, 2 * t * λ)
      size -= 0.5 * log(hypot(real, imaginary))
      phase += 0.5 * atan2(imaginary, real)
    }
    return (size, phase)
  }
}
