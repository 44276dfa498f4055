public import Numerics
internal import Requirements

// The functions of swift-numerics, so that one generic function serves numbers of all kinds.
extension TracedNumber: ElementaryFunctions {
  /// The exponential eˣ.
  public static func exp(_ x: TracedNumber) -> TracedNumber {
    x.result(.exp, .exp(x.number))
  }

  /// eˣ - 1, also for small x.
  public static func expMinusOne(_ x: TracedNumber) -> TracedNumber {
    x.result(.expMinusOne, .expMinusOne(x.number))
  }

  /// The sine, sin x.
  public static func sin(_ x: TracedNumber) -> TracedNumber {
    x.result(.sin, .sin(x.number))
  }

  /// The cosine, cos x.
  public static func cos(_ x: TracedNumber) -> TracedNumber {
    x.result(.cos, .cos(x.number))
  }

  /// The tangent, tan x.
  public static func tan(_ x: TracedNumber) -> TracedNumber {
    x.result(.tan, .tan(x.number))
  }

  /// The inverse of the sine.
  public static func asin(_ x: TracedNumber) -> TracedNumber {
    x.result(.asin, .asin(x.number))
  }

  /// The inverse of the cosine.
  public static func acos(_ x: TracedNumber) -> TracedNumber {
    x.result(.acos, .acos(x.number))
  }

  /// The inverse of the tangent.
  public static func atan(_ x: TracedNumber) -> TracedNumber {
    x.result(.atan, .atan(x.number))
  }

  /// The hyperbolic sine.
  public static func sinh(_ x: TracedNumber) -> TracedNumber {
    x.result(.sinh, .sinh(x.number))
  }

  /// The hyperbolic cosine.
  public static func cosh(_ x: TracedNumber) -> TracedNumber {
    x.result(.cosh, .cosh(x.number))
  }

  /// The hyperbolic tangent.
  public static func tanh(_ x: TracedNumber) -> TracedNumber {
    x.result(.tanh, .tanh(x.number))
  }

  /// The inverse of the hyperbolic sine.
  public static func asinh(_ x: TracedNumber) -> TracedNumber {
    x.result(.asinh, .asinh(x.number))
  }

  /// The inverse of the hyperbolic cosine.
  public static func acosh(_ x: TracedNumber) -> TracedNumber {
    x.result(.acosh, .acosh(x.number))
  }

  /// The inverse of the hyperbolic tangent.
  public static func atanh(_ x: TracedNumber) -> TracedNumber {
    x.result(.atanh, .atanh(x.number))
  }

  /// The natural logarithm.
  public static func log(_ x: TracedNumber) -> TracedNumber {
    x.result(.log, .log(x.number))
  }

  /// log(1 + x), also for small x.
  public static func log(onePlus x: TracedNumber) -> TracedNumber {
    x.result(.logOnePlus, .logOnePlus(x.number))
  }

  /// xʸ for x ≥ 0.
  public static func pow(_ x: TracedNumber, _ y: TracedNumber) -> TracedNumber {
    y.place < 0
      ? x.result(.realPower, constant: y.number, .realPower(x.number, y.number)) : exp(y * log(x))
  }

  /// The power xⁿ.
  public static func pow(_ x: TracedNumber, _ n: Int) -> TracedNumber {
    demand(abs(n) < 1 << 31, "an exponent of \(n) is too large")
    return x.result(.power, exponent: n, .power(x.number, n))
  }

  /// The root √x.
  public static func sqrt(_ x: TracedNumber) -> TracedNumber {
    x.result(.squareRoot, .squareRoot(x.number))
  }

  /// The n-th root.
  public static func root(_ x: TracedNumber, _ n: Int) -> TracedNumber {
    demand((1..<1 << 31).contains(n), "there is no root of order \(n)")
    return x.result(.root, exponent: n, .root(x.number, n))
  }
}

extension TracedNumber {
  /// The root √x.
  public func squareRoot() -> TracedNumber { .sqrt(self) }

  /// The error function.
  public static func erf(_ x: TracedNumber) -> TracedNumber { x.result(.erf, .erf(x.number)) }

  /// 1 - erf(x), also for large x.
  public static func erfc(_ x: TracedNumber) -> TracedNumber { x.result(.erfc, .erfc(x.number)) }

  /// The angle of the point (x, y).
  public static func atan2(y: TracedNumber, x: TracedNumber) -> TracedNumber {
    result(.arcTangent2, y, x, .arcTangent2(y.number, x.number))
  }

  /// √(x² + y²).
  public static func hypot(_ x: TracedNumber, _ y: TracedNumber) -> TracedNumber {
    result(.hypotenuse, x, y, .hypotenuse(x.number, y.number))
  }
}
