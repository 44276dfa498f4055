internal import Numerics

/// All real numbers between two, ends included: arithmetic whose results contain every result of numbers in the operands.
///
/// Sums, products, quotients and square roots are widened by an ulp, other functions by eight, more than the C library's
/// are off (glibc states at most four). Where a function is not defined on all of an operand the result is the whole line.
@usableFromInline package struct Interval: Equatable, Sendable {
  package let lower, upper: Double

  static let line = Interval(-.infinity, .infinity)
  private static let one = Interval(1)
  /// π/2, which no number is.
  private static let quarter = Interval(.pi / 2, (.pi / 2).nextUp)

  /// Ends that are not in order, or no numbers, make the whole line.
  package init(_ lower: Double, _ upper: Double) {
    let isOrdered = lower <= upper
    (self.lower, self.upper) = (isOrdered ? lower : -.infinity, isOrdered ? upper : .infinity)
  }

  /// The number alone.
  @usableFromInline package init(_ value: Double) { self.init(value, value) }

  package var middle: Double { lower / 2 + upper / 2 }
  /// The largest magnitude.
  package var size: Double { max(abs(lower), abs(upper)) }

  package func contains(_ x: Double) -> Bool { lower <= x && x <= upper }

  /// Wider by `ulps` on both sides.
  private static func rounded(_ lower: Double, _ upper: Double, ulps: Double = 1) -> Interval {
    let (factor, least) = (ulps * 0x1p-52, ulps * .leastNonzeroMagnitude)
    return Interval(
      (lower - (abs(lower) * factor + least)).nextDown,
      (upper + (abs(upper) * factor + least)).nextUp)
  }

  /// Of a function that rises.
  private static func rising(_ x: Interval, _ f: (Double) -> Double) -> Interval {
    rounded(f(x.lower), f(x.upper), ulps: 8)
  }

  /// Of a function that rises on a part of the line.
  private static func rising(
    _ x: Interval, on domain: ClosedRange<Double>, _ f: (Double) -> Double
  ) -> Interval {
    x.lower >= domain.lowerBound && x.upper <= domain.upperBound ? rising(x, f) : line
  }
}

// MARK: Arithmetic

extension Interval: AdditiveArithmetic {
  @usableFromInline package static var zero: Interval { Interval(0) }

  @usableFromInline package static func + (a: Interval, b: Interval) -> Interval {
    a == zero ? b : b == zero ? a : rounded(a.lower + b.lower, a.upper + b.upper)
  }

  @usableFromInline package static func - (a: Interval, b: Interval) -> Interval {
    b == zero ? a : rounded(a.lower - b.upper, a.upper - b.lower)
  }
}

extension Interval: ElementaryNumber {
  @usableFromInline package static prefix func - (a: Interval) -> Interval {
    Interval(-a.upper, -a.lower)
  }

  @usableFromInline package static func * (a: Interval, b: Interval) -> Interval {
    // Zero times all is zero; times one nothing is rounded.
    if a == zero || b == zero { return zero }
    if a == one { return b }
    if b == one { return a }
    let (p, q) = (a.lower * b.lower, a.lower * b.upper)
    let (r, s) = (a.upper * b.lower, a.upper * b.upper)
    guard p.isFinite, q.isFinite, r.isFinite, s.isFinite else { return line }
    return rounded(min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
  }

  @usableFromInline package static func / (a: Interval, b: Interval) -> Interval {
    guard !b.contains(0) else { return line }
    return a * rounded(1 / b.upper, 1 / b.lower)
  }

  @usableFromInline var squared: Interval { Interval.pow(self, 2) }

  @usableFromInline var magnitude: Interval {
    lower >= 0 ? self : upper <= 0 ? -self : Interval(0, size)
  }

  @usableFromInline var sign: Interval {
    lower > 0 ? Interval(1) : upper < 0 ? Interval(-1) : Interval(-1, 1)
  }
}

// MARK: Functions

extension Interval {
  @usableFromInline static func pow(_ x: Interval, _ n: Int) -> Interval {
    if n < 0 { return Interval(1) / pow(x, -n) }
    if n == 0 { return Interval(1) }
    let base = n.isMultiple(of: 2) ? x.magnitude : x
    let power = rising(base) { .pow($0, n) }
    return n.isMultiple(of: 2) ? Interval(max(0, power.lower), power.upper) : power
  }

  /// Of numbers from zero on; a power is monotonic in base and exponent.
  @usableFromInline static func pow(_ x: Interval, _ y: Interval) -> Interval {
    guard x.lower >= 0, y.size < .infinity else { return line }
    let (a, b) = (Double.pow(x.lower, y.lower), Double.pow(x.lower, y.upper))
    let (c, d) = (Double.pow(x.upper, y.lower), Double.pow(x.upper, y.upper))
    let power = rounded(min(min(a, b), min(c, d)), max(max(a, b), max(c, d)), ulps: 8)
    return Interval(max(0, power.lower), power.upper)
  }

  @usableFromInline static func root(_ x: Interval, _ n: Int) -> Interval {
    n.isMultiple(of: 2)
      ? rising(x, on: 0...(.infinity)) { .root($0, n) } : rising(x) { .root($0, n) }
  }

  @usableFromInline static func sqrt(_ x: Interval) -> Interval {
    let root = rising(x, on: 0...(.infinity)) { $0.squareRoot() }
    return Interval(max(0, root.lower), root.upper)
  }

  @usableFromInline static func exp(_ x: Interval) -> Interval {
    let result = rising(x, Double.exp)
    return Interval(max(0, result.lower), result.upper)
  }

  @usableFromInline static func log(_ x: Interval) -> Interval {
    x.lower > 0 ? rising(x) { Double.log($0) } : line
  }

  @usableFromInline static func log(onePlus x: Interval) -> Interval {
    x.lower > -1 ? rising(x) { .log(onePlus: $0) } : line
  }

  @usableFromInline static func sin(_ x: Interval) -> Interval {
    periodic(x, Double.sin, highest: .pi / 2)
  }

  @usableFromInline static func cos(_ x: Interval) -> Interval {
    periodic(x, Double.cos, highest: 0)
  }

  /// Of sine and cosine: between the values at the ends, unless a top or a bottom may lie between them.
  private static func periodic(_ x: Interval, _ f: (Double) -> Double, highest: Double)
    -> Interval
  {
    guard x.size < 1e9 else { return Interval(-1, 1) }
    func reaches(_ place: Double) -> Bool {
      let (first, last) = ((x.lower - place) / (2 * .pi), (x.upper - place) / (2 * .pi))
      let doubt = 1e-15 * (1 + max(abs(first), abs(last)))
      return (last + doubt).rounded(.down) >= (first - doubt).rounded(.up)
    }
    let (a, b) = (f(x.lower), f(x.upper))
    let ends = rounded(min(a, b), max(a, b), ulps: 8)
    return Interval(
      reaches(highest + .pi) ? -1 : max(-1, ends.lower), reaches(highest) ? 1 : min(1, ends.upper))
  }

  @usableFromInline static func tan(_ x: Interval) -> Interval { sin(x) / cos(x) }

  @usableFromInline static func asin(_ x: Interval) -> Interval {
    rising(x, on: -1...1, Double.asin)
  }

  @usableFromInline static func acos(_ x: Interval) -> Interval {
    -rising(x, on: -1...1) { -.acos($0) }
  }

  @usableFromInline static func atan(_ x: Interval) -> Interval { rising(x, Double.atan) }
  @usableFromInline static func expMinusOne(_ x: Interval) -> Interval {
    rising(x, Double.expMinusOne)
  }
  @usableFromInline static func sinh(_ x: Interval) -> Interval { rising(x, Double.sinh) }
  @usableFromInline static func cosh(_ x: Interval) -> Interval {
    rising(x.magnitude, Double.cosh)
  }
  @usableFromInline static func tanh(_ x: Interval) -> Interval { rising(x, Double.tanh) }
  @usableFromInline static func asinh(_ x: Interval) -> Interval { rising(x, Double.asinh) }
  @usableFromInline static func acosh(_ x: Interval) -> Interval {
    rising(x, on: 1...(.infinity), Double.acosh)
  }
  @usableFromInline static func atanh(_ x: Interval) -> Interval {
    x.lower > -1 && x.upper < 1 ? rising(x, Double.atanh) : line
  }
  @usableFromInline static func erf(_ x: Interval) -> Interval { rising(x, Double.erf) }
  @usableFromInline static func erfc(_ x: Interval) -> Interval { -rising(x) { -.erfc($0) } }

  @usableFromInline static func atan2(y: Interval, x: Interval) -> Interval {
    x.lower > 0 ? atan(y / x) : y.lower > 0 ? quarter - atan(x / y) : line
  }

  @usableFromInline static func hypot(_ x: Interval, _ y: Interval) -> Interval {
    sqrt(x.squared + y.squared)
  }
}
