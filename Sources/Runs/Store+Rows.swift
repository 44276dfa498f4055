public import OutputFiles

/// What a store holds of one part of a sweep.
public struct StoredPart: Sendable {
  /// A finished sample.
  public struct Sample: Sendable {
    /// The number of the sample.
    public let number: Int
    /// Its rows, in the order of the store's columns.
    public fileprivate(set) var rows: [[DataTable.Cell]] = []
    /// The word on it as a whole.
    public let verdict: String?
  }

  /// The columns of rows.
  public let columns: [StoreColumn]
  /// The finished samples, by number.
  public fileprivate(set) var samples: [Sample]

  /// All rows behind the numbers of their samples, in order.
  public var rows: [(sample: Int, cells: [DataTable.Cell])] {
    samples.flatMap { sample in sample.rows.map { (sample.number, $0) } }
  }

  /// The place of a column; nil if there is none of that name.
  public func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

extension Store {
  /// The finished samples of a part of the sweep, without positions and spectra.
  ///
  /// - Throws: ``StoreError`` if the store cannot be read.
  public func part(_ number: Int) throws(StoreError) -> StoredPart {
    let columns = description.columns
    let selected = columns.map { ", \($0.quotedName)" }.joined()
    return try withDatabase { database throws(StoreError) in
      var part = StoredPart(columns: columns, samples: [])
      var places: [Int: Int] = [:]
      try database.forEachRow(
        "SELECT sample, verdict FROM samples WHERE part = ? ORDER BY sample", [.integer(number)]
      ) { row in
        guard case .integer(let sample) = row[0] else { return }
        places[sample] = part.samples.count
        var verdict: String?
        if case .text(let text) = row[1] { verdict = text }
        part.samples.append(StoredPart.Sample(number: sample, verdict: verdict))
      }
      try database.forEachRow(
        "SELECT sample\(selected) FROM points WHERE part = ? ORDER BY sample, row",
        [.integer(number)]
      ) { row throws(StoreError) in
        guard case .integer(let sample) = row[0], let place = places[sample] else { return }
        part.samples[place].rows.append(try cells(row.dropFirst(), columns))
      }
      return part
    }
  }
}

extension DataTable.Cell {
  /// Its number, NaN if it has none.
  package var number: Double {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  /// Its whole number.
  package var whole: Int? { if case .integer(let number) = self { number } else { nil } }

  /// Its text, empty if it has none.
  package var words: String { if case .text(let text) = self { text } else { "" } }
}
