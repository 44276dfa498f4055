internal import Foundation
internal import Requirements

/// Why a text is no table of numbers.
public enum NumberTableError: Error, Hashable, CustomStringConvertible {
  /// A file that cannot be read; `reason` is the system's wording.
  case unreadable(path: String, reason: String)
  /// No number in it.
  case empty
  /// A cell, line and column counted from 1, that is no number.
  case notANumber(line: Int, column: Int, text: String)
  /// A row of another length than the first.
  case ragged(line: Int, count: Int, expected: Int)

  /// One line: what is wrong where.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(quoted(path)): \(reason)"
    case .empty: "it has none; give rows of numbers"
    case .notANumber(let line, let column, let text):
      "line \(line), column \(column) is \(quoted(text, limit: 40)), no number; give numbers, under one "
        + "row of names at most"
    case .ragged(let line, let count, let expected):
      "line \(line) has \(count) cells, the first row of numbers has \(expected); give rows of one length"
    }
  }
}

/// Rows of numbers, as spreadsheets and NumPy write them.
///
/// Cells end at commas or, in lines without, at tabs or spaces; blank lines and those that begin with `#` are left out; a
/// first row without any number is one of names.
public struct NumberTable: Sendable, Hashable {
  /// Number of columns.
  public let columns: Int
  /// The numbers, row by row.
  public let values: [Double]
  /// Number of rows.
  public var rows: Int { values.count / columns }

  /// Reads a text.
  ///
  /// - Throws: ``NumberTableError`` with the line and column of what is no number.
  public init(csv text: String) throws(NumberTableError) {
    var (values, columns): ([Double], Int?) = ([], nil)
    var (line, isFirst) = (0, true)
    var text = text
    text.makeContiguousUTF8()
    if text.first == "\u{FEFF}" { text.removeFirst() }
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let cells = Self.cells(Substring(bytes))
      guard let first = cells.first, first.first != "#" else { continue }
      let numbers = cells.map(Self.number)
      let isHeader = isFirst && numbers.allSatisfy { $0 == nil }
      isFirst = false
      if isHeader { continue }
      if let bad = numbers.firstIndex(of: nil) {
        throw .notANumber(line: line, column: bad + 1, text: String(cells[bad]))
      }
      if let columns, columns != cells.count {
        throw .ragged(line: line, count: cells.count, expected: columns)
      }
      columns = cells.count
      values += numbers.compactMap(\.self)
    }
    guard let columns else { throw .empty }
    (self.columns, self.values) = (columns, values)
  }

  /// Reads a file.
  ///
  /// - Throws: ``NumberTableError`` if the file cannot be read, or has anything but numbers.
  public init(readingFrom path: String) throws(NumberTableError) {
    let text: String
    do {
      text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    try self.init(csv: text)
  }

  private static func cells(_ line: Substring) -> [Substring] {
    let line = trimmed(line)
    if line.utf8.contains(UInt8(ascii: ",")) {
      return line.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    }
    return line.split { $0 == " " || $0 == "\t" }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8[...]
    func isBlank(_ byte: UInt8?) -> Bool { byte == 32 || byte == 9 || byte == 13 }
    while isBlank(bytes.first) { bytes.removeFirst() }
    while isBlank(bytes.last) { bytes.removeLast() }
    return Substring(bytes)
  }

  private static func number(_ cell: Substring) -> Double? {
    if let number = Double(cell) { return number }
    guard cell.first == "\"", cell.count > 1 else { return nil }
    return Double(cell.dropFirst().dropLast())
  }
}
