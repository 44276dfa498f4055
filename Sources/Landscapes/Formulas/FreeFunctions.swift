// As one writes them. Of `Double` a script has them from Foundation.

/// The exponential eˣ.
@_disfavoredOverload public func exp(_ x: TracedNumber) -> TracedNumber { .exp(x) }

/// eˣ - 1, also for small x.
@_disfavoredOverload public func expm1(_ x: TracedNumber) -> TracedNumber { .expMinusOne(x) }

/// The natural logarithm.
@_disfavoredOverload public func log(_ x: TracedNumber) -> TracedNumber { .log(x) }

/// The sine, sin x.
@_disfavoredOverload public func sin(_ x: TracedNumber) -> TracedNumber { .sin(x) }

/// The cosine, cos x.
@_disfavoredOverload public func cos(_ x: TracedNumber) -> TracedNumber { .cos(x) }

/// The tangent, tan x.
@_disfavoredOverload public func tan(_ x: TracedNumber) -> TracedNumber { .tan(x) }

/// The inverse of the sine.
@_disfavoredOverload public func asin(_ x: TracedNumber) -> TracedNumber { .asin(x) }

/// The inverse of the cosine.
@_disfavoredOverload public func acos(_ x: TracedNumber) -> TracedNumber { .acos(x) }

/// The inverse of the tangent.
@_disfavoredOverload public func atan(_ x: TracedNumber) -> TracedNumber { .atan(x) }

/// The hyperbolic sine.
@_disfavoredOverload public func sinh(_ x: TracedNumber) -> TracedNumber { .sinh(x) }

/// The hyperbolic cosine.
@_disfavoredOverload public func cosh(_ x: TracedNumber) -> TracedNumber { .cosh(x) }

/// The hyperbolic tangent.
@_disfavoredOverload public func tanh(_ x: TracedNumber) -> TracedNumber { .tanh(x) }

/// The inverse of the hyperbolic sine.
@_disfavoredOverload public func asinh(_ x: TracedNumber) -> TracedNumber { .asinh(x) }

/// The inverse of the hyperbolic cosine.
@_disfavoredOverload public func acosh(_ x: TracedNumber) -> TracedNumber { .acosh(x) }

/// The inverse of the hyperbolic tangent.
@_disfavoredOverload public func atanh(_ x: TracedNumber) -> TracedNumber { .atanh(x) }

/// The root √x.
@_disfavoredOverload public func sqrt(_ x: TracedNumber) -> TracedNumber { .sqrt(x) }

/// The error function.
@_disfavoredOverload public func erf(_ x: TracedNumber) -> TracedNumber { .erf(x) }

/// 1 - erf(x), also for large x.
@_disfavoredOverload public func erfc(_ x: TracedNumber) -> TracedNumber { .erfc(x) }

/// log(1 + x), also for small x.
@_disfavoredOverload public func log1p(_ x: TracedNumber) -> TracedNumber { .log(onePlus: x) }

/// xʸ for x ≥ 0.
@_disfavoredOverload public func pow(_ x: TracedNumber, _ y: TracedNumber) -> TracedNumber {
  .pow(x, y)
}

/// xʸ; for x < 0 only whole y.
@_disfavoredOverload public func pow(_ x: TracedNumber, _ y: Double) -> TracedNumber {
  Int(exactly: y).map { .pow(x, $0) } ?? .pow(x, TracedNumber(y))
}

/// The power xⁿ.
@_disfavoredOverload public func pow(_ x: TracedNumber, _ n: Int) -> TracedNumber { .pow(x, n) }

/// The angle of the point (x, y).
@_disfavoredOverload public func atan2(_ y: TracedNumber, _ x: TracedNumber) -> TracedNumber {
  .atan2(y: y, x: x)
}

/// √(x² + y²).
@_disfavoredOverload public func hypot(_ x: TracedNumber, _ y: TracedNumber) -> TracedNumber {
  .hypot(x, y)
}

/// |x|; where x = 0 there is no derivative.
@_disfavoredOverload public func abs(_ x: TracedNumber) -> TracedNumber { x.magnitude }
