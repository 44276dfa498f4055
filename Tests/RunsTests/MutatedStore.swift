import CSQLite
import Foundation
import Requirements
import TestSupport

/// A store in which something is changed: bytes, whole pages, or by way of SQLite itself rows, values, and what tables are.
struct MutatedStore {
  private let seeds: [[UInt8]]
  private var random: Mutations

  /// - Parameter number: determines what is changed, with the stores to begin from.
  init(_ seeds: [[UInt8]], number: Int) {
    (self.seeds, random) = (seeds, Mutations(seed: UInt64(number)))
  }

  /// Writes it.
  ///
  /// - Returns: which store it was.
  mutating func write(to path: String) throws -> Int {
    let seed = random.below(seeds.count)
    var bytes = seeds[seed]
    switch random.below(4) {
    case 0: bytes = random.mutate(bytes)
    case 1: for _ in 0...random.below(3) { changePages(&bytes) }
    default:
      try Data(bytes).write(to: URL(filePath: path))
      for _ in 0...random.below(3) { changeRows(path) }
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    }
    // With and without a log beside it.
    if bytes.count > 20, random.below(2) == 0 { (bytes[18], bytes[19]) = (2, 2) }
    try Data(bytes).write(to: URL(filePath: path))
    return seed
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  // MARK: Pages

  private mutating func changePages(_ bytes: inout [UInt8]) {
    let size = 1024
    let count = bytes.count / size
    guard count > 1 else { return }
    func range(_ page: Int) -> Range<Int> { (page * size)..<((page + 1) * size) }
    let (a, b) = (random.below(count), random.below(count))
    let (first, second) = (Array(bytes[range(a)]), Array(bytes[range(b)]))
    switch random.below(5) {
    case 0:
      bytes.replaceSubrange(range(a), with: second)
      bytes.replaceSubrange(range(b), with: first)
    case 1: bytes.replaceSubrange(range(a), with: second)
    case 2:
      let other = pick(seeds)
      let page = random.below(other.count / size)
      bytes.replaceSubrange(range(a), with: other[range(page)])
    case 3:
      // An inner page whose children are all one page, itself perhaps.
      var page = [UInt8](repeating: 0, count: size)
      let children = 1 + random.below(100)
      page[0] = pick([2, 5])
      (page[3], page[4]) = (0, UInt8(children))
      page[11] = UInt8(b + 1)
      for child in 0..<children {
        let place = size - 8 * (child + 1)
        (page[12 + 2 * child], page[13 + 2 * child]) = (UInt8(place >> 8), UInt8(place & 0xff))
        page[place + 3] = UInt8(b + 1)
        (page[place + 4], page[place + 5]) = (3, 2)
      }
      bytes.replaceSubrange(range(max(a, 1)), with: page)
    default: bytes.removeLast(size * (1 + random.below(count)))
    }
  }

  // MARK: Rows

  private static let values = [
    "NULL", "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "1000000000000000000",
    "4611686018427387904", "9e999", "-9e999", "5e-324", "1e300", "'nan'", "''", "'text'", "x''",
    "x'00'", "zeroblob(4096)", "'a''b\"c'", "char(0, 10, 27, 8232)", "hex(zeroblob(3000))",
    "zeroblob(80)",
  ]

  private static let texts = [
    (" NOT NULL", ""), ("INTEGER", "TEXT"), ("REAL", "BLOB"), ("PRIMARY KEY", "UNIQUE"),
    (" WITHOUT ROWID", ""), ("CREATE TABLE", "CREATE VIEW"), (" BLOB", " AS (zeroblob(100))"),
    ("TEXT", "TEXT CHECK (1 = 2)"), ("part", "port"), (", ", ",\n"), ("(", "(("),
    ("REAL", "TEXT DEFAULT (hex(zeroblob(99)))"),
  ]

  private static let tables = ["meta", "parts", "runs", "samples", "points", "pieces"]

  private mutating func changeRows(_ path: String) {
    guard let database = Connection(path) else { return }
    database.run("PRAGMA journal_mode = OFF")
    let table = pick(Self.tables)
    let columns = database.texts("SELECT name FROM pragma_table_info('\(table)')")
    guard !columns.isEmpty else { return }
    let (column, value) = (pick(columns), pick(Self.values))
    let some = "(SELECT \"\(column)\" FROM \(table) LIMIT 1 OFFSET \(random.below(4)))"
    let endless =
      "AS WITH RECURSIVE c(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM c) SELECT "
      + columns.map { "x AS \"\($0)\"" }.joined(separator: ", ") + " FROM c"
    switch random.below(16) {
    case 0...3:
      database.run("UPDATE OR IGNORE \(table) SET \"\(column)\" = \(value)")
    case 4, 5:
      database.run("UPDATE \(table) SET \"\(column)\" = \(value) WHERE \"\(column)\" IS \(some)")
    case 6:
      let all = columns.map { $0 == column ? value : "\"\($0)\"" }.joined(separator: ", ")
      database.run("INSERT OR IGNORE INTO \(table) SELECT \(all) FROM \(table)")
    case 7:
      database.run(
        pick([
          "DROP TABLE \(table)", "DELETE FROM \(table)", "ALTER TABLE \(table) RENAME TO other",
          "ALTER TABLE \(table) RENAME COLUMN \"\(column)\" TO other",
          "ALTER TABLE \(table) ADD COLUMN other", "ALTER TABLE \(table) DROP COLUMN \"\(column)\"",
          "CREATE INDEX other ON \(table)(\"\(column)\" + 1)",
        ]))
    case 8:
      database.run(
        pick([
          "DROP TABLE \(table); CREATE VIEW \(table) \(endless)",
          "CREATE TRIGGER t AFTER INSERT ON \(table) BEGIN INSERT INTO points SELECT * FROM points; END",
          "DROP TABLE \(table); CREATE VIRTUAL TABLE \(table) USING fts5(x)",
        ]))
    case 9, 10:
      let (old, new) = pick(Self.texts)
      database.run(
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = '\(table)'"
      )
    case 11:
      let field = pick(["rootpage", "type", "name", "tbl_name", "sql"])
      database.run(
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET \(field) = \(pick(Self.values + ["2", "3", "5"])) WHERE name = '\(table)'"
      )
    case 12:
      database.run("PRAGMA \(pick(["user_version", "application_id"])) = \(pick([0, -1, 2, 7]))")
    case 13:
      // A run of this machine is asked after.
      let host = ProcessInfo.processInfo.hostName
      database.run("UPDATE runs SET state = 'running', host = '\(host)', process = \(value)")
      changeText(database)
    case 14: changePieces(database)
    default: changeDescription(database)
    }
  }

  private mutating func changeText(_ database: Connection) {
    let key = pick(["recipe", "share", "description"])
    guard let text = database.texts("SELECT value FROM meta WHERE key = '\(key)'").first else {
      return
    }
    let changed = String(decoding: random.mutate(Array(text.utf8)), as: UTF8.self)
    database.set(key, changed)
  }

  /// Pieces with a right seal over anything.
  private mutating func changePieces(_ database: Connection) {
    let extremes: [UInt64] = [0, 1, 2, 3, 8, .max, 1 << 63, 1 << 62, 1 << 32]
    let content = (0..<random.below(30)).map { _ in
      random.below(4) == 0 ? random.next() : pick(extremes)
    }
    let words = [checksum(of: content)] + content
    let hex = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
      .map { String(format: "%02x", $0) }.joined()
    database.run("INSERT OR REPLACE INTO pieces VALUES (0, \(random.below(2)), 1, x'\(hex)')")
  }

  /// A description with another word in it.
  private mutating func changeDescription(_ database: Connection) {
    let key = "description"
    guard let text = database.texts("SELECT value FROM meta WHERE key = '\(key)'").first else {
      return
    }
    let ranges = text.ranges(of: /"[^"]*"|[-0-9.e]+|\[[^\[\]]*\]|\{[^{}]*\}/)
    guard !ranges.isEmpty else { return }
    let deep = String(repeating: "[", count: 2000)
    let word = pick([
      "1000000000000000000", "9223372036854775807", "-1", "1e400", "1.5", "0", "\"\"", "null",
      "true", "[]", "{}", deep, "\"a\\\"b\"", "\"x\\\" FROM sqlite_schema --\"", "\"sigma\"",
      "\"part\"", "\"no_such_column\"", "\"a/b\"", "\"\\u0000\\n\"", "\"integer\"", "\"text\"",
      "{\"list\":{\"_0\":[]}}", "{\"integer\":{\"_0\":1}}",
    ])
    database.set(key, text.replacingCharacters(in: pick(ranges), with: word))
  }
}

/// SQLite, with errors left aside.
final class Connection {
  private let handle: OpaquePointer

  init?(_ path: String) {
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    guard let handle else { return nil }
    self.handle = handle
    sqlite3_progress_handler(handle, 100_000, { _ in 1 }, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  func run(_ sql: String) { sqlite3_exec(handle, sql, nil, nil, nil) }

  /// The first column.
  func texts(_ sql: String) -> [String] {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while let statement, sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
    }
    return texts
  }

  /// Changes a row of `meta`.
  func set(_ key: String, _ value: String) {
    run(
      "UPDATE meta SET value = '\(value.replacing("'", with: "''"))' WHERE key = '\(key)'")
  }
}
