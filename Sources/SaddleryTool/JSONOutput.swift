import Foundation

/// One JSON object on standard output. Numbers that are not finite become null.
enum JSONOutput {
  static func print(_ object: [String: Any?]) throws {
    let cleaned = object.mapValues { value -> Any in
      if let number = value as? Double, !number.isFinite { return NSNull() }
      return value ?? NSNull()
    }
    let data = try JSONSerialization.data(
      withJSONObject: cleaned, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    FileHandle.standardOutput.write(data + Data("\n".utf8))
  }
}
