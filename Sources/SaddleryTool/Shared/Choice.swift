import ArgumentParser
import Commands

/// One of many laws or ensembles, each with options of its own.
protocol Choice: CaseIterable, RawRepresentable<String>, ExpressibleByArgument {
  /// What it is, and its options; those with a value have it unless given.
  var about: (text: String, options: [(name: String, value: String?)]) { get }
}

extension Choice {
  static var help: String {
    allCases.map { choice in
      let options = choice.about.options.map {
        "--\($0.name)" + ($0.value.map { " (\($0))" } ?? "")
      }
      return ([choice.rawValue] + options).joined(separator: " ") + ": \(choice.about.text)."
    }.joined(separator: "\n")
  }

  /// The value of an option that it needs.
  func required<Value>(_ value: Value?, _ option: String) throws -> Value {
    guard let value else { throw Failure.usage("\(rawValue) needs --\(option)") }
    return value
  }

  /// What `make` makes of parameters, if all that are given are its own.
  ///
  /// - Parameter others: options that every choice takes.
  func checked<Made>(
    _ given: [Parameter], others: [String] = [], _ make: () throws -> Made
  ) throws -> Made {
    let options = others + about.options.map(\.name)
    for parameter in given where !options.contains(parameter.name) {
      throw Failure.usage(
        "--\(parameter.name) is not for \(rawValue); it takes "
          + (options.isEmpty ? "no options" : options.map { "--\($0)" }.joined(separator: ", ")))
    }
    return try asUsage(make)
  }
}

/// An option that was given, with its value.
typealias Parameter = (name: String, text: String, value: Any)

/// Those of `all` that have values.
func parameters(_ all: [(name: String, value: Any?)]) -> [Parameter] {
  all.compactMap { name, value in value.map { (name, plainText($0), $0) } }
}
