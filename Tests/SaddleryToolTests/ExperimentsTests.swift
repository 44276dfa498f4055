import Foundation
import TestSupport
import Testing

/// The program of experiments: its list, its refusals, and READMEs that have the tables it prints.
@Suite struct ExperimentsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Folders of experiments.
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Experiments").path)) ?? []).filter { $0 != "Kit" }.sorted()

  private func run(_ arguments: String..., in folder: String? = nil) throws -> Command.Result {
    try Command.run(arguments, of: "experiments", in: folder)
  }

  private func readme(_ name: String) throws -> String {
    let file = Self.root.appending(path: "Experiments/\(name)/README.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Blocks between markers, by name.
  private func tables(_ text: String) throws -> [String: String] {
    let blocks = text.matches(of: #/<!-- table: ([\w-]+) -->\n((?:\|.*\n)+)<!-- end -->/#)
    let markers = text.matches(of: #/<!-- table:/#).count
    try #require(blocks.count == markers, "a marker without a table, or without an end")
    return Dictionary(blocks.map { (String($0.1), String($0.2)) }) { _, _ in "twice" }
  }

  @Test func listHasEveryFolder() throws {
    let result = try run()
    #expect(result.status == 0)
    #expect(Self.names.count > 10)
    let listed = result.output.split(separator: "\n").map { $0.split(separator: ": ") }
    #expect(listed.map { String($0[0]) }.sorted() == Self.names)
    #expect(listed.allSatisfy { $0.count == 2 && $0[1].hasSuffix("?") })
  }

  /// A quick run prints the tables of the README: the same names, columns and none besides.
  @Test(arguments: names) func readmeHasTheTables(name: String) throws {
    let folder = try TemporaryFolder()
    let result = try run(name, "--quick", "--output", folder("out"))
    #expect(result.status == 0, "\(result.errors)")
    let (printed, written) = (try tables(result.output), try tables(readme(name)))
    #expect(!printed.isEmpty && printed.keys.sorted() == written.keys.sorted())
    #expect(!printed.values.contains("twice") && !written.values.contains("twice"))
    // No table of a README stands outside markers.
    let all = try readme(name).matches(of: /(?m)^\|(---\|)+$/).count
    #expect(all == written.count)
    // It ends with the answer to the question in a sentence, which has a number and the verdict.
    let answer = result.output.firstMatch(
      of: #/\n\nTo the question ".+\?" this run found that (.*\d.*), so .+ \(verdict: (\w+)\)\.\n$/#
    )
    let (found, verdict) = try #require(answer.map { (String($0.1), String($0.2)) })
    #expect(["reproduced", "consistent"].contains(verdict))
    #expect(result.output.contains("\nverdict: \(verdict)\n\n"))
    #expect(!found.contains(/\bnan\b/), "\(found)")
    #expect(try folder.names() == ["out"])
  }

  /// Each claim names notes that exist.
  @Test(arguments: names) func papersExist(name: String) throws {
    let help = try run(name, "--help")
    #expect(help.status == 0)
    let keys = help.output.matches(of: /\w+\d{4}/).map { String($0.0) }
    #expect(!keys.isEmpty || help.output.contains("(ours)"))
    for key in keys {
      let note = Self.root.appending(path: "Papers/\(key).md").path
      #expect(FileManager.default.fileExists(atPath: note), "\(key)")
    }
    let isExact = try readme(name).contains("(no seed")
    #expect(help.output.contains("Nothing is drawn") == isExact)
    let seeded = try run(name, "--seed", "2", "--output", "/dev/null/results")
    #expect(seeded.status == (isExact ? 64 : 65))
  }

  /// The README of an exact experiment is what its program makes of it, byte by byte; other numbers are replaced.
  @Test func updateIsWhatTheReadmeHas() throws {
    let folder = try TemporaryFolder()
    let name = "FiniteSizeCurve"
    let path = folder("Experiments/\(name)/README.md")
    try FileManager.default.createDirectory(
      atPath: folder("Experiments/\(name)"), withIntermediateDirectories: true)
    let text = try readme(name)
    for stale in [text, text.replacing("0.03599", with: "0.12345")] {
      try stale.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try run(name, "--update-readme", in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
    try text.replacing("<!-- table: distances -->", with: "").write(
      toFile: path, atomically: true, encoding: .utf8)
    let result = try run(name, "--update-readme", in: folder.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("table: distances"))
  }

  @Test(
    arguments: [
      (["IndexVersusEnergies"], 64, "TopologyTrivialization"), (["coinflip"], 64, "CoinFlip"),
      (["--quick"], 64, "--quick"), (["FiniteSizeCurve", "--seed", "1"], 64, "--seed"),
      (["CoinFlip", "--seed", "x"], 64, "--seed"), (["CoinFlip", "more"], 64, "more"),
      (["CoinFlip", "--strength", "2"], 64, "--strength"),
      (["SpikedTensor", "--strength", "-1"], 64, "--strength"),
      (["SpikedTensor", "--strength", "nan"], 64, "--strength"),
      (["ComplexityFan", "--p", "2"], 64, "--p"),
      (["FiniteSizeCurve", "--update-readme", "--quick"], 64, "--update-readme"),
      (["SpikedTensor", "--strength", "3", "--update-readme"], 64, "--update-readme"),
      (["FiniteSizeCurve", "--output", "/dev/null/results"], 65, "/dev/null"),
      (["FiniteSizeCurve", "--update-readme"], 65, "README.md"),
    ] as [([String], Int32, String)])
  func refusals(arguments: [String], status: Int32, word: String) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(arguments, of: "experiments", in: folder.path)
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("experiments: ") && result.errors.contains(word))
    #expect(try folder.names() == [])
  }

  /// Without gnuplot data and scripts are written, and the status says that figures are not.
  @Test func withoutGnuplot() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(
      ["FiniteSizeCurve", "--quick", "--output", folder("out")], of: "experiments",
      environment: ["PATH": folder.path])
    #expect(result.status == 70)
    #expect(result.errors.split(separator: "\n").count == 1)
    for file in ["finite-size-curve.csv", "curves.gp", "scaled.gp"] {
      #expect(FileManager.default.fileExists(atPath: folder("out/\(file)")), "\(file)")
    }
  }
}
