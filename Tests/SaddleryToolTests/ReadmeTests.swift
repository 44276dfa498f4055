import Foundation
import TestSupport
import Testing

/// What the README shows is what the repository does.
@Suite struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test(arguments: [
    "Eggholder", "IndexVersusEnergy", "PlantedPoint", "SpectrumAndLaw", "TableToLaw",
  ])
  func scriptIsTheExample(name: String) throws {
    let readme = try text("README.md")
    #expect(readme.contains("```swift\n" + (try text("Examples/\(name).swift")) + "```"))
  }

  /// The ten lines run from another folder, with no package of their own, and make a figure.
  @Test func scriptRuns() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.root.appending(path: "Scripts/run")
    process.arguments = [Self.root.appending(path: "Examples/IndexVersusEnergy.swift").path]
    // This test runs inside a build of the package, which holds the package's own build folder.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SADDLERY_SCRATCH": Self.root.appending(path: ".build/scripts").path]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = output
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(printed.hasPrefix("rms deviation from the curve of N → ∞: 0.01"))
    #expect(FileManager.default.fileExists(atPath: folder("figure/index-energy.svg")))
  }

  @Test func scriptRunnerRefusesWhatIsNotThere() throws {
    for (arguments, status) in [([], 64), (["absent.swift"], 65)] as [([String], Int32)] {
      let process = Process()
      let errors = Pipe()
      process.executableURL = Self.root.appending(path: "Scripts/run")
      process.arguments = arguments
      process.standardError = errors
      try process.run()
      let message = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == status)
      #expect(String(decoding: message, as: UTF8.self).split(separator: "\n").count == 1)
    }
  }
}
