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
  var barrier: Double { max(0, (inner.max() ?? ends.low) - ends.high) }
  var hasBarrier: Bool { barrier > rounding }
  /// Somewhere lower than both ends.
  var hasValley: Bool { (inner.min() ?? ends.low) < ends.low - rounding }
  /// Never up.
  var isDescending: Bool { zip(values, values.dropFirst()).allSatisfy { $1 <= $0 + rounding } }
  /// No chord of neighbours lies below the value between.
  var isConvex: Bool {
    values.indices.dropFirst().dropLast().allSatisfy {
      values[$0 - 1] + values[$0 + 1] - 2 * values[$0] >= -rounding
    }
  }
}

extension SliceDomain {
  /// Points at equal distances on the shortest line from one point to another, both among them, one a column; on the sphere a
  /// great circle, and nil between opposite points.
  func way(from start: [Double], to end: [Double], parts: Int) -> Matrix<Double>? {
    guard let vector = vector(from: start, to: end) else { return nil }
    var places = Matrix<Double>(columns: (0...parts).map { _ in start })
    let steps = (0...parts).map { part in
      vector.map { Double(part) / Double(parts) * $0 }
    }
    move(&places, along: Matrix(columns: steps))
    return places
  }
}
