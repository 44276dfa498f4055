/// Why an ensemble or a law cannot be made: a parameter outside its domain.
public enum RandomMatrixError: Error, Equatable, CustomStringConvertible {
  /// A parameter by name, its value, and what would be valid.
  case parameter(String, value: Double, valid: String)

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .parameter(let name, let value, let valid):
      "\(name) \(Self.text(value)) is not valid; give \(valid)"
    }
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// Throws unless a number is finite and passes a condition.
  static func require(
    _ name: String, _ value: Double, _ valid: String, _ condition: (Double) -> Bool
  ) throws(RandomMatrixError) {
    guard value.isFinite, condition(value) else {
      throw .parameter(name, value: value, valid: valid)
    }
  }

  /// Throws unless a number is positive and finite.
  static func requirePositive(_ name: String, _ value: Double) throws(RandomMatrixError) {
    try require(name, value, "a positive number") { $0 > 0 }
  }

  /// Throws unless a number is positive and at most 1e300, so that small multiples of it are numbers.
  static func requireModerate(_ name: String, _ value: Double) throws(RandomMatrixError) {
    try requirePositive(name, value)
    try require(name, value, "at most 1e300") { $0 <= 1e300 }
  }

  /// Throws unless a count is 1 or more, and small enough for sums and doubles of it.
  static func requireCount(_ name: String, _ value: Int) throws(RandomMatrixError) {
    try require(name, Double(value), "1 or more") { $0 >= 1 }
    try require(name, Double(value), "at most 4294967296") { $0 <= 4_294_967_296 }
  }
}
