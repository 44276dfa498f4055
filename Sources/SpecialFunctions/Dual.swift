internal import Foundation

/// A number and its derivative.
@frozen package struct Dual: Sendable {
  package var value: Double
  package var slope: Double

  @inlinable package init(_ value: Double, slope: Double = 0) {
    (self.value, self.slope) = (value, slope)
  }

  @inlinable package static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, slope: a.slope + b.slope)
  }
  @inlinable package static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, slope: a.slope - b.slope)
  }
  @inlinable package static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
  }
  @inlinable package static func / (a: Dual, b: Dual) -> Dual {
    let ratio = a.value / b.value
    return Dual(ratio, slope: (a.slope - ratio * b.slope) / b.value)
  }

  package var logarithm: Dual { Dual(log(value), slope: slope / value) }
  package var squareRoot: Dual { Dual(value.squareRoot(), slope: slope / (2 * value.squareRoot())) }
}
