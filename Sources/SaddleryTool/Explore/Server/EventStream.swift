import Foundation

/// Events for a page, as they happen.
struct EventStream: Sendable {
  private let take: @Sendable (String, Data) -> Void

  /// - Parameter take: is given the name of each and what it says, in JSON.
  init(_ take: @escaping @Sendable (String, Data) -> Void) { self.take = take }

  func send(_ name: String, _ value: some Encodable) {
    if let data = try? JSONEncoder.web.encode(value) { take(name, data) }
  }
}

extension JSONEncoder {
  /// The same bytes for the same values; numbers that JSON does not know are words.
  static var web: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}
