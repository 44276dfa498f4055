import Foundation

/// One JSON object on standard output. Numbers that are not finite become null.
enum JSONOutput {
  static func print(_ object: [String: Any?]) throws {
    let data = try JSONSerialization.data(
      withJSONObject: object.mapValues(cleaned),
      options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    Swift.print(String(decoding: data, as: UTF8.self))
  }

  private static func cleaned(_ value: Any?) -> Any {
    switch value {
    case nil: NSNull()
    case let number as Double: number.isFinite ? number : NSNull()
    case let list as [Any?]: list.map(cleaned)
    default: value!
    }
  }
}
