internal import Foundation

/// A smooth function on an interval by its values at Chebyshev points.
package struct ChebyshevSeries: Sendable {
  package let range: ClosedRange<Double>
  private let coefficients: [Double]

  /// The zeros of T_count, brought to an interval.
  package static func nodes(count: Int, on range: ClosedRange<Double>) -> [Double] {
    let (middle, half) = (range.lowerBound + range.upperBound, range.upperBound - range.lowerBound)
    return (0..<count).map { i in
      let θ: Double = .pi * (Double(i) + 0.5) / Double(count)
      return (middle + half * cos(θ)) / 2
    }
  }

  /// The polynomial through values at the ``nodes(count:on:)``.
  package init(values: [Double], on range: ClosedRange<Double>) {
    let count = values.count
    self.range = range
    coefficients = (0..<count).map { k in
      (0..<count).reduce(0) { sum, i in
        sum + (k == 0 ? 1 : 2) / Double(count) * values[i]
          * cos(.pi * Double(k * (2 * i + 1) % (4 * count)) / Double(2 * count))
      }
    }
  }

  /// Clenshaw's recurrence.
  package func callAsFunction(_ x: Double) -> Double {
    let u = (2 * x - range.lowerBound - range.upperBound) / (range.upperBound - range.lowerBound)
    var (next, last) = (0.0, 0.0)
    for c in coefficients.dropFirst().reversed() { (next, last) = (c + 2 * u * next - last, next) }
    return coefficients[0] + u * next - last
  }

  /// c'_{k-1} = c'_{k+1} + 2k c_k, half of that at k = 1, over half the length.
  package var derivative: ChebyshevSeries {
    let n = coefficients.count
    var slope = [Double](repeating: 0, count: n + 1)
    for k in (1..<n).reversed() { slope[k - 1] = slope[k + 1] + 2 * Double(k) * coefficients[k] }
    slope[0] /= 2
    let half = (range.upperBound - range.lowerBound) / 2
    return ChebyshevSeries(range: range, coefficients: slope.prefix(n - 1).map { $0 / half })
  }

  private init(range: ClosedRange<Double>, coefficients: [Double]) {
    (self.range, self.coefficients) = (range, coefficients)
  }
}
