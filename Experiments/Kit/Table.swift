import Commands
import Foundation
import Requirements
import Saddlery

/// A table as a README has it, between markers that say its name.
struct Table {
  let name: String
  /// Lines of Markdown.
  private var lines: [String] = []

  init(_ name: String, _ header: String) {
    self.name = name
    add(header)
    lines.append("|" + String(repeating: "---|", count: Self.cells(header)))
  }

  /// A row, `| a | b |`; upright lines that are text are escaped.
  mutating func add(_ row: String) {
    demand(Self.cells(row) == Self.cells(lines.first ?? row), "not a row of table \(name): \(row)")
    lines.append(row)
  }

  var marker: String { "<!-- table: \(name) -->" }

  var markdown: String { ([marker] + lines + [Readme.end]).joined(separator: "\n") }

  private static func cells(_ row: String) -> Int {
    row.replacingOccurrences(of: "\\|", with: "").count { $0 == "|" } - 1
  }
}

/// The README of an experiment, in which all but the tables is written by hand.
struct Readme {
  static let end = "<!-- end -->"
  private let path: String
  private let text: String

  init(of experiment: String) throws(Failure) {
    path = "Experiments/\(experiment)/README.md"
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw .input("cannot read '\(path)'; run in the folder that has Experiments/")
    }
  }

  /// Puts the tables in the place of those of the same names.
  func update(_ tables: [Table]) throws(Failure) {
    var text = text
    for table in tables {
      guard let start = text.range(of: table.marker),
        let end = text.range(of: Self.end, range: start.upperBound..<text.endIndex)
      else { throw .input("'\(path)' has no \(table.marker) with its \(Self.end)") }
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: table.markdown)
    }
    do { try OutputFile(path).write(text) } catch { throw .input("\(error)") }
  }
}
