import Foundation
import OutputFiles
import RandomStreams
import Runs
import TestSupport
import Testing

@Suite struct StoreTests {
  private let origin = RunOrigin(version: "1", revision: "test", blas: "none", threads: 2)

  private func make(
    _ path: String, _ task: CountingTask, recipe: String = "task = \"x\"", share: Share = .whole
  ) throws -> Store {
    let recipe = try Recipe(recipe, name: "r")
    return try Store(
      creating: path, recipe: recipe.text,
      StoreDescription(recipe, recipe.parts(lists: []), [task]), share: share)
  }

  private func text(_ store: Store) throws -> String { try store.table() }

  /// A store gives the table of one run, whatever the block and the number of threads: NaN, infinities, quotes, missing cells
  /// and numbers of rows among it.
  @Test(arguments: [1, 3, 8], [1, 2, 5]) func givesTheTable(_ block: Int, _ threads: Int) throws {
    let folder = try TemporaryFolder()
    var task = CountingTask(samples: 23)
    task.block = block
    let store = try make(folder("s.db"), task)
    try RunLoop([task], threads: threads).run(store, origin: origin)
    #expect(try text(store) == task.table(Array(0..<23)))
    #expect(try store.status().verdicts == ["even": 12])
    #expect(try store.status().rows == 23 * 24 / 2)
    // Again: nothing is left to do.
    let count = task.done.samples.count
    try RunLoop([task], threads: threads).run(store, origin: origin)
    #expect(task.done.samples.count == count)
  }

  /// Shares of any number, in any order, merged once or twice, are the whole.
  @Test(arguments: [1, 2, 3, 8, 40]) func shares(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 17)
    let stores = try (1...count).reversed().map { number in
      let share = try #require(Share("\(number)/\(count)"))
      let store = try make(folder("\(number).db"), task, share: share)
      try RunLoop([task], share: share).run(store, origin: origin)
      #expect(try Store(opening: folder("\(number).db"), writes: false).share == share)
      return store
    }
    #expect(task.done.samples.sorted() == Array(0..<17))
    let merged = try make(folder("m.db"), task)
    for store in stores + stores { try merged.merge(store) }
    #expect(try text(merged) == task.table(Array(0..<17)))
    #expect(try merged.status().runs.count <= count)
  }

  @Test func refusesOtherRuns() throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 3)
    let (a, b) = (
      try make(folder("a.db"), task), try make(folder("b.db"), task, recipe: "task = \"y\"")
    )
    try RunLoop([task]).run(b, origin: origin)
    #expect(throws: StoreError.self) { try a.merge(b) }
    let c = try make(folder("c.db"), task)
    try RunLoop([task]).run(a, origin: origin)
    try RunLoop([task]).run(
      c, origin: RunOrigin(version: "2", revision: "test", blas: "none", threads: 1))
    #expect(throws: StoreError.self) { try a.merge(c) }
    #expect(try text(a) == task.table([0, 1, 2]))
  }

  /// One process at a time writes; others read meanwhile.
  @Test func oneWriter() throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 3)
    let store = try make(folder("s.db"), task)
    #expect(throws: FileError.inUse(path: folder("s.db"))) {
      _ = try Store(opening: folder("s.db"), writes: true)
    }
    try RunLoop([task]).run(store, origin: origin)
    #expect(try Store(opening: folder("s.db"), writes: false).status().samples == 3)
    #expect(throws: (any Error).self) { _ = try make(folder("s.db"), task) }
  }

  /// Files that are no stores, of later versions, cut off or changed: an error each, and the file stays as it was.
  @Test func foreignFiles() throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 60)
    try RunLoop([task]).run(make(folder("s.db"), task), origin: origin)
    let whole = try Data(contentsOf: URL(filePath: folder("s.db")))
    func error(_ data: Data) throws -> (any Error)? {
      try data.write(to: URL(filePath: folder("x.db")))
      defer { #expect((try? Data(contentsOf: URL(filePath: folder("x.db")))) == data) }
      do {
        let store = try Store(opening: folder("x.db"), writes: false)
        try store.check()
        _ = try text(store)
        _ = try store.status()
      } catch { return error }
      return nil
    }
    #expect(try error(whole) == nil)
    for foreign in [Data(), Data("hello".utf8), Data(repeating: 0, count: 5000)] {
      #expect(try error(foreign) is StoreError)
    }
    for length in stride(from: 100, to: whole.count, by: 1777) {
      #expect(try error(whole.prefix(length)) != nil, "\(length)")
    }
    // Bytes 60 to 63 are the version of the form.
    var newer = whole
    newer[63] = 7
    guard case StoreError.newer(_, 7, 2)? = try error(newer) else {
      Issue.record("a later version was read")
      return
    }
    // Bits anywhere: an error or a table, never more. Tables of cells that were changed differ.
    var generator = RandomStream(seed: 1, purpose: .noise)
    for _ in 0..<300 {
      var changed = whole
      let place = Int.random(in: 0..<whole.count, using: &generator)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      _ = try error(changed)
    }
    #expect(throws: StoreError.self) { _ = try Store(opening: folder("none"), writes: false) }
    #expect(throws: StoreError.self) { _ = try Store(opening: folder.path, writes: false) }
  }

  /// A cell, a position, a verdict or a row that is not what was stored is found, in a file that SQLite finds nothing wrong with.
  @Test(arguments: [
    "UPDATE points SET value = -0.2 WHERE sample = 2 AND row = 0",
    "UPDATE points SET word = 'a' WHERE sample = 3 AND row = 1",
    "UPDATE points SET first = NULL WHERE sample = 3 AND row = 1",
    "UPDATE points SET position = x'00' WHERE sample = 5 AND row = 5",
    "UPDATE samples SET verdict = 'even' WHERE sample = 1", "UPDATE samples SET rows = 3",
    "DELETE FROM points WHERE sample = 4 AND row = 4", "UPDATE samples SET seal = seal + 1",
  ])
  func seals(_ change: String) throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 7)
    try RunLoop([task]).run(make(folder("s.db"), task), origin: origin)
    try Store(opening: folder("s.db"), writes: false).check()
    Connection(folder("s.db"))?.run(change)
    #expect(throws: StoreError.self) {
      try Store(opening: folder("s.db"), writes: false).check()
    }
  }

  /// A store of the first form is read as it is, and brought to the present one where it is written to.
  @Test func firstForm() throws {
    let folder = try TemporaryFolder()
    let resource = try #require(
      Bundle.module.url(forResource: "form-1", withExtension: "db", subdirectory: "Corpus"))
    let expected = try String(
      contentsOf: resource.deletingPathExtension().appendingPathExtension("csv"), encoding: .utf8)
    let old = try Data(contentsOf: resource)
    try old.write(to: URL(filePath: folder("s.db")))
    do {
      let store = try Store(opening: folder("s.db"), writes: false)
      #expect(try text(store) == expected)
      #expect(try store.status().runs.map(\.revision) == ["BLAS test"])
      let merged = try Store(
        creating: folder("m.db"), recipe: store.recipe, store.description)
      try merged.merge(store)
      #expect(try text(merged) == expected)
      #expect(try merged.status().runs.map(\.threads) == [2])
    }
    #expect(try folder.data("s.db") == old)
    do {
      let store = try Store(opening: folder("s.db"), writes: true)
      #expect(try text(store) == expected)
      #expect(try store.status().runs.map(\.state) == ["done"])
    }
    #expect(try folder.data("s.db")[63] == 2)
    #expect(try text(Store(opening: folder("s.db"), writes: true)) == expected)
  }

  /// Links are followed: a store is made where one leads to, and is one store under both names.
  @Test func links() throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 3)
    try FileManager.default.createDirectory(
      atPath: folder("d"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder("l.db"), withDestinationPath: "d/s.db")
    do {
      let store = try make(folder("l.db"), task)
      try RunLoop([task]).run(store, origin: origin)
      for name in ["l.db", "d/s.db"] {
        #expect(throws: FileError.inUse(path: folder(name))) {
          _ = try Store(opening: folder(name), writes: true)
        }
      }
    }
    #expect(try folder.names().sorted() == ["d", "l.db"])
    #expect(try text(Store(opening: folder("d/s.db"), writes: true)) == task.table([0, 1, 2]))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder("l.db")) == "d/s.db")
  }

  /// A store that may not be written is read, also where nothing may be made beside it.
  @Test func readOnly() throws {
    let folder = try TemporaryFolder()
    let task = CountingTask(samples: 4)
    try FileManager.default.createDirectory(
      atPath: folder("d?#%41"), withIntermediateDirectories: true)
    let path = folder("d?#%41/s.db")
    try RunLoop([task]).run(make(path, task), origin: origin)
    chmod(path, 0o444)
    chmod(folder("d?#%41"), 0o555)
    defer { chmod(folder("d?#%41"), 0o755) }
    let store = try Store(opening: path, writes: false)
    #expect(try text(store) == task.table(Array(0..<4)))
  }

  @Test func sharesAsText() {
    for text in ["1/1", "3/8", "8/8"] { #expect(Share(text)?.description == text) }
    for text in ["", "0/1", "2/1", "1/0", "1", "1/2/3", "a/b", "-1/2", "1/ 2", "٣/٤", "1/1e3"] {
      #expect(Share(text) == nil, "\(text)")
    }
  }
}
