import ArgumentParser
import Statistics

/// Throws unless a whole number lies in the domain of its option.
func require(_ option: String, _ value: Int, in domain: ClosedRange<Int>) throws {
  guard domain.contains(value) else {
    throw Failure.usage(
      "--\(option) \(value) is not valid; give a whole number from \(domain.lowerBound) to "
        + "\(domain.upperBound)")
  }
}

/// Throws unless a number lies in the domain of its option.
func require(_ option: String, _ value: Double, in domain: ClosedRange<Double>) throws {
  guard domain.contains(value) else {
    throw Failure.usage(
      "--\(option) \(value) is not valid; give a number from \(domain.lowerBound) to "
        + "\(domain.upperBound)")
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

/// How many threads a command uses.
struct ThreadOptions: ParsableArguments {
  @Option(
    name: .customLong("threads"), parsing: .unconditional,
    help: "Number of threads, up to 1024; results do not depend on it.")
  var count = defaultThreads

  func validate() throws {
    guard (1...1024).contains(count) else {
      throw ValidationError(
        "--threads \(count) is not valid; give a whole number from 1 to 1024")
    }
  }
}
