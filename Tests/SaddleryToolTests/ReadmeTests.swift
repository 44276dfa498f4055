import Foundation
import TestSupport
import Testing

/// What the README and the guide show is what the repository does.
@Suite struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let pages: [String] =
    ["README.md"]
    + DocumentationTests.pages.filter { $0.hasPrefix("guide/") }.map { "Documentation/site/" + $0 }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static let examples: Set<String> = {
    let folder = root.appending(path: "Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Set(names.compactMap { try? text("Examples/" + $0) })
  }()

  @Test(arguments: pages)
  func scriptsAreExamples(page: String) throws {
    for block in CodeBlock.all(in: try Self.text(page)) where block.language == "swift" {
      #expect(Self.examples.contains(block.text), "no file of Examples: \(block.text)")
    }
  }

  @Test(arguments: pages)
  func imagesExist(page: String) throws {
    let folder = Self.root.appending(path: page).deletingLastPathComponent()
    for image in try Self.text(page).matches(of: /!\[([^\]]+)\]\(([^)]+)\)/) {
      let file = folder.appending(path: String(image.2)).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: file.path), "no image \(image.2)")
    }
  }

  /// The cells of the gallery's table: rows of figures, each above a row of what they show.
  private static func gallery() throws -> [(figure: String, words: String)] {
    let section = try #require(try text("README.md").split(separator: "## Gallery\n").last)
    let rows = section.split(separator: "\n").prefix { $0.hasPrefix("|") }
      .filter { !$0.hasPrefix("|-") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    return stride(from: 0, to: rows.count - 1, by: 2).flatMap { row in
      zip(rows[row], rows[row + 1]).map { (figure: $0, words: $1) }
    }
  }

  /// Below a figure stands the command that draws it: its experiment, a script, or one of `saddlery`, which is run.
  @Test func galleryNamesCommands() throws {
    let gallery = try Self.gallery()
    #expect(gallery.count == 8)
    for (figure, words) in gallery {
      let file = try #require(figure.firstMatch(of: /\]\((.+)\)$/)?.1)
      let command = try #require(
        words.firstMatch(of: /[.]<br>`([^`]+)`$/)?.1, "no command: \(words)")
      if let experiment = command.firstMatch(of: /^swift run -c release experiments (\w+)$/)?.1 {
        #expect(file.hasPrefix("Experiments/\(experiment)/"))
      } else if let script = command.firstMatch(of: /^Scripts\/run (.+)$/)?.1 {
        let name = URL(filePath: String(file)).deletingPathExtension().lastPathComponent
        #expect(try Self.text(String(script)).contains("\"\(name)\""))
      } else {
        let words = command.split(separator: " ").map(String.init)
        let folder = try TemporaryFolder()
        try #require(words.first == "saddlery")
        #expect(try Command.run(Array(words.dropFirst()), in: folder.path).status == 0)
        let drawn = try String(contentsOfFile: folder("map/map.svg"), encoding: .utf8)
        let title = try #require(drawn.firstMatch(of: />([^<]*saddles[^<]+)</)?.1)
        #expect(try Self.text(String(file)).contains(title))
      }
    }
  }

  /// What the first command of the README prints is what stands below it.
  @Test func firstCommandPrints() throws {
    let blocks = CodeBlock.all(in: try Self.text("README.md"))
    let command = try #require(blocks.first?.text.firstMatch(of: /saddlery (index-energy .+)\n/)?.1)
    let said = try #require(blocks.first { $0.language == "text" }).text
    let folder = try TemporaryFolder()
    let result = try Command.run(
      command.split(separator: " ").map(String.init), in: folder.path)
    #expect(result.status == 0)
    #expect(PrintedLines(result.output).missing(said, loosely: true) == nil)
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
      ["SADDLERY_PRODUCTS": Command.products.path]) { $1 }
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
