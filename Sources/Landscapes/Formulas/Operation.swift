/// What a node of a ``Tape`` stands for.
@usableFromInline enum Operation: Int32 {
  case variable
  // Of two operands, one of which may be a constant.
  case sum, difference, product, quotient, arcTangent2, hypotenuse
  // Of one.
  case negative, magnitude, power, realPower, root, squareRoot
  case exp, expMinusOne, log, logOnePlus
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case erf, erfc
  // What the formula decided, 0 or 1 as exponent.
  case less, equal
  // A number the formula took without its history.
  case read
}
