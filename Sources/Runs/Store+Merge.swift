internal import Foundation
internal import Requirements

extension Store {
  /// Adds what another store of the same recipe and version holds; what is here already is left as it is.
  ///
  /// - Throws: ``StoreError/different(path:what:here:there:)`` if the other is of another run; nothing is added then.
  public func merge(_ other: Store) throws(StoreError) {
    try requireSameRun(other)
    let columns = Schema.runColumns(form: other.form)
    try withDatabase { database throws(StoreError) in
      try database.run("ATTACH DATABASE ? AS other", [.text(other.absolutePath)])
      do throws(StoreError) {
        try database.transaction(isOfAll: false) { () throws(StoreError) in
          for table in ["points", "samples", "pieces"] {
            let seal = table == "samples" && other.form < 2 ? ", NULL" : ""
            try database.execute(
              "INSERT OR IGNORE INTO main.\(table) SELECT *\(seal) FROM other.\(table)")
          }
          // Runs have no number of their own: each once.
          try database.execute(
            """
            INSERT INTO main.runs SELECT (SELECT ifnull(max(run), 0) FROM main.runs) + run, \(columns) FROM other.runs o
              WHERE NOT EXISTS (SELECT 1 FROM main.runs m WHERE m.started = o.started AND m.host = o.host AND m.share = o.share);
            DELETE FROM main.pieces WHERE EXISTS (SELECT 1 FROM main.samples s WHERE s.part = pieces.part
              AND s.sample = pieces.sample);
            """)
        }
      } catch {
        try? database.execute("DETACH DATABASE other")
        throw error
      }
      try database.execute("DETACH DATABASE other")
    }
  }

  /// Throws unless another store is of the same recipe and version.
  public func requireSameRun(_ other: Store) throws(StoreError) {
    guard other.recipe == recipe else {
      throw .different(
        path: other.path, what: "recipe", here: "the one of \(quoted(path))", there: "another")
    }
    let (here, there) = (try versions(), try other.versions())
    guard here.isEmpty || there.isEmpty || here == there else {
      throw .different(
        path: other.path, what: "version", here: here.sorted().joined(separator: ", "),
        there: there.sorted().joined(separator: ", "))
    }
  }

  /// The versions of this package that worked on it.
  func versions() throws(StoreError) -> Set<String> {
    try withDatabase { database throws(StoreError) in
      Set(
        try database.rows("SELECT DISTINCT version FROM runs").compactMap {
          guard case .text(let text) = $0[0] else { return nil }
          return text
        })
    }
  }

  private var absolutePath: String { URL(fileURLWithPath: path).path }
}
