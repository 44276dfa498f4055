/// A value given at run time that lies outside its domain: why an ensemble, a law or a covariance cannot be made.
public struct ParameterError: Error, Equatable, CustomStringConvertible {
  /// What the value is of.
  public let name: String
  /// The value at fault.
  public let value: Double
  /// What would be valid.
  public let valid: String

  /// The error of a parameter by name.
  public init(_ name: String, _ value: Double, valid: String) {
    (self.name, self.value, self.valid) = (name, value, valid)
  }

  /// One line: the value at fault and what would be valid.
  public var description: String {
    "\(name) \(Int(exactly: value).map { "\($0)" } ?? "\(value)") is not valid; give \(valid)"
  }
}

extension ParameterError {
  /// Throws unless a number is finite and passes a condition.
  package static func require(
    _ name: String, _ value: Double, _ valid: String, _ condition: (Double) -> Bool
  ) throws(ParameterError) {
    guard value.isFinite, condition(value) else {
      throw ParameterError(name, value, valid: valid)
    }
  }

  /// Throws unless a number is positive and finite.
  package static func requirePositive(_ name: String, _ value: Double) throws(ParameterError) {
    try require(name, value, "a positive number") { $0 > 0 }
  }

  /// Throws unless a number is positive and within a range.
  package static func requirePositive(
    _ name: String, _ value: Double, in range: ClosedRange<Double>
  ) throws(ParameterError) {
    try requirePositive(name, value)
    try require(
      name, value, "a positive number from \(range.lowerBound) to \(range.upperBound)",
      range.contains)
  }

  /// Throws unless a number is positive and at most 1e300, so that small multiples of it are numbers.
  package static func requireModerate(_ name: String, _ value: Double) throws(ParameterError) {
    try requirePositive(name, value)
    try require(name, value, "at most 1e300") { $0 <= 1e300 }
  }

  /// Throws unless a whole number lies in a range.
  package static func require(
    _ name: String, _ value: Int, in range: ClosedRange<Int>
  ) throws(ParameterError) {
    guard range.contains(value) else {
      throw ParameterError(
        name, Double(value), valid: "a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
  }

  /// Throws unless a count is 1 or more, and small enough for sums and doubles of it.
  package static func requireCount(_ name: String, _ value: Int) throws(ParameterError) {
    try require(name, Double(value), "1 or more") { $0 >= 1 }
    try require(name, Double(value), "at most 4294967296") { $0 <= 4_294_967_296 }
  }
}
