import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct JournalTests {
  private func data(_ text: String) -> Data { Data(text.utf8) }

  @Test func keepsBlocks() throws {
    let folder = try TemporaryFolder()
    let path = folder("deep/er/journal")
    do {
      let journal = try Journal(path, of: "work")
      #expect(journal.blocks.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: path))
      try journal.append(data("one"))
      try journal.append(Data())
    }
    do {
      let journal = try Journal(path, of: "work")
      #expect(journal.blocks == [data("one"), Data()])
      try journal.append(data("three"))
    }
    let journal = try Journal(path, of: "work")
    #expect(journal.blocks == [data("one"), Data(), data("three")])
    journal.remove()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// However much of the end is missing or wrong, whole blocks are kept and new ones follow them.
  @Test func dropsTornBlocks() throws {
    let folder = try TemporaryFolder()
    let path = folder("journal")
    let blocks = ["first", "second"].map(data)
    do {
      let journal = try Journal(path, of: "work")
      for block in blocks { try journal.append(block) }
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    // A title of 5 bytes, headers of 16.
    let ends = [5, 5 + 16 + 5, 5 + 2 * 16 + 5 + 6]
    #expect(whole.count == ends[2])
    for length in 0...whole.count {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let kept = ends.lastIndex { $0 <= length } ?? 0
      do {
        let journal = try Journal(path, of: "work")
        #expect(journal.blocks == Array(blocks.prefix(kept)), "\(length)")
        try journal.append(data("new"))
      }
      #expect(try Journal(path, of: "work").blocks == blocks.prefix(kept) + [data("new")])
    }
    var wrong = whole
    wrong[whole.count - 1] ^= 1
    try wrong.write(to: URL(fileURLWithPath: path))
    #expect(try Journal(path, of: "work").blocks == [blocks[0]])
  }

  @Test func refusals() throws {
    let folder = try TemporaryFolder()
    let path = folder("journal")
    let journal = try Journal(path, of: "work")
    try journal.append(data("one"))
    #expect(throws: FileError.inUse(path: path)) { try Journal(path, of: "work") }
    let other = folder("other")
    try data("something else\n").write(to: URL(fileURLWithPath: other))
    #expect(throws: FileError.otherWork(path: other)) { try Journal(other, of: "work") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == data("something else\n"))
    #expect(throws: FileError.self) {
      try Journal("/proc/none/journal", of: "work").append(data(""))
    }
  }
}
