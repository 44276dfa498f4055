internal import CSQLite
internal import Foundation

/// One connection to an SQLite file.
///
/// Not for two threads at a time.
final class Database {
  /// How the file is opened.
  enum Access {
    case read, write, create
  }

  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  private let budget: StepBudget

  init(_ path: String, _ access: Access) throws(StoreError) {
    self.path = path
    budget = StepBudget(path)
    // A log beside the file is read by whoever may write it, and then removed by the last who does; where nobody may write
    // the file does not change.
    let isFixed =
      access == .read
      && (Foundation.access(path, W_OK) != 0
        || Foundation.access(URL(fileURLWithPath: path).deletingLastPathComponent().path, W_OK) != 0)
    var connection: OpaquePointer?
    let flags =
      isFixed
      ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      : SQLITE_OPEN_READWRITE | (access == .create ? SQLITE_OPEN_CREATE : 0)
    // A plain path, never the address form in which options can be given.
    let plain = path.hasPrefix("/") ? path : "./" + path
    let file =
      isFixed
      ? URL(fileURLWithPath: path).absoluteString.replacing("?", with: "%3f")
        .replacing("#", with: "%23") + "?immutable=1" : plain
    let code = sqlite3_open_v2(
      file, &connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let connection else {
      let reason = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(connection)
      throw .cannotOpen(path: path, reason: reason)
    }
    handle = connection
    sqlite3_busy_timeout(handle, 5000)
    if access != .create { budget.watch(handle) }
    if access == .read { try execute("PRAGMA query_only = 1") }
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// From now on statements take as long as they take: the file is known to be sound, or another one is read with it.
  func endBudget() { sqlite3_progress_handler(handle, 0, nil, nil) }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(StoreError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: [StoreValue] = []) throws(StoreError) {
    _ = try rows(sql, values)
  }

  /// Runs a statement; all of its rows.
  func rows(_ sql: String, _ values: [StoreValue] = []) throws(StoreError) -> [[StoreValue]] {
    var found: [[StoreValue]] = []
    try forEachRow(sql, values) { found.append($0) }
    return found
  }

  /// Runs a statement and hands over its rows one after another.
  func forEachRow(
    _ sql: String, _ values: [StoreValue] = [],
    _ body: ([StoreValue]) throws(StoreError) -> Void
  ) throws(StoreError) {
    let statement = try prepared(sql)
    budget.start()
    defer { statement.reset() }
    for (place, value) in values.enumerated() { try check(statement.bind(value, at: place + 1)) }
    while true {
      let code = statement.step()
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw error(code) }
      try body(statement.row)
    }
  }

  /// The number in the first column of the first row.
  func integer(_ sql: String, _ values: [StoreValue] = []) throws(StoreError) -> Int {
    guard case .integer(let number)? = try rows(sql, values).first?.first else { return 0 }
    return number
  }

  /// All of it or nothing.
  ///
  /// - Parameter isOfAll: whether every attached file is locked to be written, which may bring the size in its header up to date.
  func transaction<Result>(
    isOfAll: Bool = true, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try execute(isOfAll ? "BEGIN IMMEDIATE" : "BEGIN")
    do throws(StoreError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  private func prepared(_ sql: String) throws(StoreError) -> Statement {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw .damaged(path: path, reason: "no statement") }
    let made = Statement(statement)
    statements[sql] = made
    return made
  }

  private func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> StoreError {
    let reason = String(cString: sqlite3_errmsg(handle))
    switch code & 0xff {
    case SQLITE_NOTADB: return .notAStore(path: path)
    case SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_CONSTRAINT, SQLITE_FORMAT:
      return .damaged(path: path, reason: reason)
    case SQLITE_INTERRUPT: return .damaged(path: path, reason: "its tables have no end")
    case SQLITE_BUSY, SQLITE_LOCKED: return .inUse(path: path)
    case SQLITE_CANTOPEN: return .cannotOpen(path: path, reason: reason)
    default: return .cannotWrite(path: path, reason: reason)
    }
  }
}

/// A statement that is used many times.
private final class Statement {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func step() -> Int32 { sqlite3_step(handle) }

  func bind(_ value: StoreValue, at place: Int) -> Int32 {
    let place = Int32(place)
    switch value {
    case .missing: return sqlite3_bind_null(handle, place)
    case .integer(let number): return sqlite3_bind_int64(handle, place, Int64(number))
    case .real(let number):
      // SQLite knows no NaN and would make it nothing.
      return number.isNaN
        ? csqlite_bind_text(handle, place, "nan", 3) : sqlite3_bind_double(handle, place, number)
    case .text(let text):
      var text = text
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text(handle, place, $0.baseAddress, Int32($0.count))
        }
      }
    case .bytes(let data):
      return data.withUnsafeBytes {
        csqlite_bind_blob(
          handle, place, $0.baseAddress ?? UnsafeRawPointer(handle), Int32($0.count))
      }
    }
  }

  var row: [StoreValue] {
    (0..<sqlite3_column_count(handle)).map { column in
      switch sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, column)))
      case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
      case SQLITE_TEXT:
        let count = Int(sqlite3_column_bytes(handle, column))
        guard let start = sqlite3_column_text(handle, column) else { return .missing }
        return .text(
          String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
      case SQLITE_BLOB:
        let count = Int(sqlite3_column_bytes(handle, column))
        guard count > 0, let start = sqlite3_column_blob(handle, column) else {
          return .bytes(Data())
        }
        return .bytes(Data(bytes: start, count: count))
      default: return .missing
      }
    }
  }
}

/// What a column of a store holds.
enum StoreValue: Equatable {
  case missing
  case integer(Int)
  case real(Double)
  case text(String)
  case bytes(Data)
}
