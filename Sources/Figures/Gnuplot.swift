import Foundation

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

  /// Runs a script inside a folder; returns `nil` or, if gnuplot failed, one line saying why.
  func run(_ script: String, in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable ?? "gnuplot")
    process.arguments = ["--default-settings", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    do { try process.run() } catch { return "cannot start it: \(error.localizedDescription)" }
    let output = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationReason == .exit && process.terminationStatus == 0 { return nil }
    let lines = output.split(whereSeparator: \.isNewline).map(String.init)
    let located = lines.first { $0.contains("\"\(script)\" line") && !$0.contains("warning:") }
    return located ?? lines.first ?? "exit status \(process.terminationStatus)"
  }
}
