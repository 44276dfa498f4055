internal import Numerics

/// What an operation gives, with its partial derivatives of first and second order by its operands.
///
/// Each formula is here once, for numbers and for intervals.
@frozen @usableFromInline struct Partials<S: ElementaryNumber> {
  @usableFromInline var value, da, db, daa, dab, dbb: S

  @inlinable @inline(__always) init(_ value: S, _ da: S, _ daa: S) {
    let zero = S(0)
    (self.value, self.da, self.daa) = (value, da, daa)
    (db, dab, dbb) = (zero, zero, zero)
  }

  @inlinable @inline(__always) init(
    _ value: S, _ da: S, _ db: S, _ daa: S, _ dab: S, _ dbb: S
  ) {
    (self.value, self.da, self.db, self.daa, self.dab, self.dbb) = (value, da, db, daa, dab, dbb)
  }
}

// MARK: Of two operands

extension Partials {
  @inlinable @inline(__always) static func sum(_ a: S, _ b: S) -> Self {
    Partials(a + b, S(1), S(1), S(0), S(0), S(0))
  }

  @inlinable @inline(__always) static func difference(_ a: S, _ b: S) -> Self {
    Partials(a - b, S(1), S(-1), S(0), S(0), S(0))
  }

  @inlinable @inline(__always) static func product(_ a: S, _ b: S) -> Self {
    Partials(a * b, b, a, S(0), S(1), S(0))
  }

  @inlinable @inline(__always) static func quotient(_ a: S, _ b: S) -> Self {
    let (value, inverse) = (a / b, S(1) / b)
    let db = -(value * inverse)
    return Partials(value, inverse, db, S(0), -(inverse * inverse), S(-2) * (db * inverse))
  }

  /// The angle of (b, a).
  static func arcTangent2(_ a: S, _ b: S) -> Self {
    let square = a.squared + b.squared
    let (da, db) = (b / square, -(a / square))
    let mixed = S(2) * (da * db)
    return Partials(.atan2(y: a, x: b), da, db, mixed, db.squared - da.squared, -mixed)
  }

  static func hypotenuse(_ a: S, _ b: S) -> Self {
    let value = S.hypot(a, b)
    let (da, db) = (a / value, b / value)
    return Partials(
      value, da, db, db.squared / value, -(da * db) / value, da.squared / value)
  }
}

// MARK: Of one operand

extension Partials {
  @inlinable @inline(__always) static func negative(_ a: S) -> Self {
    Partials(-a, S(-1), S(0))
  }

  static func magnitude(_ a: S) -> Self { Partials(a.magnitude, a.sign, S(0)) }

  static func power(_ a: S, _ n: Int) -> Self {
    let (first, second) = (Double(n), Double(n) * Double(n - 1))
    return Partials(
      S.pow(a, n), n == 0 ? S(0) : S(first) * S.pow(a, n - 1),
      second == 0 ? S(0) : S(second) * S.pow(a, n - 2))
  }

  static func realPower(_ a: S, _ c: Double) -> Self {
    let (first, second) = (S(c), S(c) * (S(c) - S(1)))
    return Partials(
      S.pow(a, first), c == 0 ? S(0) : first * S.pow(a, first - S(1)),
      c == 0 || c == 1 ? S(0) : second * S.pow(a, first - S(2)))
  }

  static func root(_ a: S, _ n: Int) -> Self {
    let (value, inverse) = (S.root(a, n), S(1) / S(Double(n)))
    let da = inverse * (value / a)
    return Partials(value, da, (inverse - S(1)) * (da / a))
  }

  static func squareRoot(_ a: S) -> Self {
    let value = S.sqrt(a)
    let da = S(0.5) / value
    return Partials(value, da, S(-0.5) * (da / a))
  }

  static func exp(_ a: S) -> Self {
    let value = S.exp(a)
    return Partials(value, value, value)
  }

  static func expMinusOne(_ a: S) -> Self {
    let slope = S.exp(a)
    return Partials(.expMinusOne(a), slope, slope)
  }

  static func log(_ a: S) -> Self {
    let inverse = S(1) / a
    return Partials(.log(a), inverse, -inverse.squared)
  }

  static func logOnePlus(_ a: S) -> Self {
    let inverse = S(1) / (S(1) + a)
    return Partials(.log(onePlus: a), inverse, -inverse.squared)
  }

  static func sin(_ a: S) -> Self {
    let value = S.sin(a)
    return Partials(value, .cos(a), -value)
  }

  static func cos(_ a: S) -> Self {
    let value = S.cos(a)
    return Partials(value, -S.sin(a), -value)
  }

  static func tan(_ a: S) -> Self {
    let value = S.tan(a)
    let da = S(1) + value.squared
    return Partials(value, da, S(2) * (value * da))
  }

  static func asin(_ a: S) -> Self {
    let da = S(1) / .sqrt((S(1) - a) * (S(1) + a))
    return Partials(.asin(a), da, a * (da * da.squared))
  }

  static func acos(_ a: S) -> Self {
    let da = S(-1) / .sqrt((S(1) - a) * (S(1) + a))
    return Partials(.acos(a), da, a * (da * da.squared))
  }

  static func atan(_ a: S) -> Self {
    let da = S(1) / (S(1) + a.squared)
    return Partials(.atan(a), da, S(-2) * (a * da.squared))
  }

  static func sinh(_ a: S) -> Self {
    let value = S.sinh(a)
    return Partials(value, .cosh(a), value)
  }

  static func cosh(_ a: S) -> Self {
    let value = S.cosh(a)
    return Partials(value, .sinh(a), value)
  }

  static func tanh(_ a: S) -> Self {
    let value = S.tanh(a)
    let da = (S(1) - value) * (S(1) + value)
    return Partials(value, da, S(-2) * (value * da))
  }

  static func asinh(_ a: S) -> Self {
    let da = S(1) / .sqrt(S(1) + a.squared)
    return Partials(.asinh(a), da, -(a * (da * da.squared)))
  }

  static func acosh(_ a: S) -> Self {
    let da = S(1) / .sqrt((a - S(1)) * (a + S(1)))
    return Partials(.acosh(a), da, -(a * (da * da.squared)))
  }

  static func atanh(_ a: S) -> Self {
    let da = S(1) / ((S(1) - a) * (S(1) + a))
    return Partials(.atanh(a), da, S(2) * (a * da.squared))
  }

  static func erf(_ a: S) -> Self {
    let da = S(2 / Double.pi.squareRoot()) * .exp(-a.squared)
    return Partials(.erf(a), da, S(-2) * (a * da))
  }

  static func erfc(_ a: S) -> Self {
    let da = S(-2 / Double.pi.squareRoot()) * .exp(-a.squared)
    return Partials(.erfc(a), da, S(-2) * (a * da))
  }
}
