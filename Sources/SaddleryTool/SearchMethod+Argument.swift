public import ArgumentParser
public import CriticalPoints

extension SearchMethod: ExpressibleByArgument {
  /// `index-targeted` or `indexTargeted`.
  public init?(argument: String) {
    let method = Self.allCases.first { argument == $0.rawValue || argument == $0.argument }
    guard let method else { return nil }
    self = method
  }

  /// The names the command line shows.
  public static var allValueStrings: [String] { allCases.map(\.argument) }

  /// The name shown as the default.
  public var defaultValueDescription: String { argument }

  private var argument: String {
    rawValue.reduce("") { $0 + ($1.isUppercase ? "-\($1.lowercased())" : String($1)) }
  }
}
