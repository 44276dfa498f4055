internal import Numerics

/// A Stieltjes transform at a point: G and f = z - 1/G, which tends to the mean at large z, with their slopes.
///
/// f is not formed as a difference, which would lose its digits where z is large.
struct StieltjesJet {
  let value: Complex<Double>
  let slope: Complex<Double>
  let remainder: Complex<Double>
  let remainderSlope: Complex<Double>

  var conjugate: StieltjesJet {
    StieltjesJet(
      value: value.conjugate, slope: slope.conjugate, remainder: remainder.conjugate,
      remainderSlope: remainderSlope.conjugate)
  }
}

/// Sums of m/(z - x) and m x/(z - x) over masses m at points x, and their slopes: f is the ratio of the sums.
struct StieltjesSum {
  var value = Complex<Double>.zero
  var slope = Complex<Double>.zero
  var moment = Complex<Double>.zero
  var momentSlope = Complex<Double>.zero

  /// In real arithmetic, five times as fast as division of complex numbers.
  mutating func add(_ mass: Double, at x: Double, from z: Complex<Double>) {
    let (real, imaginary) = (z.real - x, z.imaginary)
    let square = real * real + imaginary * imaginary
    guard square > 0 else { return }
    let (p, q) = (real / square, -imaginary / square)
    let pole = Complex(mass * p, mass * q)
    let poleSquare = Complex(mass * (p * p - q * q), 2 * mass * p * q)
    value += pole
    slope -= poleSquare
    moment += Complex(x * pole.real, x * pole.imaginary)
    momentSlope -= Complex(x * poleSquare.real, x * poleSquare.imaginary)
  }

  var jet: StieltjesJet {
    let remainder = moment / value
    return StieltjesJet(
      value: value, slope: slope, remainder: remainder,
      remainderSlope: (momentSlope - remainder * slope) / value)
  }
}
