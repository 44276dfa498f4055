import Foundation
import Saddlery

/// What a function does along a way, from its values at equal distances on it.
struct Profile {
  let values: [Double]
  /// Differences below this are rounding.
  private let rounding: Double

  /// - Parameter scale: of the function, such as its standard deviation.
  init(_ values: [Double], scale: Double) {
    (self.values, rounding) = (values, 1e-12 * scale)
  }

  private var inner: ArraySlice<Double> { values.dropFirst().dropLast() }
  private var ends: (low: Double, high: Double) {
    (min(values[0], values.last!), max(values[0], values.last!))
  }

  /// Somewhere higher than both ends: a barrier, of this height over the higher end.
  var barrier: Double { max(0, inner.max()! - ends.high) }
  var hasBarrier: Bool { barrier > rounding }
  /// Somewhere lower than both ends.
  var hasValley: Bool { inner.min()! < ends.low - rounding }
  /// Never up.
  var isDescending: Bool { zip(values, values.dropFirst()).allSatisfy { $1 <= $0 + rounding } }
  /// No chord of neighbours lies below the value between.
  var isConvex: Bool {
    values.indices.dropFirst().dropLast().allSatisfy {
      values[$0 - 1] + values[$0 + 1] - 2 * values[$0] >= -rounding
    }
  }
}

extension Sphere {
  /// Points at equal distances on the great circle from one point to another, both among them, one a column.
  func arc(from start: [Double], to end: [Double], parts: Int) -> Matrix<Double> {
    let n = Double(ambientDimension)
    let overlap = zip(start, end).reduce(0) { $0 + $1.0 * $1.1 } / n
    let across = zip(start, end).map { $1 - overlap * $0 }
    let length = norm(across)
    let angle = atan2(length / n.squareRoot(), overlap)
    return Matrix(
      columns: (0...parts).map { i in
        let φ = angle * Double(i) / Double(parts)
        let factor = length > 0 ? n.squareRoot() * sin(φ) / length : 0
        return zip(start, across).map { cos(φ) * $0 + factor * $1 }
      })
  }
}
