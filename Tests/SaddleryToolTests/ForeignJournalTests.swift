import Foundation
import OutputFiles
import TestSupport
import Testing

/// A journal whose checksums are right and whose numbers are not: the table is that of a run that was not interrupted.
@Suite struct ForeignJournalTests {
  /// Runs until so many blocks are kept, then stops.
  private func interrupted(_ arguments: [String], _ output: String, blocks: Int) throws -> String {
    let process = try Command.start(
      ["enumerate"] + arguments + ["--threads", "1", "--output", output], output: Pipe(),
      errors: Pipe())
    let journal = output + ".unfinished"
    while process.isRunning,
      ((try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int) ?? 0) < 100_000
        * blocks
    {
      usleep(500)
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 75)
    return journal
  }

  private func title(_ journal: String) throws -> String {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: journal))
    return String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
  }

  @Test(arguments: [["--n", "12"], ["--n", "9", "--samples", "60"]])
  func foreignNumbers(_ model: [String]) throws {
    let folder = try TemporaryFolder(in: "/dev/shm")
    let output = folder("points.csv")
    let whole = try Command.run(["enumerate"] + model + ["--output", folder("whole.csv")])
    #expect(whole.status == 0)
    let journal = try interrupted(model, output, blocks: 3)
    let work = try title(journal)
    let blocks = try Journal(journal, of: work).blocks
    let stranger = folder("other.csv")
    let foreign = try interrupted(model + ["--seed", "2"], stranger, blocks: 3)
    let others = try Journal(foreign, of: try title(foreign)).blocks
    #expect(blocks.count >= 2 && others.count >= 2)
    var random = Mutations(seed: 8)
    let count = ProcessInfo.processInfo.environment["SADDLERY_FUZZ_JOURNALS"].flatMap(Int.init) ?? 6
    for k in 0..<count {
      var changed = blocks
      let (a, b) = (random.below(blocks.count), random.below(blocks.count))
      switch k % 6 {
      case 0: changed = others
      case 1: changed[a] = others[random.below(others.count)]
      case 2:
        changed[a][8 * random.below(changed[a].count / 8) + random.below(8)] ^=
          1 << UInt8(random.below(8))
      case 3: changed[a] = blocks[b] + blocks[a].dropFirst(blocks[b].count)
      case 4: changed += changed.shuffled()
      default: changed[a] = Data(random.mutate([UInt8](blocks[a])))
      }
      try? FileManager.default.removeItem(atPath: journal)
      try? FileManager.default.removeItem(atPath: output)
      do {
        let written = try Journal(journal, of: work)
        for block in changed { try written.append(block) }
      }
      let result = try Command.run(["enumerate"] + model + ["--output", output])
      #expect(result.status == 0, "\(k): \(result.errors)")
      #expect(
        FileManager.default.contentsEqual(atPath: output, andPath: folder("whole.csv")), "\(k)")
    }
  }
}
