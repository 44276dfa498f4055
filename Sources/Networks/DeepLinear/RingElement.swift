internal import LinearAlgebra

/// What can be added and multiplied.
protocol RingElement {
  static var zero: Self { get }
  static var one: Self { get }
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
}

extension EightNumbers: RingElement {}
