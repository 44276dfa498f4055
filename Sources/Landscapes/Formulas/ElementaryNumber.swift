public import Numerics

/// What derivatives of formulas are computed in: numbers, or intervals of them.
@usableFromInline protocol ElementaryNumber: ElementaryFunctions {
  init(_ value: Double)
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self
  var squared: Self { get }
  var magnitude: Self { get }
  /// -1 or 1; of zero, where the magnitude has no derivative, not a number or [-1, 1].
  var sign: Self { get }

  static func erf(_ x: Self) -> Self
  static func erfc(_ x: Self) -> Self
  static func atan2(y: Self, x: Self) -> Self
  static func hypot(_ x: Self, _ y: Self) -> Self
}

extension Double: ElementaryNumber {
  @usableFromInline var squared: Double { self * self }
  @usableFromInline var sign: Double { self > 0 ? 1 : self < 0 ? -1 : .nan }
}
