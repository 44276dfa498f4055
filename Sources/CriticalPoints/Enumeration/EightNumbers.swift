/// One complex number of each of eight paths that are tracked together; the layout that the C kernels
/// work on.
struct EightNumbers {
  var re: SIMD8<Double>
  var im: SIMD8<Double>

  static let zero = EightNumbers(re: .zero, im: .zero)

  /// The number of one path.
  subscript(lane: Int) -> (re: Double, im: Double) {
    get { (re[lane], im[lane]) }
    set {
      re[lane] = newValue.re
      im[lane] = newValue.im
    }
  }

  @inline(__always) static func + (a: Self, b: Self) -> Self {
    Self(re: a.re + b.re, im: a.im + b.im)
  }
  @inline(__always) static func - (a: Self, b: Self) -> Self {
    Self(re: a.re - b.re, im: a.im - b.im)
  }
  @inline(__always) static func * (a: Self, b: SIMD8<Double>) -> Self {
    Self(re: a.re * b, im: a.im * b)
  }
  @inline(__always) static func * (a: Self, b: Self) -> Self {
    Self(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
  }

  /// Squared moduli.
  var squaredNorm: SIMD8<Double> { re * re + im * im }
}
