internal import Foundation
internal import OutputFiles
internal import Synchronization

/// A file in which runs keep every finished sample: an SQLite database, readable by anything that reads these.
///
/// A sample comes whole, in one transaction, or not at all; a process that is killed at any moment loses the samples it
/// was working on. Tables: `points` (a row for each point, behind the number of its part of a sweep and its sample), `samples`,
/// `parts` (what the parts of a sweep differ in), `runs` (who worked on it, with which version), `pieces` (samples that are half
/// done) and `meta`.
///
/// Several processes may read while one writes.
public final class Store: Sendable {
  /// Path of the file.
  public let path: String
  /// The recipe, word for word.
  public let recipe: String
  /// What it holds.
  public let description: StoreDescription
  /// The share of the work that it was made for.
  public let share: Share
  /// nil once it is closed for good.
  private let database: Mutex<Database?>
  private let claim: OutputClaim?
  /// The form of its tables: the present one if it was opened to be written.
  let form: Int

  /// "SDLR": what tells a store from other databases.
  private static let applicationID = 0x5344_4C52

  // MARK: Opening

  /// Makes a store.
  ///
  /// - Throws: ``StoreError``, also where there is a file already; ``/OutputFiles/FileError`` if another run has it.
  public init(
    creating path: String, recipe: String, _ description: StoreDescription, share: Share = .whole
  ) throws {
    claim = try OutputFile(path).claim()
    guard access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
    // Made under another name, so that a process that is killed leaves a store or none.
    let file = try OutputFile(path).followed.path
    let temporary = file + "-new"
    func discard() { for suffix in ["", "-journal"] { unlink(temporary + suffix) } }
    discard()
    do {
      let text = String(decoding: try JSONEncoder().encode(description), as: UTF8.self)
      let meta = [("recipe", recipe), ("description", text), ("share", share.description)]
      try Schema.make(
        Database(temporary, .create), applicationID: Self.applicationID,
        columns: description.columns,
        meta: meta, parts: description.parts.map(\.title))
      guard rename(temporary, file) == 0 else {
        throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      discard()
      if case StoreError.cannotWrite(_, let reason) = error {
        throw StoreError.cannotOpen(path: path, reason: reason)
      }
      throw error
    }
    let database = try Database(path, .write)
    // A log beside the file, that readers need not wait for.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    self.path = path
    self.recipe = recipe
    self.share = share
    self.description = description
    form = Schema.version
    self.database = Mutex(database)
  }

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: of the store.
  ///   - writes: whether samples will be added; one process at a time may.
  /// - Throws: ``StoreError`` if it is none, damaged or of a later version; ``/OutputFiles/FileError`` if another run has it.
  public init(opening path: String, writes: Bool) throws {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    guard info.st_mode & S_IFMT == S_IFREG else { throw StoreError.notAStore(path: path) }
    claim = writes ? try OutputFile(path).claim() : nil
    let database = try Database(path, writes ? .write : .read)
    if writes { try database.execute("PRAGMA synchronous = NORMAL") }
    guard try database.integer("PRAGMA application_id") == Self.applicationID else {
      throw StoreError.notAStore(path: path)
    }
    let version = try database.integer("PRAGMA user_version")
    guard version >= 1 else { throw StoreError.notAStore(path: path) }
    guard version <= Schema.version else {
      throw StoreError.newer(path: path, version: version, known: Schema.version)
    }
    try Schema.check(database)
    func meta(_ key: String) throws -> String {
      guard
        case .text(let text)? = try database.rows(
          "SELECT value FROM meta WHERE key = ?", [.text(key)]
        ).first?.first
      else { throw StoreError.damaged(path: path, reason: "it holds no \(key)") }
      return text
    }
    let recipe = try meta("recipe")
    let share = try meta("share")
    let description: StoreDescription
    do {
      description = try JSONDecoder().decode(
        StoreDescription.self, from: Data(try meta("description").utf8))
    } catch is DecodingError {
      throw StoreError.damaged(path: path, reason: "it does not say what it holds")
    }
    guard description.isSound else {
      throw StoreError.damaged(path: path, reason: "what it says that it holds cannot be")
    }
    try Schema.check(database, has: description.columns)
    // What it says of itself can be read: it is a store, and may be changed.
    if writes {
      database.endBudget()
      try Schema.migrate(database, from: version)
    }
    self.path = path
    self.recipe = recipe
    self.share = Share(share) ?? .whole
    self.description = description
    form = writes ? Schema.version : version
    self.database = Mutex(database)
  }

  func withDatabase<Result: Sendable>(
    _ body: (Database) throws(StoreError) -> sending Result
  ) throws(StoreError) -> sending Result {
    try database.withLock { database throws(StoreError) in
      // The process is ending.
      while database == nil { pause() }
      return try body(database!)
    }
  }

  /// Closes the file because the process ends: what others would do with it waits for ever.
  package func close() { database.withLock { $0 = nil } }

  /// Throws unless the whole file is as SQLite left it, and every sample what was stored.
  public func check() throws(StoreError) {
    try withDatabase { database throws(StoreError) in
      if case .text(let reason)? = try database.rows("PRAGMA quick_check(1)").first?.first,
        reason != "ok"
      {
        throw .damaged(path: path, reason: reason)
      }
      if form >= 2 { try checkSeals(database) }
    }
  }
}
