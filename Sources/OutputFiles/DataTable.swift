import Foundation
internal import Requirements

/// Named columns with comment lines above them, written as CSV.
///
/// ```
/// # one line per comment
/// N,energy,outcome
/// 100,-1.6326,converged
/// 200,,"stopped, no minimum"
/// ```
/// Reals are printed in the shortest form that reads back as the same `Double`; not-a-number is
/// `nan`, infinities are `inf` and `-inf`; a missing value is an empty cell. Text is quoted (RFC
/// 4180) only where it has to be, so that ``init(csv:)`` reads back what was written.
public struct DataTable: Sendable, Hashable {
  /// One value of a column.
  public enum Cell: Sendable, Hashable {
    /// A real number, not necessarily finite.
    case real(Double)
    /// A whole number, of 64 bits.
    case integer(Int)
    /// Text, any characters.
    case text(String)
    /// No value: an empty cell, which is not the same as empty text.
    case missing
  }

  /// Lines of the `#` block above the header; a line break inside one starts another.
  public var comments: [String]
  /// Columns from left to right, all of one length.
  public var columns: [Column]

  /// Creates a table. The lengths of the columns are checked by ``csv()``.
  public init(comments: [String] = [], columns: [Column] = []) {
    self.comments = comments
    self.columns = columns
  }

  /// The table as CSV with a header row, lines ended by a line feed.
  ///
  /// - Precondition: all columns have the same number of cells.
  public func csv() -> String {
    let rows = columns.first?.cells.count ?? 0
    for column in columns {
      demand(
        column.cells.count == rows,
        "column '\(column.name)' has \(column.cells.count) cells, the first column has \(rows)")
    }
    var text = commentBlock(comments)
    guard !columns.isEmpty else { return text }
    text += columns.map { quotedIfNeeded($0.name) }.joined(separator: ",") + "\n"
    for row in 0..<rows {
      text += columns.map { $0.cells[row].csv }.joined(separator: ",") + "\n"
    }
    return text
  }
}

extension DataTable {
  /// A name and its cells.
  public struct Column: Sendable, Hashable {
    /// Header of the column.
    public var name: String
    /// Cells from top to bottom.
    public var cells: [Cell]

    /// A column of arbitrary cells.
    public init(_ name: String, cells: [Cell]) {
      self.name = name
      self.cells = cells
    }

    /// A column of reals.
    public init(_ name: String, _ values: [Double]) {
      self.init(name, cells: values.map(Cell.real))
    }

    /// A column of reals, `nil` for a missing value.
    public init(_ name: String, _ values: [Double?]) {
      self.init(name, cells: values.map { $0.map(Cell.real) ?? .missing })
    }

    /// A column of integers.
    public init(_ name: String, _ values: [Int]) {
      self.init(name, cells: values.map(Cell.integer))
    }

    /// A column of integers, `nil` for a missing value.
    public init(_ name: String, _ values: [Int?]) {
      self.init(name, cells: values.map { $0.map(Cell.integer) ?? .missing })
    }

    /// A column of text.
    public init(_ name: String, _ values: [String]) {
      self.init(name, cells: values.map(Cell.text))
    }
  }
}

extension DataTable.Cell {
  package var csv: String {
    switch self {
    case .real(let value): value.isNaN ? "nan" : value.description
    case .integer(let value): value.description
    case .text(let value): quotedIfNeeded(value)
    case .missing: ""
    }
  }
}

/// Lines as `# line`. A final backslash would swallow the next line of a gnuplot script, so a space
/// follows it.
package func commentBlock(_ lines: [String]) -> String {
  lines.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
    .map { $0.isEmpty ? "#\n" : "# \($0)\($0.hasSuffix("\\") ? " " : "")\n" }.joined()
}

private func quotedIfNeeded(_ text: String) -> String {
  let plain =
    !text.isEmpty && !DataTable.isNumber(text) && !text.hasPrefix("#") && text.first != " "
    && text.last != " "
    && !text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
  return plain ? text : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
}
