internal import Foundation
internal import Requirements

/// Why a text is no table.
public enum DataTableError: Error, Hashable, CustomStringConvertible {
  /// A file that cannot be read; `reason` is the system's wording.
  case unreadable(path: String, reason: String)
  /// A line, counted from 1, and what is wrong with it.
  case malformed(line: Int, reason: String)

  /// One line: what is wrong where.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(quoted(path)): \(reason)"
    case .malformed(let line, let reason):
      "line \(line) is no row of a table: \(reason); tables are CSV with a header row under '#' lines"
    }
  }
}

extension DataTable {
  /// Reads a table back: what ``csv()`` writes, and CSV of others with a header row.
  ///
  /// Comments come without `# `. A cell that is not quoted is an integer, a real or missing if it reads as one of these,
  /// else text.
  ///
  /// - Throws: ``DataTableError`` with the line that cannot be read.
  /// - Complexity: of the order of the text.
  public init(csv text: String) throws(DataTableError) {
    var reader = CSVReader(text)
    var comments: [String] = []
    while let line = reader.comment() { comments.append(line) }
    guard let header = try reader.row() else {
      self.init(comments: comments)
      return
    }
    var columns = header.map { Column($0.text, cells: []) }
    while true {
      let line = reader.line
      guard let row = try reader.row() else { break }
      guard row.count == columns.count else {
        throw .malformed(
          line: line, reason: "\(row.count) cells, the header has \(columns.count)")
      }
      for (i, cell) in row.enumerated() { columns[i].cells.append(cell.value) }
    }
    self.init(comments: comments, columns: columns)
  }

  /// Reads a table from a file, see ``init(csv:)``.
  ///
  /// - Throws: ``DataTableError`` if the file cannot be read, or is no table.
  public init(readingFrom path: String) throws(DataTableError) {
    let text: String
    do {
      text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    try self.init(csv: text)
  }

  /// The origin that its comments state, as ``Provenance/comments`` does; nil if they do not.
  public var provenance: Provenance? {
    func value(_ name: String) -> String? {
      comments.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
    guard let model = value("model"), let convention = value("convention") else { return nil }
    let last = comments.firstIndex { $0.hasPrefix("convention: ") } ?? comments.count
    return Provenance(
      model: model, convention: convention, seed: value("seed").flatMap(UInt64.init),
      notes: Array(comments[(last + 1)...]))
  }

  /// The numbers of a column by name, NaN for cells that are none; nil if there is no such column.
  public subscript(name: String) -> [Double]? {
    columns.first { $0.name == name }.map { column in
      column.cells.map { cell in
        switch cell {
        case .real(let value): value
        case .integer(let value): Double(value)
        case .text, .missing: .nan
        }
      }
    }
  }
}

/// Rows of a CSV text, by bytes: separators are ASCII.
private struct CSVReader {
  /// The number of the next line, from 1.
  private(set) var line = 1
  private let bytes: [UInt8]
  private var place = 0

  struct Cell {
    var text: String
    var isQuoted: Bool

    var value: DataTable.Cell {
      if isQuoted { return .text(text) }
      if text.isEmpty { return .missing }
      if let integer = Int(text) { return .integer(integer) }
      switch text {
      case "nan": return .real(.nan)
      case "inf": return .real(.infinity)
      case "-inf": return .real(-.infinity)
      default: return DataTable.isNumber(text) ? .real(Double(text) ?? .nan) : .text(text)
      }
    }
  }

  init(_ text: String) { bytes = Array(text.utf8) }

  private static let (lineFeed, carriageReturn, comma, quote, hash) = (
    UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "\""),
    UInt8(ascii: "#")
  )

  /// The next line if it is a comment, without its sign.
  mutating func comment() -> String? {
    guard place < bytes.count, bytes[place] == Self.hash else { return nil }
    let end = bytes[place...].firstIndex(of: Self.lineFeed) ?? bytes.count
    var text = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    if text.hasSuffix("\r") { text.removeLast() }
    if text.hasPrefix(" ") { text.removeFirst() }
    place = min(end + 1, bytes.count)
    line += 1
    return text
  }

  /// The cells of the next row; nil at the end.
  mutating func row() throws(DataTableError) -> [Cell]? {
    guard place < bytes.count else { return nil }
    var cells: [Cell] = []
    while true {
      cells.append(try cell())
      guard place < bytes.count, bytes[place] == Self.comma else { break }
      place += 1
    }
    if place < bytes.count, bytes[place] == Self.carriageReturn { place += 1 }
    guard place == bytes.count || bytes[place] == Self.lineFeed else {
      throw .malformed(line: line, reason: "text behind a quoted cell")
    }
    place = min(place + 1, bytes.count)
    line += 1
    return cells
  }

  private mutating func cell() throws(DataTableError) -> Cell {
    guard place < bytes.count, bytes[place] == Self.quote else {
      let end =
        bytes[place...].firstIndex { $0 == Self.comma || $0 == Self.lineFeed } ?? bytes.count
      var text = bytes[place..<end]
      place = end
      if text.last == Self.carriageReturn { text.removeLast() }
      return Cell(text: String(decoding: text, as: UTF8.self), isQuoted: false)
    }
    var text: [UInt8] = []
    let start = line
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == Self.quote {
        guard place < bytes.count, bytes[place] == Self.quote else {
          return Cell(text: String(decoding: text, as: UTF8.self), isQuoted: true)
        }
        place += 1
      } else if byte == Self.lineFeed {
        line += 1
      }
      text.append(byte)
    }
    throw .malformed(line: start, reason: "a quotation mark that nothing closes")
  }
}

extension DataTable {
  /// Whether a text reads as a number, so that as text it has to be quoted.
  static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return ["nan", "inf"].contains(text) }
    return text == "-inf" || Double(text) != nil
  }
}
