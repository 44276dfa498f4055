import Foundation
import Runs
import Statistics
import Synchronization
import TestSupport
import Testing

/// Damaged stores: read or refused with one line, in less than a second of the processor, without more and more memory, and
/// never changed by being read.
@Suite struct StoreFuzzTests {
  @Test(arguments: Corpus.stores) func corpus(_ file: URL) throws {
    let folder = try TemporaryFolder()
    for name in ["s", "t"] {
      try FileManager.default.copyItem(atPath: file.path, toPath: folder(name))
    }
    if !file.lastPathComponent.hasPrefix("fault-") {
      let store = try Store(opening: folder("s"), writes: false)
      try store.check()
      #expect(try store.status().samples > 0 || store.status().pieces > 0)
    }
    #expect(try DamagedStore(folder("s")).faults(mergingInto: folder("t")) == [])
  }

  /// In a process of its own, whose memory is that of this alone. `SADDLERY_FUZZ=1000000` for that many; on glibc with
  /// `GLIBC_TUNABLES=glibc.malloc.tcache_count=0`, whose cache of freed pieces splinters the heap by some 50 bytes a store, though
  /// every piece is freed.
  @Test func fuzz() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      let seeds = try Corpus.stores.map { Array(try Data(contentsOf: $0)) }
      let count = fuzzCount(default: isLong ? 10_000 : 1000)
      let faults = Mutex<[String]>([])
      let memory = MemoryGrowth(after: count / 4)
      _ = concurrentMap(0..<count) { number in
        // A folder for each: those who claim a file there see the others' claims.
        let folder = try! TemporaryFolder(in: "/dev/shm")
        var mutated = MutatedStore(seeds, number: number)
        let seed = try! mutated.write(to: folder("s"))
        try! Data(seeds[seed]).write(to: URL(filePath: folder("t")))
        Connection(folder("t"))?.run(
          "DELETE FROM points; DELETE FROM samples; DELETE FROM pieces; DELETE FROM runs")
        let found = try! DamagedStore(folder("s")).faults(mergingInto: folder("t"))
        faults.withLock { $0 += found.map { "store \(number): \($0)" } }
        memory.step()
      }
      let all = faults.withLock { $0 } + memory.faults
      FileHandle.standardError.write(Data(all.joined(separator: "\n").utf8))
    }
    #expect(String(decoding: result?.standardErrorContent ?? [], as: UTF8.self) == "")
  }
}
