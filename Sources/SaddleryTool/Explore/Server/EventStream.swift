import Foundation
import Saddlery

/// Events for a page, as they happen.
struct EventStream: Sendable {
  private let connection: Connection
  private let cancellation: Cancellation

  init(_ connection: Connection, _ cancellation: Cancellation) {
    (self.connection, self.cancellation) = (connection, cancellation)
  }

  /// Sends an event; a reader that is gone or takes none cancels the work.
  func send(_ name: String, _ value: some Encodable) {
    guard let data = try? JSONEncoder.web.encode(value) else { return }
    let isSent = connection.write(Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8))
    if !isSent { cancellation.cancel() }
  }
}

extension JSONEncoder {
  /// The same bytes for the same values; numbers that JSON does not know are words.
  static var web: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }
}
