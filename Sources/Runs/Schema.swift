/// The tables of a store.
enum Schema {
  /// Makes them in an empty file.
  static func make(
    _ database: Database, applicationID: Int, columns: [StoreColumn],
    meta: [(key: String, value: String)], parts: [String]
  ) throws(StoreError) {
    // Pages for a store of 10⁶ points, before the first table.
    try database.execute("PRAGMA page_size = 8192")
    let own = columns.map { ", \($0.declaration)" }.joined()
    try database.transaction { () throws(StoreError) in
      try database.execute(
        """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE parts(part INTEGER PRIMARY KEY, settings TEXT NOT NULL);
        CREATE TABLE runs(
          run INTEGER PRIMARY KEY, started TEXT NOT NULL, version TEXT NOT NULL, build TEXT NOT NULL,
          host TEXT NOT NULL, process INTEGER NOT NULL, processor TEXT NOT NULL, share TEXT NOT NULL, threads INTEGER NOT NULL,
          seconds REAL NOT NULL, done REAL NOT NULL, total REAL NOT NULL, state TEXT NOT NULL);
        CREATE TABLE samples(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, rows INTEGER NOT NULL, seconds REAL NOT NULL,
          verdict TEXT, PRIMARY KEY(part, sample)) WITHOUT ROWID;
        CREATE TABLE points(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, row INTEGER NOT NULL\(own),
          position BLOB, spectrum BLOB, PRIMARY KEY(part, sample, row)) WITHOUT ROWID;
        CREATE TABLE pieces(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, seal INTEGER NOT NULL, words BLOB NOT NULL,
          PRIMARY KEY(part, sample, seal)) WITHOUT ROWID;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(Store.version);
        """)
      for (key, value) in meta {
        try database.run("INSERT INTO meta VALUES (?, ?)", [.text(key), .text(value)])
      }
      for (number, settings) in parts.enumerated() {
        try database.run("INSERT INTO parts VALUES (?, ?)", [.integer(number), .text(settings)])
      }
    }
  }
}
