internal import Foundation

/// One eigenvalue of a spectrum given all others: quantiles of the density
/// ∝ ∏_j |y - x_j| exp(-q y² - b y) between its neighbours.
///
/// The density is a polynomial times a Gaussian, positive inside the gap and log-concave. In a gap that it
/// fills, 24 Legendre nodes resolve it to 1e-10; otherwise 80 over the part within e^{-30} of its maximum.
struct EigenvalueGivenOthers: Sendable {
  private let few = LegendreQuantile(count: 24)
  private let many = LegendreQuantile(count: 80)
  /// Distances are divided by their typical size, so that products of many stay in range.
  private let scale: Double

  init(size: Int) { scale = (2 / Double(size)).squareRoot() }

  /// The quantile of u for coordinate i of the ascending x.
  func quantile(
    _ u: Double, of i: Int, in x: [Double], quadratic q: Double, linear b: Double
  ) -> Double {
    let low = i > 0 ? x[i - 1] : -.infinity
    let high = i + 1 < x.count ? x[i + 1] : .infinity
    let density = Density(x: x, skipping: i, quadratic: q, linear: b, scale: scale)
    if (high - low).isFinite, let y = quantile(u, density, low, high, few) { return y }
    let support = density.support(low, high)
    guard let y = quantile(u, density, support.lowerBound, support.upperBound, many) else {
      preconditionFailure("80 nodes do not resolve the density of an eigenvalue in \(support)")
    }
    return y
  }

  private func quantile(
    _ u: Double, _ density: Density, _ low: Double, _ high: Double, _ rule: LegendreQuantile
  ) -> Double? {
    let (middle, half) = ((low + high) / 2, (high - low) / 2)
    let values = density.values(at: rule.nodes.map { middle + half * $0 })
    return rule(u, values: values).map { middle + half * $0 }
  }
}

extension EigenvalueGivenOthers {
  /// ∏_j |y - x_j| exp(-q y² - b y).
  struct Density {
    let x: [Double]
    let skipping: Int
    let quadratic, linear, scale: Double

    init(x: [Double], skipping i: Int, quadratic: Double, linear: Double, scale: Double) {
      (self.x, skipping) = (x, i)
      (self.quadratic, self.linear, self.scale) = (quadratic, linear, scale)
    }

    /// At several places, up to a common factor.
    func values(at nodes: [Double]) -> [Double] {
      var products = [Double](repeating: 1, count: nodes.count)
      products.withUnsafeMutableBufferPointer { product in
        nodes.withUnsafeBufferPointer { y in
          for j in x.indices where j != skipping {
            let (center, scale) = (x[j], scale)
            for m in 0..<product.count { product[m] *= (y[m] - center) * scale }
          }
        }
      }
      let middle = nodes[nodes.count / 2]
      let reference = (quadratic * middle + linear) * middle
      return zip(products, nodes).map { product, y in
        abs(product) * exp(reference - (quadratic * y + linear) * y)
      }
    }

    /// The logarithm with its first two derivatives.
    private func logarithm(_ y: Double) -> (value: Double, slope: Double, curvature: Double) {
      var value = -(quadratic * y + linear) * y
      var (slope, curvature) = (-2 * quadratic * y - linear, -2 * quadratic)
      for j in x.indices where j != skipping {
        let distance = y - x[j]
        value += log(abs(distance))
        slope += 1 / distance
        curvature -= 1 / (distance * distance)
      }
      return (value, slope, curvature)
    }

    /// The part of the gap where the density is above e^{-30} of its maximum.
    func support(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      let mode = mode(low, high)
      let top = logarithm(mode)
      func end(_ direction: Double, _ limit: Double) -> Double {
        var step = 6 / (-top.curvature).squareRoot()
        while step < abs(limit - mode) {
          if logarithm(mode + direction * step).value < top.value - 30 {
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
      var (low, high) = (low, high)
      let center = -linear / (2 * quadratic)
      var y =
        low.isFinite && high.isFinite
        ? (low + high) / 2
        : low.isFinite ? max(low, center) + 1 : high.isFinite ? min(high, center) - 1 : center
      for _ in 0..<200 {
        let (_, slope, curvature) = logarithm(y)
        if slope > 0 { low = y } else { high = y }
        var next = y - slope / curvature
        if !(next > low) { next = (y + low) / 2 }
        if !(next < high) { next = (y + high) / 2 }
        if abs(next - y) < 1e-3 / (-curvature).squareRoot() { return next }
        y = next
      }
      return y
    }
  }
}
