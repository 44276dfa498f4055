import Commands

/// Throws unless a number lies in the domain of its option.
///
/// - Parameter reason: what else bounds it, such as "with --signal".
func require<Value: Comparable>(
  _ option: String, _ value: Value, in domain: ClosedRange<Value>, _ reason: String? = nil
) throws {
  guard domain.contains(value) else {
    throw Failure.usage(
      "--\(option) \(value) is not valid\(reason.map { " \($0)" } ?? ""); give a "
        + "\(value is Int ? "whole number" : "number") from \(plainText(domain.lowerBound)) to "
        + plainText(domain.upperBound))
  }
}

/// The domains that several commands share.
enum Domain {
  /// Numbers of samples, of searches, of points along an axis.
  static let count = 1...1_000_000_000
  /// Lengths, in any unit.
  static let length = 1e-30...1e30
  /// N and n; what memory allows is less.
  static let dimension = 2...1_000_000_000_000
}
