import Foundation
import TestSupport
import Testing

/// Every block of code in the site's pages runs as it stands and prints what the page says.
///
/// Blocks of a page run in one folder, one after another: `sh`, `swift` by Scripts/run, `python` where there is one. A block of `text`
/// is what the block before it prints: its lines are beginnings of lines of the output, in their order.
@Suite struct DocumentationTests {
  static let site = ReadmeTests.root.appending(path: "Documentation/site")

  static let pages: [String] = (FileManager.default.enumerator(atPath: site.path)?.allObjects ?? [])
    .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()

  @Test(arguments: pages)
  func blocksDoWhatThePageSays(page: String) throws {
    let text = try String(contentsOf: Self.site.appending(path: page), encoding: .utf8)
    let folder = try TemporaryFolder()
    var printed: String?
    var isLeftOut = false
    for block in CodeBlock.all(in: text) {
      if block.language != "text" { isLeftOut = false }
      switch block.language {
      case "text" where isLeftOut: continue
      case "text":
        let said = try #require(printed, "a block of text follows one that is run")
        let loosely = block.words.contains("similar")
        let missing = PrintedLines(said).missing(block.text, loosely: loosely)
        #expect(missing == nil, "not printed: \(missing ?? ""), but\n\(said)")
      case "sh":
        printed = try run("/bin/sh", ["-euc", block.text], in: folder)
      case "swift":
        try block.text.write(toFile: folder("Page.swift"), atomically: true, encoding: .utf8)
        let script = ReadmeTests.root.appending(path: "Scripts/run").path
        printed = try run(script, [folder("Page.swift")], in: folder)
      case "python":
        guard let python = ProcessInfo.processInfo.environment["SADDLERY_PYTHON"] else {
          printed = nil
          isLeftOut = true
          continue
        }
        printed = try run(python, ["-c", block.text], in: folder)
      default:
        #expect(block.language.hasPrefix("{"), "no way to run a block of '\(block.language)'")
      }
    }
  }

  private func run(_ program: String, _ arguments: [String], in folder: TemporaryFolder) throws
    -> String
  {
    let process = Process()
    let output = Pipe()
    let inherited = ProcessInfo.processInfo.environment
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = inherited.merging([
      "PATH": Command.products.path + ":" + (inherited["PATH"] ?? ""),
      "SADDLERY_PRODUCTS": Command.products.path,
    ]) { $1 }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(arguments.last ?? program)")
    return String(decoding: printed, as: UTF8.self)
  }

  @Test func pagesHaveBlocks() throws {
    let text = try String(contentsOf: Self.site.appending(path: "howto.md"), encoding: .utf8)
    #expect(Self.pages.contains("howto.md"))
    #expect(CodeBlock.all(in: text).count { $0.language == "sh" } > 10)
  }

  @Test func otherNumbersWordsAndOrderAreMissed() {
    let printed = PrintedLines("total 5.2915026 in 0.2 s\nindex 0: 12 of 40\n")
    #expect(printed.missing("total 5.2915\nindex 0: 12", loosely: true) == nil)
    #expect(printed.missing("total 5.29150261 in 7.3 s", loosely: false) == nil)
    #expect(printed.missing("total 5.2916", loosely: false) == "total 5.2916")
    #expect(printed.missing("total 6.2", loosely: true) == "total 6.2")
    #expect(printed.missing("sum 5.2915026", loosely: true) == "sum 5.2915026")
    #expect(printed.missing("index 0:\ntotal 5.2915026", loosely: false) == "total 5.2915026")
  }
}
