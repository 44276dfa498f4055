internal import Foundation

/// A polynomial fitted to points by least squares, in the basis that is orthogonal on these points.
///
///     p_{k+1}(t) = (t - a_k) p_k(t) - b_k p_{k-1}(t),   t in [-2, 2],   fit Σ c_k p_k
///
/// The basis makes the normal equations diagonal, so the degree costs no digits; on [-2, 2] its members
/// neither grow nor shrink.
///
/// Reference: Forsythe, J. SIAM 5, 74 (1957).
struct StaircaseFit: Sendable {
  /// Where the points lie.
  let range: ClosedRange<Double>
  private var shifts: [Double] = []
  private var products: [Double] = []
  private var coefficients: [Double] = []

  /// The fit to points x, ascending and not all equal, of values y; `degree` is below their number.
  init(x: [Double], y: [Double], degree: Int) {
    range = x[0]...x[x.count - 1]
    let t = x.map(scaled)
    var (last, now) = (t.map { _ in 0.0 }, t.map { _ in 1.0 })
    var lastNorm = 0.0
    for k in 0...degree {
      var (norm, shift, product) = (0.0, 0.0, 0.0)
      for i in t.indices {
        norm += now[i] * now[i]
        shift += t[i] * now[i] * now[i]
        product += y[i] * now[i]
      }
      coefficients.append(product / norm)
      shifts.append(shift / norm)
      products.append(k == 0 ? 0 : norm / lastNorm)
      for i in t.indices {
        (last[i], now[i]) = (now[i], (t[i] - shifts[k]) * now[i] - products[k] * last[i])
      }
      lastNorm = norm
    }
  }

  private func scaled(_ x: Double) -> Double {
    4 * ((x - range.lowerBound) / (range.upperBound - range.lowerBound) - 0.5)
  }

  /// The value at a point and the slope by t.
  func value(_ x: Double) -> (value: Double, slope: Double) {
    let t = scaled(x)
    var (last, now, lastSlope, slope) = (0.0, 1.0, 0.0, 0.0)
    var (sum, rise) = (0.0, 0.0)
    for k in coefficients.indices {
      sum += coefficients[k] * now
      rise += coefficients[k] * slope
      let nextSlope = now + (t - shifts[k]) * slope - products[k] * lastSlope
      (lastSlope, slope) = (slope, nextSlope)
      (last, now) = (now, (t - shifts[k]) * now - products[k] * last)
    }
    return (sum, rise)
  }

  /// A point of the range where the polynomial does not rise, if there is one.
  ///
  /// The slope is read at 64 points cos θ a degree, evenly spaced in θ. A dip between two of them is below 3e-4
  /// of the largest slope: a trigonometric polynomial of degree m bends by m² times its maximum at most.
  var fall: Double? {
    let count = 64 * coefficients.count
    let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
    let half = (range.upperBound - range.lowerBound) / 2
    return (0...count).lazy
      .map { middle - half * cos(.pi * Double($0) / Double(count)) }
      .first { value($0).slope <= 0 }
  }
}
