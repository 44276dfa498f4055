internal import Foundation

/// The Euclidean length |x|, right to rounding wherever it is a number; NaN if an entry is.
///
/// One pass of plain squares; numbers whose squares leave the range of a double take a second one.
public func norm(_ x: [Double]) -> Double {
  let square = x.reduce(0) { $0 + $1 * $1 }
  if square > 1e-280 && square < .infinity || square.isNaN { return square.squareRoot() }
  let largest = x.reduce(0) { max($0, abs($1)) }
  guard largest > 0 && largest < .infinity else { return largest }
  // Two steps, as no power of two takes the smallest number to 1 at once.
  let power = Int(largest.exponent)
  let sum = x.reduce(0.0) { sum, entry in
    let scaled = scalbn(scalbn(entry, -power / 2), power / 2 - power)
    return sum + scaled * scaled
  }
  return scalbn(sum.squareRoot(), power)
}
