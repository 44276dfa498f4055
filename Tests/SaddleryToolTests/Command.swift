import Foundation

/// Runs the built `saddlery`, or another program of the package, as a user would.
enum Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    /// Lines on standard error that are the program's own words.
    var messages: [Substring] {
      errors.split(separator: "\n").filter { $0.hasPrefix("saddlery: ") }
    }

    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The folder of built products, where the test bundle lies too.
  static var products: URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
    #if os(macOS)
      return Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!.bundleURL
        .deletingLastPathComponent()
    #else
      return bundle.deletingLastPathComponent()
    #endif
  }

  static func start(
    _ arguments: [String], of program: String = "saddlery", in folder: String? = nil,
    environment: [String: String] = [:], output: Pipe, errors: Pipe
  ) throws -> Process {
    let process = Process()
    process.executableURL = products.appending(path: program)
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  static func run(
    _ arguments: [String], of program: String = "saddlery", in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let (output, errors) = (Pipe(), Pipe())
    let process = try start(
      arguments, of: program, in: folder, environment: environment, output: output, errors: errors)
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let reported = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: reported, as: UTF8.self))
  }
}
