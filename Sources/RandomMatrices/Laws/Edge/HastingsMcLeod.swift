internal import Foundation

/// The solution of Painlevé II that the Tracy-Widom laws are made of.
///
///     q'' = s q + 2q³,   q ~ Ai(s) at s → ∞,   q ~ √(-s/2) at s → -∞
///     μ = ∫_s^∞ q,   ρ = ∫_s^∞ q²,   ℓ = -∫_s^∞ ρ
///
/// Between -13.25 and 10.25 Taylor series about centres 0.5 apart; beyond, the limiting forms, there exact to
/// double precision. Relative errors of q, μ, ρ and ℓ are below 1e-13.
///
/// Reference: Hastings and McLeod, Arch. Rational Mech. Anal. 73, 31 (1980).
struct HastingsMcLeod: Sendable {
  /// q and its integrals at a point.
  struct Value {
    let q, μ, ρ, ℓ: Double
  }

  /// Made once, in 1 ms, at the first use.
  static let shared = HastingsMcLeod()

  static let centres = (right: 10.0, spacing: 0.5, count: 47)

  private let panels: [Panel]

  private init() {
    var below = Self.airy(Self.centres.right)
    panels = Self.initialValues().map { start in
      let panel = Panel(start, μ: below.μ, ρ: below.ρ, ℓ: below.ℓ)
      below = panel.value(at: start.s - Self.centres.spacing)
      return panel
    }
  }

  func value(at point: Double) -> Value {
    let s = point.isNaN ? point : min(max(point, -1e100), 1e100)
    let (right, spacing, count) = Self.centres
    let i = ((right - s) / spacing).rounded()
    if i < 0 { return Self.airy(s) }
    return i < Double(count) ? panels[Int(i)].value(at: s) : Self.far(s)
  }

  /// Taylor coefficients of q, μ, ρ and ℓ about a centre.
  private struct Panel {
    let centre: Double
    private var coefficients: [SIMD4<Double>]

    init(_ start: InitialValue, μ: Double, ρ: Double, ℓ: Double) {
      centre = start.s
      let (q, square) = start.series()
      coefficients = [SIMD4(q[0], μ, ρ, ℓ)]
      for n in 0..<(q.count - 1) {
        let (k, ρ) = (Double(n + 1), coefficients[n][2])
        coefficients.append(SIMD4(q[n + 1], -q[n] / k, -square[n] / k, ρ / k))
      }
    }

    func value(at s: Double) -> Value {
      let sum = coefficients.reversed().reduce(SIMD4<Double>.zero) { $0 * (s - centre) + $1 }
      return Value(q: sum[0], μ: sum[1], ρ: sum[2], ℓ: sum[3])
    }
  }
}
