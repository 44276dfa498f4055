/// The zero of an increasing function that lies in a bracket, from its value and slope: Newton's method, with
/// bisection where a step leaves the bracket.
///
/// An end of the bracket may be infinite if no step leads beyond it.
///
/// - Parameters:
///   - start: where to begin; by default the middle.
///   - isClose: whether a step from x is the last; by default one that rounding hides.
@inlinable @inline(__always)
package func zero(
  in bracket: ClosedRange<Double>, from start: Double? = nil,
  until isClose: (_ x: Double, _ value: Double, _ slope: Double) -> Bool = { x, value, slope in
    abs(value / slope) <= x.ulp
  },
  of function: (Double) -> (value: Double, slope: Double)
) -> Double {
  var (low, high) = (bracket.lowerBound, bracket.upperBound)
  var x = start ?? midpoint(low, high)
  while x > low && x < high {
    let (value, slope) = function(x)
    if value < 0 { low = x } else { high = x }
    let next = x - value / slope
    let isInside = next > low && next < high
    if isClose(x, value, slope) { return isInside ? next : x }
    x = isInside ? next : midpoint(low, high)
  }
  return x
}

/// Two neighbours, or numbers at a distance of `least`, between `low`, where a condition is false, and `high`,
/// where it is true: the condition is false at the first and true at the second. `low` may be the larger.
@inlinable
package func bisect(
  from low: Double, to high: Double, until least: Double = 0, _ condition: (Double) -> Bool
) -> (last: Double, first: Double) {
  var (low, high) = (low, high)
  while abs(high - low) > least, case let middle = low + (high - low) / 2, middle != low,
    middle != high
  {
    if condition(middle) { high = middle } else { low = middle }
  }
  return (low, high)
}

/// (a + b)/2, also where a + b or b - a is too large.
@inlinable
package func midpoint(_ a: Double, _ b: Double) -> Double {
  (b - a).isFinite ? a + (b - a) / 2 : a / 2 + b / 2
}
