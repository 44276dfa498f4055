internal import Numerics

/// A complex number of some 32 digits: real and imaginary part are sums of two doubles.
///
/// Sums and products are right to 2⁻¹⁰⁰ of the moduli that they are made of.
///
/// Reference: Joldes, Muller and Popescu, ACM Trans. Math. Softw. 44, 15res (2017).
struct PreciseComplex: RingElement {
  private let re: PreciseNumber
  private let im: PreciseNumber

  private init(_ re: PreciseNumber, _ im: PreciseNumber) { (self.re, self.im) = (re, im) }

  /// A double number, exactly.
  init(_ number: Complex<Double>) {
    self.init(PreciseNumber(number.real, 0), PreciseNumber(number.imaginary, 0))
  }

  /// The double number next to it.
  var rounded: Complex<Double> { Complex(re.high, im.high) }

  static var zero: PreciseComplex { PreciseComplex(.zero) }
  static var one: PreciseComplex { PreciseComplex(.one) }

  static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
  static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
  static func * (a: Self, b: Self) -> Self {
    Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
}

/// high + low, |low| at most half an ulp of high.
private struct PreciseNumber: Sendable {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double) { (self.high, self.low) = (high, low) }

  /// The sum of two numbers of which the first is not smaller, renormalised.
  private init(renormalizing a: Double, _ b: Double) {
    high = a + b
    low = b - (high - a)
  }

  /// a + b and what rounding takes from it.
  private static func sum(_ a: Double, _ b: Double) -> (Double, Double) {
    let s = a + b
    let t = s - a
    return (s, (a - (s - t)) + (b - t))
  }

  static func + (a: Self, b: Self) -> Self {
    let (s, e) = sum(a.high, b.high)
    let (t, f) = sum(a.low, b.low)
    let first = Self(renormalizing: s, e + t)
    return Self(renormalizing: first.high, first.low + f)
  }

  static func - (a: Self, b: Self) -> Self { a + Self(-b.high, -b.low) }

  static func * (a: Self, b: Self) -> Self {
    let p = a.high * b.high
    let e = (-p).addingProduct(a.high, b.high)
    return Self(renormalizing: p, e + (a.high * b.low + a.low * b.high))
  }
}
