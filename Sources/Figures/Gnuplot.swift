import Foundation
internal import Synchronization

/// The gnuplot program.
public struct Gnuplot: Sendable, Hashable {
  /// Where it was found, or `nil`.
  public let executable: String?

  /// Looks for `gnuplot` in the folders of a search path.
  ///
  /// - Parameter searchPath: folders separated by colons; the environment's `PATH` if absent.
  public init(searchPath: String? = nil) {
    let path = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    executable = path.split(separator: ":").map { $0 + "/gnuplot" }.first {
      var folder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &folder) && !folder.boolValue
        && FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Whether images can be made; ask before a long computation.
  public var isAvailable: Bool { executable != nil }

  /// Seconds that a script may take.
  public var timeLimit = 300.0

  /// Runs a script inside a folder.
  ///
  /// - Returns: one line of what gnuplot said, and if it failed one line that says why.
  func run(_ script: String, in folder: String) -> (message: String?, failure: String?) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable ?? "gnuplot")
    process.arguments = ["--default-settings", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = ErrorText()
    process.standardError = errors.pipe
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      return (nil, "cannot start it: \(error.localizedDescription)")
    }
    if ended.wait(timeout: .now() + timeLimit) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      return (nil, "it took longer than \(timeLimit) s")
    }
    let lines = errors.text().split(whereSeparator: \.isNewline).map(String.init)
    let isDone = process.terminationReason == .exit && process.terminationStatus == 0
    let said = lines.filter { !$0.contains("arning:") && !$0.allSatisfy { $0 == " " || $0 == "^" } }
    let message = said.first { $0.contains("\"\(script)\" line") } ?? said.last
    return (
      message, isDone ? nil : message ?? lines.first ?? "exit status \(process.terminationStatus)"
    )
  }
}

/// What a process says on standard error, read while it runs.
private final class ErrorText: Sendable {
  let pipe = Pipe()
  private let data = Mutex(Data())
  private let isRead = DispatchSemaphore(value: 0)

  init() {
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let part = handle.availableData
      if part.isEmpty {
        handle.readabilityHandler = nil
        self?.isRead.signal()
      } else {
        self?.data.withLock { if $0.count < 1 << 16 { $0 += part } }
      }
    }
  }

  /// All there was when the process ended; not what a process that it left behind may say.
  func text() -> String {
    _ = isRead.wait(timeout: .now() + 1)
    pipe.fileHandleForReading.readabilityHandler = nil
    return data.withLock { String(decoding: $0, as: UTF8.self) }
  }
}
