import Foundation
import TestSupport
import Testing

/// Every command that draws takes a title and lines of small print; its own small print stays.
@Suite struct FigureOptionsTests {
  @Test(arguments: [
    (["matrix", "goe", "--n", "6", "--samples", "2"], "spectrum", "seed 1"),
    (
      ["index-energy", "--n", "8", "--points", "6", "--samples", "1"], "index-energy", "pure 3-spin"
    ),
    (["field", "critical-points", "--size", "4"], "map", "sample 0"),
    (
      ["field", "index-energy", "--n", "5", "--points", "6", "--samples", "1", "--waves", "50"],
      "index-energy", "50 plane waves"
    ),
    (["theory", "counts", "--n", "4"], "counts", "pure 3-spin"),
  ])
  func titleAndCaption(_ command: [String], _ name: String, _ own: String) throws {
    let folder = try TemporaryFolder()
    let words = ["--title", "Mine, λ_{max}", "--caption", "first `line`", "--caption", "-second"]
    let result = try Command.run(command + ["--output", folder("o")] + words)
    #expect(result.status == 0, "\(result.errors)")
    let svg = try folder.text("o/\(name).svg").replacing(/<[^>]*>/, with: "|")
    for text in ["Mine, ", "max", "|first `line`|", "|-second|", own] {
      #expect(svg.contains(text), "\(text)")
    }
  }

  @Test(arguments: [
    ["matrix", "goe", "--n", "6", "--output", "o", "--no-figure"],
    ["field", "critical-points", "--size", "4"],
    ["field", "critical-points", "--size", "2", "--dimension", "1", "--output", "o"],
    ["theory", "counts"],
  ])
  func nothingIsDrawn(_ command: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(command + ["--caption", "x"], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("--caption needs a figure"))
    #expect(try folder.names() == [])
  }
}
