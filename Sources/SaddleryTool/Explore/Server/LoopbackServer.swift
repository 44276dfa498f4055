import Commands
import Foundation
import Synchronization

/// A web server for this machine alone: one thread and one request for each connection, each bounded in size and time.
///
/// What other pages may ask of it is nothing: a request must name this server as its host, and if it names the page it
/// comes from that must be one of this server's.
final class LoopbackServer: Sendable {
  /// Connections at a time; others are turned away.
  private static let connectionLimit = 64

  let port: UInt16
  private let listener: Int32
  private let open = Atomic<Int>(0)
  private let answer: @Sendable (WebRequest, Connection) throws -> Void

  /// Listens at 127.0.0.1.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - answer: called on the connection's own thread, with requests that are allowed.
  init(port: UInt16, answer: @escaping @Sendable (WebRequest, Connection) throws -> Void) throws {
    #if os(Linux)
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 128) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isListening else {
      let reason = String(cString: strerror(errno))
      close(listener)
      throw Failure.input(
        "cannot listen at port \(port): \(reason); choose another --port, or 0 for any that is free"
      )
    }
    (self.listener, self.port, self.answer) = (
      listener, UInt16(bigEndian: address.sin_port), answer
    )
  }

  /// Its address.
  var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves for ever.
  func run() -> Never {
    while true {
      let socket = accept(listener, nil, nil)
      // No more files for this process, or a connection that is gone already.
      guard socket >= 0 else {
        usleep(10_000)
        continue
      }
      guard open.add(1, ordering: .relaxed).newValue <= Self.connectionLimit else {
        open.subtract(1, ordering: .relaxed)
        close(socket)
        continue
      }
      Thread.detachNewThread { [self] in
        serve(Connection(socket))
        open.subtract(1, ordering: .relaxed)
      }
    }
  }

  private func serve(_ connection: Connection) {
    defer { connection.end() }
    do {
      let request = try connection.request()
      let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
      guard hosts.contains(request.headers["host"] ?? "") else {
        throw WebError(421, "this server is \(hosts[0])")
      }
      if let origin = request.headers["origin"],
        !hosts.contains(where: { "http://" + $0 == origin })
      {
        throw WebError(403, "pages from elsewhere may not ask")
      }
      if let site = request.headers["sec-fetch-site"], !["same-origin", "none"].contains(site) {
        throw WebError(403, "pages from elsewhere may not ask")
      }
      guard request.method == "GET" else { throw WebError(405, "only GET is known") }
      try answer(request, connection)
    } catch let error as WebError {
      connection.send(error)
    } catch {
      connection.send(WebError(500, "\(error)"))
    }
  }
}
