internal import Foundation
internal import Requirements

/// A checksum of all that is stored of a sample: what is read back later is what was stored, proofs among it.
struct SampleSeal {
  private(set) var value: UInt64 = 0
  private(set) var rows = 0

  init(verdict: StoreValue) { add([verdict]) }

  /// Adds a row with its position and spectrum.
  mutating func add(row: [StoreValue]) {
    add(row)
    rows += 1
  }

  private mutating func add(_ values: [StoreValue]) {
    var words = [value]
    for value in values { value.append(to: &words) }
    value = checksum(of: words)
  }
}

extension StoreValue {
  /// What SQLite gives back the same, told apart by kinds.
  fileprivate func append(to words: inout [UInt64]) {
    switch self {
    case .missing: words.append(0)
    case .integer(let number): words += [1, UInt64(bitPattern: Int64(number))]
    case .real(let number) where number.isNaN: StoreValue.text("nan").append(to: &words)
    // It knows no minus zero.
    case .real(let number): words += [2, (number + 0).bitPattern]
    case .text(let text): words += [3, UInt64(text.utf8.count)] + text.utf8.map(UInt64.init)
    case .bytes(let data):
      words += [4, UInt64(data.count)]
      data.withUnsafeBytes { bytes in
        for place in stride(from: 0, to: data.count - 7, by: 8) {
          words.append(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        words += bytes.suffix(data.count % 8).map(UInt64.init)
      }
    }
  }
}

extension Store {
  /// Throws unless every finished sample is what was stored.
  func checkSeals(_ database: Database) throws(StoreError) {
    var seals: [SampleKey: SampleSeal] = [:]
    var expected: [SampleKey: StoreValue] = [:]
    var counts: [SampleKey: StoreValue] = [:]
    try database.forEachRow("SELECT part, sample, rows, verdict, seal FROM samples") { row in
      guard case .integer(let part) = row[0], case .integer(let sample) = row[1] else { return }
      let key = SampleKey(part: part, sample: sample)
      (seals[key], counts[key], expected[key]) = (SampleSeal(verdict: row[3]), row[2], row[4])
    }
    let columns = description.columns.map { ", \($0.quotedName)" }.joined()
    try database.forEachRow(
      "SELECT part, sample\(columns), position, spectrum FROM points ORDER BY part, sample, row"
    ) { row in
      guard case .integer(let part) = row[0], case .integer(let sample) = row[1] else { return }
      seals[SampleKey(part: part, sample: sample)]?.add(row: Array(row.dropFirst(2)))
    }
    for (key, seal) in seals {
      let isRight: Bool =
        switch expected[key] {
        case .integer(let sum)?: sum == seal.stored && counts[key] == .integer(seal.rows)
        // Of the first form.
        default: counts[key] == .integer(seal.rows)
        }
      guard isRight else {
        throw .damaged(path: path, reason: "sample \(key.sample) is not what was stored")
      }
    }
  }
}

extension SampleSeal {
  var stored: Int { Int(truncatingIfNeeded: value) }
}
