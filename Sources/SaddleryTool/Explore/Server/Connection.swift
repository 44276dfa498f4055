import Foundation
import Saddlery
import Synchronization

/// A connection, of one request and one answer.
final class Connection: Sendable {
  /// Bytes of a request's head; seconds that it may take, and that a reader may keep an answer waiting.
  private static let (headLimit, patience) = (16_384, 5)
  /// What a page may do: nothing but what this server gives it.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  private let socket: Int32
  /// One answer or event at a time.
  private let writing = Mutex(())

  init(_ socket: Int32) {
    self.socket = socket
    var yes: Int32 = 1
    setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    var time = timeval(tv_sec: Self.patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(socket, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// Reads the head of the request; a body is not read.
  func request() throws(WebError) -> WebRequest {
    let end = Date(timeIntervalSinceNow: Double(Self.patience))
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0, Date() < end else { throw WebError(408, "no request came") }
      head += buffer[..<count]
      if let text = Self.head(of: head) {
        guard let request = WebRequest(head: text) else {
          throw WebError(400, "this is no request")
        }
        return request
      }
      guard head.count <= Self.headLimit else { throw WebError(431, "the request is too long") }
    }
  }

  /// Up to the empty line; nil before there is one.
  private static func head(of bytes: [UInt8]) -> String? {
    let (line, feed) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    for end in [[line, feed, line, feed], [feed, feed]] {
      if let range = bytes.firstRange(of: end) {
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      }
    }
    return nil
  }

  func send(_ text: String, type: String, status: Int = 200) {
    send(Array(text.utf8), type: type, status: status)
  }

  func send(_ value: some Encodable) {
    send((try? JSONEncoder.web.encode(value)).map(Array.init) ?? [], type: "application/json")
  }

  func send(_ error: WebError) {
    send(error.message + "\n", type: "text/plain", status: error.status)
  }

  /// An answer whole.
  func send(_ body: [UInt8], type: String, status: Int = 200) {
    write(Array(Self.head(status, type).utf8) + "Content-Length: \(body.count)\r\n\r\n".utf8 + body)
  }

  /// An answer as a stream of events while `work` goes on, which is cancelled when the reader is gone.
  func stream(_ cancellation: Cancellation, _ work: (EventStream) -> Void) {
    write(Array((Self.head(200, "text/event-stream") + "\r\n").utf8))
    let (socket, isOver) = (dup(socket), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      // A reader sends no more: what comes is its end.
      var time = timeval()
      setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
      var byte: UInt8 = 0
      while recv(socket, &byte, 1, 0) > 0 {}
      cancellation.cancel()
      close(socket)
      isOver.signal()
    }
    work(
      EventStream { name, data in
        // A reader that is gone or takes none.
        let event = Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
        if !self.write(event) { cancellation.cancel() }
      })
    shutdown(socket, Int32(SHUT_RDWR))
    isOver.wait()
  }

  private static func head(_ status: Int, _ type: String) -> String {
    """
    HTTP/1.1 \(status) \(status == 200 ? "OK" : "Refused")\r
    Content-Type: \(type); charset=utf-8\r
    Content-Security-Policy: \(policy)\r
    X-Content-Type-Options: nosniff\r
    Referrer-Policy: no-referrer\r
    Cross-Origin-Resource-Policy: same-origin\r
    Cache-Control: no-store\r
    Connection: close\r

    """
  }

  /// Whether all was taken.
  @discardableResult func write(_ bytes: [UInt8]) -> Bool {
    writing.withLock { _ in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
          Foundation.send(socket, $0.baseAddress! + sent, bytes.count - sent, 0)
        }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Gives what was sent the time to arrive: a socket that is closed with something unread in it is reset.
  func end() {
    shutdown(socket, Int32(SHUT_WR))
    var (buffer, read) = ([UInt8](repeating: 0, count: 65_536), 0)
    let end = Date(timeIntervalSinceNow: 1)
    while read < 4 << 20, Date() < end {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      read += count
    }
    close(socket)
  }
}
