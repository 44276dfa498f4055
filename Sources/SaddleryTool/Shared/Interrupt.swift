import Dispatch
import Foundation
import Saddlery
import Synchronization

/// Ends the process cleanly when it is interrupted, asked to terminate or loses its terminal: temporaries
/// are removed, finished files stay whole, the exit status is 75.
enum Interrupt {
  private struct State {
    var remedy = "run the same command again for the same result"
    var cleanUp: @Sendable () -> Void = {}
    var closings: [@Sendable () -> Void] = []
    var sources: [any DispatchSourceSignal] = []
  }

  private static let state = Mutex(State())

  /// Listens from now on; called once, before anything else.
  static func install() {
    // A source hears signals some time after it was made; until then they would be lost.
    let armed = DispatchGroup()
    state.withLock { state in
      for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
        var earlier = sigaction()
        sigaction(number, nil, &earlier)
        signal(number, SIG_IGN)
        // Under nohup the terminal may go.
        if number == SIGHUP, isIgnored(earlier) { continue }
        let source = DispatchSource.makeSignalSource(
          signal: number, queue: .global(qos: .userInteractive))
        source.setEventHandler { end() }
        armed.enter()
        source.setRegistrationHandler { armed.leave() }
        source.resume()
        state.sources.append(source)
      }
    }
    armed.wait()
  }

  /// - Parameters:
  ///   - remedy: how to go on.
  ///   - cleanUp: what comes before the message.
  static func prepare(remedy: String, _ cleanUp: @escaping @Sendable () -> Void) {
    state.withLock { ($0.remedy, $0.cleanUp) = (remedy, cleanUp) }
  }

  /// Adds what is to be closed before the process ends.
  static func closing(_ work: @escaping @Sendable () -> Void) {
    state.withLock { $0.closings.append(work) }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if os(Linux)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }

  private static func end() {
    let (remedy, cleanUp, closings) = state.withLock { ($0.remedy, $0.cleanUp, $0.closings) }
    cleanUp()
    for closing in closings { closing() }
    OutputFolder.removeTemporaries()
    StandardStreams.report("saddlery: interrupted; \(remedy)\n")
    // Not exit(): it would take OpenBLAS's memory from under the threads still computing.
    _exit(75)
  }
}
