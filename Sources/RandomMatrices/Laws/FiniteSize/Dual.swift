internal import Foundation

/// A number and its derivative.
struct Dual: Sendable {
  var value: Double
  var slope: Double

  init(_ value: Double, slope: Double = 0) { (self.value, self.slope) = (value, slope) }

  static func + (a: Dual, b: Dual) -> Dual { Dual(a.value + b.value, slope: a.slope + b.slope) }
  static func - (a: Dual, b: Dual) -> Dual { Dual(a.value - b.value, slope: a.slope - b.slope) }
  static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  static func / (a: Dual, b: Dual) -> Dual {
    let ratio = a.value / b.value
    return Dual(ratio, slope: (a.slope - ratio * b.slope) / b.value)
  }

  var logarithm: Dual { Dual(log(value), slope: slope / value) }
  var squareRoot: Dual { Dual(value.squareRoot(), slope: slope / (2 * value.squareRoot())) }
}
