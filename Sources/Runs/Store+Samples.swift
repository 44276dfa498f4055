internal import Foundation
internal import OutputFiles
internal import Requirements

/// A sample of a part of a sweep.
package struct SampleKey: Hashable, Sendable {
  package let part: Int
  package let sample: Int

  package init(part: Int, sample: Int) { (self.part, self.sample) = (part, sample) }

  var values: [StoreValue] { [.integer(part), .integer(sample)] }
}

extension Store {
  /// Adds a finished sample and drops its pieces; nothing if it is there already.
  func add(_ record: SampleRecord, _ key: SampleKey, seconds: Double) throws(StoreError) {
    try withDatabase { database throws(StoreError) in
      try database.transaction { () throws(StoreError) in
        let isThere = try database.integer(
          "SELECT count(*) FROM samples WHERE part = ? AND sample = ?", key.values)
        guard isThere == 0 else { return }
        let width = record.rows.first?.count ?? 0
        let places = [String](repeating: "?", count: width + 5).joined(separator: ", ")
        let verdict = record.verdict.map(StoreValue.text) ?? .missing
        var seal = SampleSeal(verdict: verdict)
        for (row, cells) in record.rows.enumerated() {
          demand(cells.count == width, "rows of \(width) and \(cells.count) cells in one sample")
          let values =
            cells.map(\.stored)
            + [record.positions, record.spectra].map { vectors in
              vectors.map { .bytes($0[row].withUnsafeBytes { Data($0) }) } ?? .missing
            }
          seal.add(row: values)
          try database.run(
            "INSERT INTO points VALUES (\(places))", key.values + [.integer(row)] + values)
        }
        try database.run(
          "INSERT INTO samples VALUES (?, ?, ?, ?, ?, ?)",
          key.values + [
            .integer(record.rows.count), .real(seconds), verdict, .integer(seal.stored),
          ])
        try database.run("DELETE FROM pieces WHERE part = ? AND sample = ?", key.values)
      }
    }
  }

  /// The samples that are finished.
  func finished() throws(StoreError) -> Set<SampleKey> {
    try withDatabase { database throws(StoreError) in
      var keys: Set<SampleKey> = []
      try database.forEachRow("SELECT part, sample FROM samples") { row in
        if case .integer(let part) = row[0], case .integer(let sample) = row[1] {
          keys.insert(SampleKey(part: part, sample: sample))
        }
      }
      return keys
    }
  }

  /// Keeps a piece of a sample.
  package func keep(_ piece: [UInt64], _ key: SampleKey) throws(StoreError) {
    try withDatabase { database throws(StoreError) in
      try database.run(
        "INSERT OR IGNORE INTO pieces VALUES (?, ?, ?, ?)",
        key.values + [
          .integer(Int(bitPattern: UInt(checksum(of: piece)))),
          .bytes(piece.withUnsafeBytes { Data($0) }),
        ])
    }
  }

  /// The pieces of a sample.
  package func pieces(_ key: SampleKey) throws(StoreError) -> [[UInt64]] {
    try withDatabase { database throws(StoreError) in
      var pieces: [[UInt64]] = []
      try database.forEachRow(
        "SELECT words FROM pieces WHERE part = ? AND sample = ? ORDER BY seal", key.values
      ) { row in
        guard case .bytes(let data) = row[0] else { return }
        pieces.append(
          data.withUnsafeBytes { bytes in
            (0..<(data.count / 8)).map {
              bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)
            }
          })
      }
      return pieces
    }
  }

  /// What the parts of a sweep differ in, one line for each.
  func parts() throws(StoreError) -> [String] {
    try withDatabase { database throws(StoreError) in
      try database.rows("SELECT settings FROM parts ORDER BY part").map {
        guard case .text(let text) = $0[0] else { return "" }
        return text
      }
    }
  }
}
