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

// Beside literals, as for arithmetic.
extension TracedNumber {
  /// Whether a is less.
  @_disfavoredOverload public static func < (a: Self, b: Double) -> Bool { a < Self(b) }
  /// Whether a is less.
  @_disfavoredOverload public static func < (a: Double, b: Self) -> Bool { Self(a) < b }
  /// Whether b is less.
  @_disfavoredOverload public static func > (a: Self, b: Double) -> Bool { Self(b) < a }
  /// Whether b is less.
  @_disfavoredOverload public static func > (a: Double, b: Self) -> Bool { b < Self(a) }
  /// Whether a is not greater.
  @_disfavoredOverload public static func <= (a: Self, b: Double) -> Bool { a <= Self(b) }
  /// Whether a is not greater.
  @_disfavoredOverload public static func <= (a: Double, b: Self) -> Bool { Self(a) <= b }
  /// Whether a is not less.
  @_disfavoredOverload public static func >= (a: Self, b: Double) -> Bool { Self(b) <= a }
  /// Whether a is not less.
  @_disfavoredOverload public static func >= (a: Double, b: Self) -> Bool { b <= Self(a) }
}
