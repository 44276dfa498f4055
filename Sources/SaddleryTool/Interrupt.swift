import Dispatch
import Foundation
import OutputFiles

/// Ends the process cleanly on Ctrl-C or a termination request: temporaries are removed, finished
/// files stay whole, the exit status is 75.
final class Interrupt {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter remedy: what the next run of the same command does.
  init(
    remedy: String = "for the same result", _ cleanUp: @escaping @Sendable () -> Void
  ) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cleanUp()
        OutputFolder.removeTemporaries()
        FileHandle.standardError.write(
          Data("saddlery: interrupted; run the same command again \(remedy)\n".utf8))
        // Not exit(): it would take OpenBLAS's memory from under the threads still computing.
        _exit(75)
      }
      source.resume()
      return source
    }
  }
}
