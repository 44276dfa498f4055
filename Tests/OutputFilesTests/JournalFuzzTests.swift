import Foundation
import OutputFiles
import TestSupport
import Testing

@Suite struct JournalFuzzTests {
  /// Bytes of any kind in a journal: refused, or the blocks that are whole; a block added then is read back.
  /// `SADDLERY_FUZZ_TEXTS=1000000` for a long run.
  @Test func arbitraryBytes() throws {
    let folder = try TemporaryFolder(in: "/dev/shm")
    let path = folder("journal")
    let blocks = (0..<4).map { Data(repeating: UInt8($0), count: 40 * $0) }
    do {
      let journal = try Journal(path, of: "work")
      for block in blocks { try journal.append(block) }
    }
    let valid = [UInt8](try folder.data("journal"))
    var random = Mutations(seed: 7)
    let count =
      ProcessInfo.processInfo.environment["SADDLERY_FUZZ_TEXTS"].flatMap(Int.init) ?? 2000
    var refused = 0
    for _ in 0..<count {
      let bytes =
        random.below(4) == 0
        ? Array("work\n".utf8)
          + (0..<random.below(80)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        : random.mutate(valid)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do throws(FileError) {
        let kept = try Self.append(Data([1, 2, 3]), to: path)
        let again = try Journal(path, of: "work").blocks
        #expect(again == kept + [Data([1, 2, 3])])
      } catch { refused += 1 }
    }
    #expect(refused > 0 && refused < count)
  }

  /// What was there before.
  private static func append(_ block: Data, to path: String) throws(FileError) -> [Data] {
    let journal = try Journal(path, of: "work")
    try journal.append(block)
    return journal.blocks
  }
}
