// A formula may decide by its numbers. What it decided is on the tape: derivatives are those of the branch taken.
extension TracedNumber: Comparable {
  /// Whether the values are in this order.
  public static func < (a: Self, b: Self) -> Bool {
    decide(.less, a, b, a.number < b.number)
  }

  /// Whether the values are the same.
  public static func == (a: Self, b: Self) -> Bool {
    decide(.equal, a, b, a.number == b.number)
  }

  /// Whether a is not greater, and both are numbers.
  public static func <= (a: Self, b: Self) -> Bool { a < b || a == b }

  /// Whether a is not less, and both are numbers.
  public static func >= (a: Self, b: Self) -> Bool { b <= a }

  private static func decide(_ operation: Operation, _ a: Self, _ b: Self, _ outcome: Bool)
    -> Bool
  {
    if let tape = a.tape ?? b.tape {
      let node = Tape.Node(
        operation, a.place, b.place, exponent: outcome ? 1 : 0,
        constant: a.place < 0 ? a.number : b.number)
      _ = tape.pointee.append(node)
    }
    return outcome
  }
}

// Beside numbers that are no variables. Generic: of overloads that are not, the compiler takes these for a `Double` beside a
// literal, disfavoured or not, because the standard library's are generic.
extension TracedNumber {
  /// Whether a is less.
  @_disfavoredOverload public static func < <Number: BinaryFloatingPoint>(a: Self, b: Number)
    -> Bool
  {
    a < Self(Double(b))
  }
  /// Whether a is less.
  @_disfavoredOverload public static func < <Number: BinaryFloatingPoint>(a: Number, b: Self)
    -> Bool
  {
    Self(Double(a)) < b
  }
  /// Whether a is greater.
  @_disfavoredOverload public static func > <Number: BinaryFloatingPoint>(a: Self, b: Number)
    -> Bool
  {
    a > Self(Double(b))
  }
  /// Whether a is greater.
  @_disfavoredOverload public static func > <Number: BinaryFloatingPoint>(a: Number, b: Self)
    -> Bool
  {
    Self(Double(a)) > b
  }
  /// Whether a is not greater.
  @_disfavoredOverload public static func <= <Number: BinaryFloatingPoint>(a: Self, b: Number)
    -> Bool
  {
    a <= Self(Double(b))
  }
  /// Whether a is not greater.
  @_disfavoredOverload public static func <= <Number: BinaryFloatingPoint>(a: Number, b: Self)
    -> Bool
  {
    Self(Double(a)) <= b
  }
  /// Whether a is not less.
  @_disfavoredOverload public static func >= <Number: BinaryFloatingPoint>(a: Self, b: Number)
    -> Bool
  {
    a >= Self(Double(b))
  }
  /// Whether a is not less.
  @_disfavoredOverload public static func >= <Number: BinaryFloatingPoint>(a: Number, b: Self)
    -> Bool
  {
    Self(Double(a)) >= b
  }
}
