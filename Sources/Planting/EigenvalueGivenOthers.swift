internal import Foundation
internal import Requirements
internal import SpecialFunctions

/// One eigenvalue of a spectrum given all others: quantiles of the density
/// ∝ ∏_j |y - x_j| exp(-q y² - b y) between its neighbours.
///
/// The density is a polynomial times a Gaussian, positive inside the gap and log-concave. In a gap that it
/// fills, 24 Legendre nodes resolve it to 1e-10; otherwise 80 over the part within e^{-30} of its maximum.
struct EigenvalueGivenOthers {
  private var few = LegendreQuantile(count: 24)
  private var many = LegendreQuantile(count: 80)
  /// Distances are divided by their typical size, so that products of many stay in range.
  private let scale: Double

  init(size: Int) { scale = (2 / Double(size)).squareRoot() }

  /// The quantile of u for coordinate i of the ascending x.
  mutating func quantile(
    _ u: Double, of i: Int, in x: [Double], quadratic q: Double, linear b: Double
  ) -> Double {
    let low = i > 0 ? x[i - 1] : -.infinity
    let high = i + 1 < x.count ? x[i + 1] : .infinity
    let density = Density(x: x, skipping: i, quadratic: q, linear: b)
    if (high - low).isFinite, let y = Self.quantile(u, density, low, high, scale, &few) { return y }
    let support = density.support(low, high)
    guard
      let y = Self.quantile(u, density, support.lowerBound, support.upperBound, scale, &many)
    else {
      fail("80 nodes do not resolve the density of an eigenvalue in \(support)")
    }
    return y
  }

  private static func quantile(
    _ u: Double, _ density: Density, _ low: Double, _ high: Double, _ scale: Double,
    _ rule: inout LegendreQuantile
  ) -> Double? {
    let (middle, half) = ((low + high) / 2, (high - low) / 2)
    let nodes = rule.nodes
    rule.values.withUnsafeMutableBufferPointer {
      density.evaluate(at: nodes, middle: middle, half: half, scale: scale, into: $0)
    }
    return rule.quantile(u).map { middle + half * $0 }
  }
}

extension EigenvalueGivenOthers {
  /// ∏_j |y - x_j| exp(-q y² - b y).
  struct Density {
    let x: [Double]
    let skipping: Int
    let quadratic, linear: Double

    /// At middle + half · node, up to a common factor.
    func evaluate(
      at nodes: [Double], middle: Double, half: Double, scale: Double,
      into values: UnsafeMutableBufferPointer<Double>
    ) {
      values.update(repeating: 1)
      let step = half * scale
      nodes.withUnsafeBufferPointer { nodes in
        for j in x.indices where j != skipping {
          let offset = (middle - x[j]) * scale
          for m in 0..<values.count { values[m] *= offset + step * nodes[m] }
        }
        // The exponent less that at the middle.
        let (first, second) = ((2 * quadratic * middle + linear) * half, quadratic * half * half)
        for m in 0..<values.count {
          values[m] = abs(values[m]) * exp(-(first + second * nodes[m]) * nodes[m])
        }
      }
    }

    private func logarithm(_ y: Double) -> Double {
      var value = -(quadratic * y + linear) * y
      for j in x.indices where j != skipping { value += log(abs(y - x[j])) }
      return value
    }

    /// The first two derivatives of the logarithm.
    private func derivatives(_ y: Double) -> (slope: Double, curvature: Double) {
      var (slope, curvature) = (-2 * quadratic * y - linear, -2 * quadratic)
      for j in x.indices where j != skipping {
        let inverse = 1 / (y - x[j])
        slope += inverse
        curvature -= inverse * inverse
      }
      return (slope, curvature)
    }

    /// The part of the gap where the density is above e^{-30} of its maximum.
    func support(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      let mode = mode(low, high)
      let (top, width) = (logarithm(mode), 1 / (-derivatives(mode).curvature).squareRoot())
      func end(_ direction: Double, _ limit: Double) -> Double {
        var step = 6 * width
        while step < abs(limit - mode) {
          if logarithm(mode + direction * step) < top - 30 {
            return mode + direction * step
          }
          step *= 1.1
        }
        return limit
      }
      return end(-1, low)...end(1, high)
    }

    /// The maximum: Newton on the slope, which decreases from +∞ to -∞, within a bracket.
    private func mode(_ low: Double, _ high: Double) -> Double {
      let center = -linear / (2 * quadratic)
      let start =
        low.isFinite && high.isFinite
        ? (low + high) / 2
        : low.isFinite ? max(low, center) + 1 : high.isFinite ? min(high, center) - 1 : center
      let isClose = { (_: Double, fall: Double, curvature: Double) in
        abs(fall) < 1e-3 * curvature.squareRoot()
      }
      return zero(in: low...high, from: start, until: isClose) { y in
        let (slope, curvature) = derivatives(y)
        return (-slope, -curvature)
      }
    }
  }
}
