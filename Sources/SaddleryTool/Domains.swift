import ArgumentParser
import LinearAlgebra

/// Throws unless a whole number lies in the domain of its option.
func require(_ option: String, _ value: Int, in domain: ClosedRange<Int>) throws {
  guard domain.contains(value) else {
    throw Failure.usage(
      "--\(option) \(value) is not valid; give a whole number from \(domain.lowerBound) to "
        + "\(domain.upperBound)")
  }
}

/// Throws unless a number is positive and finite.
func require(positive option: String, _ value: Double) throws {
  guard value > 0, value.isFinite else {
    throw Failure.usage("--\(option) \(value) is not valid; give a positive number")
  }
}

/// The domains that several commands share.
enum Domain {
  /// Numbers of samples, of searches, of points along an axis.
  static let count = 1...1_000_000_000
  /// Numbers of disorder samples, counted from 0.
  static let sample = 0...Int.max
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
