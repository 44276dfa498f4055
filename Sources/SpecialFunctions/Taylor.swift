internal import Foundation
internal import Requirements

/// A function at a point to fourth order: the coefficients of its Taylor series.
///
///     f(x + h) = Σ_j (f⁽ʲ⁾(x)/j!) h^j + O(h⁵),   j = 0...4
///
/// Functions written with these numbers instead of `Double` give their derivatives along with their
/// value, exact to rounding.
///
/// Reference: Griewank and Walther, *Evaluating Derivatives* (2008), propagation of Taylor coefficients.
@frozen public struct Taylor: Sendable, Equatable {
  /// Coefficients held: derivatives 0...4.
  @inlinable public static var count: Int { 5 }

  @usableFromInline var coefficients: SIMD8<Double>

  /// A constant: all derivatives are zero.
  @inlinable public init(_ value: Double) {
    coefficients = .zero
    coefficients[0] = value
  }

  /// The independent variable at a point: value x, derivative 1.
  @inlinable public static func variable(_ x: Double) -> Taylor {
    var result = Taylor(x)
    result[1] = 1
    return result
  }

  /// f(0)..., from the values of f and its derivatives at one point.
  ///
  /// - Parameter derivatives: up to five, f first; missing ones are zero.
  public init(derivatives: [Double]) {
    demand(derivatives.count <= Self.count, "at most \(Self.count) derivatives are held")
    coefficients = .zero
    var factorial = 1.0
    for (j, value) in derivatives.enumerated() {
      if j > 0 { factorial *= Double(j) }
      coefficients[j] = value / factorial
    }
  }

  /// The coefficient f⁽ʲ⁾/j! of order j.
  @inlinable public subscript(j: Int) -> Double {
    get { coefficients[j] }
    set { coefficients[j] = newValue }
  }

  /// The derivative f⁽ʲ⁾ of order j.
  public func derivative(_ j: Int) -> Double {
    (1..<(j + 1)).reduce(self[j]) { $0 * Double($1) }
  }

  /// g(f), from the values of g and its derivatives at f.
  public func composed(with outer: [Double]) -> Taylor {
    let outer = Taylor(derivatives: outer)
    var inner = self
    inner[0] = 0
    return (0..<Self.count).reversed().reduce(Taylor(0)) { $0 * inner + Taylor(outer[$1]) }
  }
}

// Arithmetic, with numbers too. (Literals are not Taylor numbers: `2 * x` would otherwise have two
// meanings wherever the compiler is free to choose.)
extension Taylor {
  /// The opposite, -a.
  @inlinable public static prefix func - (a: Taylor) -> Taylor { a * -1 }

  /// a + b.
  @inlinable public static func + (a: Taylor, b: Taylor) -> Taylor {
    var result = a
    result.coefficients += b.coefficients
    return result
  }

  /// a + b.
  @inlinable public static func + (a: Taylor, b: Double) -> Taylor { a + Taylor(b) }
  /// a + b.
  @inlinable public static func + (a: Double, b: Taylor) -> Taylor { Taylor(a) + b }
  /// a - b.
  @inlinable public static func - (a: Taylor, b: Taylor) -> Taylor { a + -b }
  /// a - b.
  @inlinable public static func - (a: Taylor, b: Double) -> Taylor { a + Taylor(-b) }
  /// a - b.
  @inlinable public static func - (a: Double, b: Taylor) -> Taylor { Taylor(a) + -b }

  /// The product a b.
  @inlinable public static func * (a: Taylor, b: Taylor) -> Taylor {
    var result = Taylor(0)
    for i in 0..<count {
      // A coefficient that is zero has no part in infinite ones.
      for j in 0..<(count - i) where a[i] != 0 && b[j] != 0 { result[i + j] += a[i] * b[j] }
    }
    return result
  }

  /// The product a b.
  @inlinable public static func * (a: Taylor, b: Double) -> Taylor {
    var result = a
    result.coefficients *= b
    return result
  }

  /// The product a b.
  @inlinable public static func * (a: Double, b: Taylor) -> Taylor { b * a }

  /// The quotient a/b.
  @inlinable public static func / (a: Taylor, b: Taylor) -> Taylor {
    var result = Taylor(0)
    for k in 0..<count {
      let known = (0..<k).reduce(0.0) { $0 + result[$1] * b[k - $1] }
      result[k] = (a[k] - known) / b[0]
    }
    return result
  }

  /// The quotient a/b.
  @inlinable public static func / (a: Taylor, b: Double) -> Taylor { a / Taylor(b) }
  /// The quotient a/b.
  @inlinable public static func / (a: Double, b: Taylor) -> Taylor { Taylor(a) / b }
}

// Functions, named as those of `Double` in Swift Numerics.
extension Taylor {
  /// The exponential e^a.
  public static func exp(_ a: Taylor) -> Taylor {
    a.composed(with: [Double](repeating: Foundation.exp(a[0]), count: Taylor.count))
  }

  /// log a, for a > 0.
  public static func log(_ a: Taylor) -> Taylor {
    let x = a[0]
    return a.composed(
      with: [Foundation.log(x), 1 / x, -1 / (x * x), 2 / (x * x * x), -6 / (x * x * x * x)])
  }

  /// a^e; for a = 0 derivatives may be infinite.
  public static func pow(_ a: Taylor, _ e: Double) -> Taylor {
    var (factor, derivatives) = (1.0, [Double]())
    for j in 0..<Taylor.count {
      derivatives.append(factor == 0 ? 0 : factor * Foundation.pow(a[0], e - Double(j)))
      factor *= e - Double(j)
    }
    return a.composed(with: derivatives)
  }

  /// √a, for a > 0.
  public static func sqrt(_ a: Taylor) -> Taylor { pow(a, 0.5) }

  /// The cosine of a series, cos a.
  public static func cos(_ a: Taylor) -> Taylor {
    let (c, s) = (Foundation.cos(a[0]), Foundation.sin(a[0]))
    return a.composed(with: [c, -s, -c, s, c])
  }

  /// The sine of a series, sin a.
  public static func sin(_ a: Taylor) -> Taylor {
    let (c, s) = (Foundation.cos(a[0]), Foundation.sin(a[0]))
    return a.composed(with: [s, c, -s, -c, s])
  }
}
