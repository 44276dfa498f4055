/// The tables of a store.
enum Schema {
  /// Their form.
  static let version = 2

  /// What makes each form of the one before, from form 2 on.
  private static let migrations = [
    """
    ALTER TABLE runs RENAME COLUMN build TO revision;
    ALTER TABLE runs ADD COLUMN toolchain TEXT NOT NULL DEFAULT '';
    ALTER TABLE runs ADD COLUMN blas TEXT NOT NULL DEFAULT '';
    ALTER TABLE samples ADD COLUMN seal INTEGER;
    """
  ]

  /// Brings the tables of an earlier form to this one, all at once.
  static func migrate(_ database: Database, from form: Int) throws(StoreError) {
    guard (1..<version).contains(form) else { return }
    try database.transaction { () throws(StoreError) in
      for migration in migrations[(form - 1)...] { try database.execute(migration) }
      try database.execute("PRAGMA user_version = \(version)")
    }
  }

  /// The columns of `runs` in the order of this form, as one of any form has them.
  static func runColumns(form: Int) -> String {
    "started, version, \(form < 2 ? "build" : "revision"), host, process, processor, share, threads, seconds, done, total, "
      + "state, \(form < 2 ? "'', ''" : "toolchain, blas")"
  }

  /// Makes them in an empty file.
  static func make(
    _ database: Database, applicationID: Int, columns: [StoreColumn],
    meta: [(key: String, value: String)], parts: [String]
  ) throws(StoreError) {
    // Before the first table: pages for a store of 10⁶ points, and a file that shrinks when pieces go.
    try database.execute("PRAGMA page_size = 8192; PRAGMA auto_vacuum = FULL")
    let own = columns.map { ", \($0.declaration)" }.joined()
    try database.transaction { () throws(StoreError) in
      try database.execute(
        """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE parts(part INTEGER PRIMARY KEY, settings TEXT NOT NULL);
        CREATE TABLE runs(
          run INTEGER PRIMARY KEY, started TEXT NOT NULL, version TEXT NOT NULL, revision TEXT NOT NULL,
          host TEXT NOT NULL, process INTEGER NOT NULL, processor TEXT NOT NULL, share TEXT NOT NULL, threads INTEGER NOT NULL,
          seconds REAL NOT NULL, done REAL NOT NULL, total REAL NOT NULL, state TEXT NOT NULL,
          toolchain TEXT NOT NULL, blas TEXT NOT NULL);
        CREATE TABLE samples(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, rows INTEGER NOT NULL, seconds REAL NOT NULL,
          verdict TEXT, seal INTEGER, PRIMARY KEY(part, sample)) WITHOUT ROWID;
        CREATE TABLE points(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, row INTEGER NOT NULL\(own),
          position BLOB, spectrum BLOB, PRIMARY KEY(part, sample, row)) WITHOUT ROWID;
        CREATE TABLE pieces(
          part INTEGER NOT NULL, sample INTEGER NOT NULL, seal INTEGER NOT NULL, words BLOB NOT NULL,
          PRIMARY KEY(part, sample, seal)) WITHOUT ROWID;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
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
