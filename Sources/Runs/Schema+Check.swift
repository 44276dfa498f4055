extension Schema {
  private static let tables = ["meta", "parts", "runs", "samples", "points", "pieces"]

  /// Throws unless a file has the tables of a store.
  ///
  /// Views, triggers and computed columns in their place are refused: what these do when they are read or written has no bounds.
  static func check(_ database: Database) throws(StoreError) {
    func refuse(_ reason: String) -> StoreError { .damaged(path: database.path, reason: reason) }
    let kinds = try database.rows("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
    for name in tables where !kinds.contains([.text(name), .text("table")]) {
      throw refuse("it has no table \(name)")
    }
    for name in tables {
      let hidden = "SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden <> 0"
      guard try database.integer(hidden, [.text(name)]) == 0 else {
        throw refuse("its table \(name) has computed columns")
      }
    }
    let triggers = "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%trigger%'"
    guard try database.integer(triggers) == 0 else { throw refuse("it has triggers") }
  }

  /// Throws unless the table of points has these columns.
  static func check(
    _ database: Database, has expected: [StoreColumn]
  ) throws(StoreError) {
    let columns = try database.rows("SELECT name FROM pragma_table_xinfo('points')")
    for column in expected where !columns.contains([.text(column.name)]) {
      throw .damaged(path: database.path, reason: "its points have no column \(column.name)")
    }
  }
}
