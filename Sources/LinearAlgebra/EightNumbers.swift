/// Eight complex numbers, one for each of eight problems that are worked on together; the layout of the C kernels.
@frozen public struct EightNumbers: Sendable {
  /// The eight real parts.
  public var re: SIMD8<Double>
  /// The eight imaginary parts.
  public var im: SIMD8<Double>

  /// Numbers of given parts.
  @inlinable public init(re: SIMD8<Double>, im: SIMD8<Double>) { (self.re, self.im) = (re, im) }

  /// 0 in all places.
  @inlinable public static var zero: EightNumbers { EightNumbers(re: .zero, im: .zero) }
  /// 1 in all places.
  @inlinable public static var one: EightNumbers { EightNumbers(re: .one, im: .zero) }

  /// The number in one place.
  @inlinable public subscript(lane: Int) -> (re: Double, im: Double) {
    get { (re[lane], im[lane]) }
    set {
      re[lane] = newValue.re
      im[lane] = newValue.im
    }
  }

  /// The eight sums.
  @inlinable @inline(__always) public static func + (a: Self, b: Self) -> Self {
    Self(re: a.re + b.re, im: a.im + b.im)
  }
  /// The eight differences.
  @inlinable @inline(__always) public static func - (a: Self, b: Self) -> Self {
    Self(re: a.re - b.re, im: a.im - b.im)
  }
  /// Products with real numbers.
  @inlinable @inline(__always) public static func * (a: Self, b: SIMD8<Double>) -> Self {
    Self(re: a.re * b, im: a.im * b)
  }
  /// The eight products.
  @inlinable @inline(__always) public static func * (a: Self, b: Self) -> Self {
    Self(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
  }

  /// The eight squared moduli.
  @inlinable public var squaredNorm: SIMD8<Double> { re * re + im * im }
}
