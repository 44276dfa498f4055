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
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let data = String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)
    if !connection.write(Array("event: \(name)\ndata: \(data)\n\n".utf8)) { cancellation.cancel() }
  }
}
