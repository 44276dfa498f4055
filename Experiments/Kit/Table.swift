import Foundation
import Requirements
import Saddlery

/// A table as a README has it, between markers that say its name.
struct Table {
  static let end = "<!-- end -->"

  let name: String
  /// Lines of Markdown.
  private var lines: [String] = []

  init(_ name: String, _ header: String) {
    self.name = name
    add(header)
    lines.append("|" + String(repeating: "---|", count: Self.cells(header)))
  }

  /// A row, `| a | b |`.
  mutating func add(_ row: String) {
    let (found, expected) = (Self.cells(row), Self.cells(lines.first ?? row))
    demand(found == expected, "\(found) cells in a table of \(expected) columns: \(row)")
    lines.append(row)
  }

  static func marker(_ name: String) -> String { "<!-- table: \(name) -->" }

  var markdown: String {
    ([Self.marker(name)] + lines + [Self.end]).joined(separator: "\n")
  }

  /// Upright lines that are text are escaped.
  private static func cells(_ row: String) -> Int {
    row.replacingOccurrences(of: "\\|", with: "").count { $0 == "|" } - 1
  }
}

/// The README of an experiment, in which all but the tables is written by hand.
struct Readme {
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
      let marker = Table.marker(table.name)
      guard let start = text.range(of: marker),
        let end = text.range(of: Table.end, range: start.upperBound..<text.endIndex)
      else { throw .input("'\(path)' has no \(marker) with its \(Table.end)") }
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: table.markdown)
    }
    do { try OutputFile(path).write(text) } catch { throw .input("\(error)") }
  }
}
