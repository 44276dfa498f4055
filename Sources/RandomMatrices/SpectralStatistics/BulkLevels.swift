internal import CGSL
internal import Foundation
internal import RandomStreams
public import Requirements
internal import SpecialFunctions

/// Two-level statistics in the bulk of large random matrices, exact at every length.
///
///     β = 0          independent levels: Y(r) = 0
///     β = 1, 2, 4    the limit of GOE, GUE, GSE, with s(r) = sin(πr)/(πr):
///                    Y₂ = s(r)²
///                    Y₁ = s(r)² + s'(r) ∫ᵣ^∞ s
///                    Y₄ = s(2r)² - 2s'(2r) ∫₀^r s(2t) dt
///
/// Y(r) = 1 - (density of levels at a distance r from a level) is the cluster function.
///
/// Scale: mean spacing 1.
///
/// Reference: Mehta, Random Matrices (2004), sections 6.4, 7.2, 8.2, and chapter 16.
public struct BulkLevels: Sendable {
  /// The Dyson index β; 0 for independent levels.
  package let beta: Int
  private static let rule = GaussLegendre(count: 20)

  /// The statistics of β = 0, 1, 2 or 4.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for another β.
  public init(beta: Int) throws(ParameterError) {
    try ParameterError.requireDysonIndex(beta, in: [0, 1, 2, 4])
    self.beta = beta
  }

  /// Y(r), r ≥ 0.
  public func clusterFunction(_ r: Double) -> Double {
    requireLength(r)
    guard r.isFinite else { return outside(r, 0) }
    let square = { (x: Double) in x * x }
    switch beta {
    case 0: return 0
    case 1: return square(Self.sine(r)) + Self.sineSlope(r) * (0.5 - Self.si(r) / .pi)
    case 2: return square(Self.sine(r))
    default: return square(Self.sine(2 * r)) - Self.sineSlope(2 * r) * Self.si(2 * r) / .pi
    }
  }

  /// Σ²(L), the variance of the number of levels in a window of length L ≥ 0.
  ///
  ///     Σ² = L - 2 ∫₀^L (L - r) Y(r) dr
  ///     β = 2   (Cin(2πL) + 1 - cos 2πL)/π² + L(1 - 2Si(2πL)/π),   Cin(x) = γ + log x - Ci(x)
  ///     β = 1   2Σ²₂(L) + (Si(πL)/π)² - Si(πL)/π
  ///     β = 4   Σ²₂(2L)/2 + (Si(2πL)/2π)²
  public func numberVariance(_ length: Double) -> Double {
    requireLength(length)
    guard length < .infinity else { return length }
    switch beta {
    case 0: return length
    case 1:
      let turn = Self.si(length) / .pi
      return 2 * Self.unitaryVariance(length) - turn * (1 - turn)
    case 2: return Self.unitaryVariance(length)
    default:
      let turn = Self.si(2 * length) / (2 * .pi)
      return Self.unitaryVariance(2 * length) / 2 + turn * turn
    }
  }

  /// Δ₃(L), the mean square distance of the staircase from its best line over a window of length L ≥ 0.
  ///
  ///     Δ₃ = (2/L⁴) ∫₀^L (L³ - 2L²r + r³) Σ²(r) dr,   L/15 for β = 0
  ///
  /// 20 Gauss-Legendre nodes on each unit of r: relative error 1e-13, in a time proportional to L; a second at
  /// L = 10⁶, the largest but for β = 0.
  public func rigidity(_ length: Double) -> Double {
    requireLength(length)
    if beta == 0 { return length / 15 }
    guard length.isFinite else { return length }
    demand(length <= 1e6, "Δ₃ is served up to a length of 1000000, not \(length)")
    let panels = max(1, length.rounded(.up))
    return (0..<Int(panels)).reduce(0) { sum, panel in
      sum
        + Self.rule.integral(from: 0, to: 1) { node in
          let t = (Double(panel) + node) / panels
          return 2 * (1 - t * (2 - t * t)) * numberVariance(length * t)
        } / panels
    }
  }

  private func requireLength(_ length: Double) {
    demand(
      length.isNaN || length == .infinity || (0...1e300).contains(length),
      "a length lies in 0...1e300 or is infinite, not \(length)")
  }

  /// Σ² of β = 2, without the loss of digits in L(1 - 2Si/π) where L is large.
  private static func unitaryVariance(_ length: Double) -> Double {
    let half = sinPi(length)
    let rest =
      length < 8
      ? .pi / 2 - si(2 * length)
      : tail(2 * length).f * cosPi(2 * length) + tail(2 * length).g * sinPi(2 * length)
    return (cin(2 * length) + 2 * half * half) / (.pi * .pi) + length * 2 / .pi * rest
  }

  // Arguments in units of π, so that large ones keep their phase.

  private static func sinPi(_ x: Double) -> Double {
    sin(.pi * x.truncatingRemainder(dividingBy: 2))
  }
  private static func cosPi(_ x: Double) -> Double {
    cos(.pi * x.truncatingRemainder(dividingBy: 2))
  }

  /// sin(πx)/(πx).
  private static func sine(_ x: Double) -> Double { x == 0 ? 1 : sinPi(x) / (.pi * x) }

  /// The derivative of it.
  private static func sineSlope(_ x: Double) -> Double {
    if x > 0.5 { return (cosPi(x) - sine(x)) / x }
    // Σ (-1)^k π^{2k} 2k x^{2k-1}/(2k + 1)!
    let square = -.pi * .pi * x * x
    var (term, sum) = (-.pi * .pi * x / 3, 0.0)
    for k in 1...12 {
      sum += term
      term *= square / Double(2 * k * (2 * k + 3))
    }
    return sum
  }

  /// Si(πx).
  private static func si(_ x: Double) -> Double {
    if x < 16 { return GSL.value { gsl_sf_Si_e(.pi * x, $0) } }
    return .pi / 2 - tail(x).f * cosPi(x) - tail(x).g * sinPi(x)
  }

  /// γ + log(πx) - Ci(πx).
  private static func cin(_ x: Double) -> Double {
    let z = .pi * x
    if x >= 16 { return eulerGamma + log(z) - tail(x).f * sinPi(x) + tail(x).g * cosPi(x) }
    if z > 2 { return eulerGamma + log(z) - GSL.value { gsl_sf_Ci_e(z, $0) } }
    // Σ (-1)^{k+1} z^{2k}/(2k (2k)!)
    var (power, sum) = (z * z / 2, 0.0)
    for k in 1...14 {
      sum += power / Double(2 * k)
      power *= -z * z / Double((2 * k + 1) * (2 * k + 2))
    }
    return sum
  }

  private static let eulerGamma = 0.57721566490153286061

  /// Si = π/2 - f cos - g sin and Ci = f sin - g cos at πx, x ≥ 16: f = Σ (-1)^k (2k)!/z^{2k+1},
  /// g = Σ (-1)^k (2k+1)!/z^{2k+2}. The smallest term is e^{-50}.
  private static func tail(_ x: Double) -> (f: Double, g: Double) {
    let z = .pi * x
    var (term, f, g) = (1 / z, 0.0, 0.0)
    for k in 0..<12 {
      f += term
      term *= Double(2 * k + 1) / z
      g += term
      term *= -Double(2 * k + 2) / z
    }
    return (f, g)
  }
}
