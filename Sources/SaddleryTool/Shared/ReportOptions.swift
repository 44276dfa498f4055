import ArgumentParser
import Foundation
import Saddlery

/// How a command reports what it found: in lines, or as one JSON object.
struct ReportOptions: ParsableArguments {
  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  /// Prints the object if it was asked for, else the lines.
  func print(_ object: [String: Any?], _ lines: [String]) throws {
    Swift.print(json ? try Self.text(object) : lines.joined(separator: "\n"))
  }

  /// Prints the report of a command that writes, with the files, and throws if one could not be drawn.
  ///
  /// Beside a table on standard output lines go to standard error.
  ///
  /// - Parameter others: what was written elsewhere.
  func print(
    _ object: [String: Any?], _ lines: [String], writing target: OutputTarget?,
    and others: [OutputTarget?] = []
  ) throws {
    let files = ([target] + others).flatMap { $0?.files ?? [] }
    if target?.path == OutputTarget.standardOutput {
      StandardStreams.report(lines.joined(separator: "\n") + "\n")
    } else {
      try print(object.merging(["files": files]) { $1 }, lines + files)
    }
    if let problem = target?.problem { throw problem }
  }

  /// Numbers that are not finite become null.
  private static func text(_ object: [String: Any?]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object.mapValues(cleaned),
      options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  private static func cleaned(_ value: Any?) -> Any {
    switch value {
    case nil: NSNull()
    case let number as Double: number.isFinite ? number : NSNull()
    case let list as [Any?]: list.map(cleaned)
    case let object as [String: Any?]: object.mapValues(cleaned)
    default: value!
    }
  }
}
