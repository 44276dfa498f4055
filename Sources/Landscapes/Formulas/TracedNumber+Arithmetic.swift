public import Numerics

extension TracedNumber: AlgebraicField, ExpressibleByFloatLiteral {
  /// A constant: its derivatives are zero.
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
  /// A constant: its derivatives are zero.
  @inlinable public init(integerLiteral value: Int) { self.init(Double(value)) }
  /// A constant, if a `Double` holds it.
  @inlinable public init?(exactly source: some BinaryInteger) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  /// a + b.
  @inlinable public static func + (a: Self, b: Self) -> Self {
    result(.sum, a, b, .sum(a.number, b.number))
  }
  /// a - b.
  @inlinable public static func - (a: Self, b: Self) -> Self {
    result(.difference, a, b, .difference(a.number, b.number))
  }
  /// The product a b.
  @inlinable public static func * (a: Self, b: Self) -> Self {
    result(.product, a, b, .product(a.number, b.number))
  }
  /// a / b.
  @inlinable public static func / (a: Self, b: Self) -> Self {
    result(.quotient, a, b, .quotient(a.number, b.number))
  }
  /// The opposite of a number, -a.
  @inlinable public static prefix func - (a: Self) -> Self {
    a.result(.negative, .negative(a.number))
  }

  /// a ← a + b.
  @inlinable public static func += (a: inout Self, b: Self) { a = a + b }
  /// a ← a - b.
  @inlinable public static func -= (a: inout Self, b: Self) { a = a - b }
  /// a ← a b.
  @inlinable public static func *= (a: inout Self, b: Self) { a = a * b }
  /// a ← a / b.
  @inlinable public static func /= (a: inout Self, b: Self) { a = a / b }

  /// |a|; where a = 0 there is no derivative.
  public var magnitude: Self { result(.magnitude, .magnitude(number)) }
  /// 1 / a.
  @inlinable public var reciprocal: Self? { 1 / self }
}

// Beside literals, numbers that are no variables. Disfavoured, so that expressions of `Double` stay what they are.
extension TracedNumber {
  /// a + b.
  @_disfavoredOverload @inlinable public static func + (a: Self, b: Double) -> Self { a + Self(b) }
  /// a + b.
  @_disfavoredOverload @inlinable public static func + (a: Double, b: Self) -> Self { Self(a) + b }
  /// a - b.
  @_disfavoredOverload @inlinable public static func - (a: Self, b: Double) -> Self { a - Self(b) }
  /// a - b.
  @_disfavoredOverload @inlinable public static func - (a: Double, b: Self) -> Self { Self(a) - b }
  /// The product a b.
  @_disfavoredOverload @inlinable public static func * (a: Self, b: Double) -> Self { a * Self(b) }
  /// The product a b.
  @_disfavoredOverload @inlinable public static func * (a: Double, b: Self) -> Self { Self(a) * b }
  /// a / b.
  @_disfavoredOverload @inlinable public static func / (a: Self, b: Double) -> Self { a / Self(b) }
  /// a / b.
  @_disfavoredOverload @inlinable public static func / (a: Double, b: Self) -> Self { Self(a) / b }
}
