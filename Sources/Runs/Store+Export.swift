internal import Foundation
internal import OutputFiles

extension Store {
  /// How the cells of a row are written.
  public enum TableForm: Sendable {
    /// With commas; a missing cell is empty.
    case csv
    /// With blanks; a missing cell is a question mark.
    case blanks
  }

  /// All rows, parts and samples ascending, behind a block of comments: the table that one run without a store gives.
  ///
  /// - Parameters:
  ///   - form: how the text is written.
  ///   - hasPositions: columns `sigma_1`, `sigma_2`, ... of positions, if they were kept.
  /// - Throws: ``StoreError`` if the store cannot be read.
  public func table(
    _ form: TableForm = .csv, hasPositions: Bool = false
  ) throws(StoreError) -> String {
    let columns = description.columns
    let dimension = try hasPositions ? positionCount() : 0
    let sweep = description.parts.map(\.swept)
    let names =
      (sweep.first?.map(\.key) ?? []) + ["sample"] + columns.map(\.name)
      + (0..<dimension).map { "\(description.positionName)_\($0 + 1)" }
    var text = DataTable(
      comments: description.comments + (form == .blanks ? [names.joined(separator: " ")] : []),
      columns: form == .blanks ? [] : names.map { DataTable.Column($0, cells: []) }
    ).csv()
    let selected =
      columns.map { ", \($0.quotedName)" }.joined() + (dimension > 0 ? ", position" : "")
    let references = columns.indices.filter {
      description.rowReferences.contains(columns[$0].name)
    }
    var (rows, before, last) = (0, 0, (part: -1, sample: -1))
    try withDatabase { database throws(StoreError) in
      try database.forEachRow(
        "SELECT part, sample\(selected) FROM points ORDER BY part, sample, row"
      ) { row throws(StoreError) in
        guard case .integer(let part) = row[0], case .integer(let sample) = row[1] else {
          throw .damaged(path: path, reason: "a point has no number of its sample")
        }
        if last != (part, sample) { (before, last) = (rows, (part, sample)) }
        var cells = try cells(row.dropFirst(2), columns)
        for place in references {
          guard case .integer(let own) = cells[place] else { continue }
          let (sum, isTooLarge) = own.addingReportingOverflow(before)
          guard !isTooLarge else {
            throw .damaged(path: path, reason: "\(columns[place].name) \(own) is no row")
          }
          cells[place] = .integer(sum)
        }
        if dimension > 0 {
          var position: [DataTable.Cell] = []
          if case .bytes(let data) = row[columns.count + 2] {
            position = data.doubles.map(DataTable.Cell.real)
          }
          // Parts of a sweep may differ in dimension.
          cells += position
          cells += [DataTable.Cell](repeating: .missing, count: dimension - position.count)
        }
        let front = sweep.indices.contains(part) ? sweep[part].map(\.value.cell) : []
        text += Self.line(front + [.integer(sample)] + cells, form)
        rows += 1
      }
    }
    return text
  }

  /// Cells from what SQLite gives back.
  func cells(
    _ row: ArraySlice<StoreValue>, _ columns: [StoreColumn]
  ) throws(StoreError) -> [DataTable.Cell] {
    var cells: [DataTable.Cell] = []
    for (column, value) in zip(columns, row) {
      guard let cell = column.cell(value) else {
        throw .damaged(path: path, reason: "a point has another kind of \(column.name)")
      }
      cells.append(cell)
    }
    return cells
  }

  private static func line(_ cells: [DataTable.Cell], _ form: TableForm) -> String {
    switch form {
    case .csv: cells.map(\.csv).joined(separator: ",") + "\n"
    case .blanks:
      cells.map { cell in
        switch cell {
        case .missing: "?"
        case .text(let text): text.isEmpty ? "?" : text.replacing(" ", with: "_")
        default: cell.csv
        }
      }.joined(separator: " ") + "\n"
    }
  }

  /// Columns of numbers, and vectors if they were kept: names, shapes and values of arrays, rows in the order of tables. What
  /// is missing is not a number.
  ///
  /// - Throws: ``StoreError`` if the store cannot be read.
  public func datasets() throws(StoreError) -> [(name: String, shape: [Int], values: [Double])] {
    let columns =
      ["part", "sample"].map { StoreColumn($0, .integer) }
      + description.columns.filter { $0.kind != .text }
    let names = columns.map(\.name)
    let selected = columns.map(\.quotedName).joined(separator: ", ")
    var values = names.map { _ in [Double]() }
    try withDatabase { database throws(StoreError) in
      try database.forEachRow(
        "SELECT \(selected) FROM points ORDER BY part, sample, row"
      ) { row throws(StoreError) in
        for (place, cell) in try cells(row[...], columns).enumerated() {
          switch cell {
          case .integer(let number): values[place].append(Double(number))
          case .real(let number): values[place].append(number)
          default: values[place].append(.nan)
          }
        }
      }
    }
    var datasets = zip(names, values).map { (name: $0, shape: [$1.count], values: $1) }
    for name in ["position", "spectrum"] {
      let vectors = try vectors(name)
      guard let width = vectors.first?.count, vectors.allSatisfy({ $0.count == width }) else {
        continue
      }
      datasets.append((name, [vectors.count, width], vectors.flatMap(\.self)))
    }
    return datasets
  }

  private func vectors(_ column: String) throws(StoreError) -> [[Double]] {
    try withDatabase { database throws(StoreError) in
      var vectors: [[Double]] = []
      try database.forEachRow(
        "SELECT \(column) FROM points WHERE \(column) IS NOT NULL ORDER BY part, sample, row"
      ) { row in
        if case .bytes(let data) = row[0] { vectors.append(data.doubles) }
      }
      return vectors
    }
  }

  private func positionCount() throws(StoreError) -> Int {
    try withDatabase { database throws(StoreError) in
      try database.integer("SELECT max(length(position)) FROM points") / 8
    }
  }
}

extension Recipe.Value {
  /// As a cell of a table.
  fileprivate var cell: DataTable.Cell {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    default: .text("\(self)")
    }
  }
}

extension Data {
  var doubles: [Double] {
    withUnsafeBytes { bytes in
      (0..<(count / 8)).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
  }
}
