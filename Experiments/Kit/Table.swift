import Foundation
import Requirements
import Saddlery

/// A table as a README has it, between markers that say its name.
struct Table {
  static let end = "<!-- end -->"

  let name: String
  private let columns: [String]
  private var rows: [[String]] = []

  init(_ name: String, _ columns: [String]) {
    (self.name, self.columns) = (name, columns)
  }

  mutating func add(_ cells: [String]) {
    demand(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(cells)
  }

  static func marker(_ name: String) -> String { "<!-- table: \(name) -->" }

  var markdown: String {
    let lines = [columns] + rows
    // An upright line in a cell is escaped.
    var texts = lines.map { line in
      "|"
        + line.map { cell in
          cell.isEmpty ? " |" : " \(cell.replacingOccurrences(of: "|", with: "\\|")) |"
        }.joined()
    }
    texts.insert("|" + String(repeating: "---|", count: columns.count), at: 1)
    return ([Self.marker(name)] + texts + [Self.end]).joined(separator: "\n")
  }
}

/// The README of an experiment, in which all but the tables is written by hand.
struct Readme {
  private let path: String
  private let text: String

  init(of experiment: String) throws(Failure) {
    path = "Experiments/\(experiment)/README.md"
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw Failure(
        message: "cannot read '\(path)'; run in the folder that has Experiments/", status: 65)
    }
  }

  /// Puts the tables in the place of those of the same names.
  func update(_ tables: [Table]) throws(Failure) {
    var text = text
    for table in tables {
      guard let start = text.range(of: Table.marker(table.name)),
        let end = text.range(of: Table.end, range: start.upperBound..<text.endIndex)
      else {
        throw Failure(
          message: "'\(path)' has no \(Table.marker(table.name)) ... \(Table.end)", status: 65)
      }
      text.replaceSubrange(start.lowerBound..<end.upperBound, with: table.markdown)
    }
    do { try OutputFile(path).write(text) } catch { throw .input(error) }
  }
}
