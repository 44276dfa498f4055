import Foundation
import OutputFiles
import Runs
import TestSupport
import Testing

/// Unfinished work whose pieces are not what they say: the table is that of a run that was not interrupted.
@Suite struct ForeignPiecesTests {
  typealias Piece = (sample: Int, words: [UInt64])

  /// Runs until a file is so large, then stops.
  private func interrupted(_ arguments: [String], _ output: String) throws -> String {
    let process = try Command.start(
      ["enumerate"] + arguments + ["--threads", "1", "--output", output], output: Pipe(),
      errors: Pipe())
    let path = output + ".unfinished"
    func size(_ path: String) -> Int {
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
    while process.isRunning, size(path) + size(path + "-wal") < 400_000 { usleep(500) }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 75)
    return path
  }

  private func pieces(_ store: Store) throws -> [Piece] {
    try (0..<store.description.samples).flatMap { sample in
      try store.pieces(SampleKey(part: 0, sample: sample)).map { (sample, $0) }
    }
  }

  @Test(arguments: [["--n", "12"], ["--n", "9", "--samples", "60"]])
  func foreignNumbers(_ model: [String]) throws {
    let folder = try TemporaryFolder(in: "/dev/shm")
    let output = folder("points.csv")
    let whole = try Command.run(["enumerate"] + model + ["--output", folder("whole.csv")])
    #expect(whole.status == 0)
    let path = try interrupted(model, output)
    let stranger = try interrupted(model + ["--seed", "2"], folder("other.csv"))
    let (recipe, description, own) = try {
      let store = try Store(opening: path, writes: false)
      return (store.recipe, store.description, try pieces(store))
    }()
    let others = try pieces(Store(opening: stranger, writes: false))
    #expect(own.count >= 2 && others.count >= 2)
    var random = Mutations(seed: 8)
    let count = ProcessInfo.processInfo.environment["SADDLERY_FUZZ_PIECES"].flatMap(Int.init) ?? 7
    for k in 0..<count {
      var changed = own
      let (a, b) = (random.below(own.count), random.below(own.count))
      switch k % 7 {
      case 0: changed = others
      case 1: changed[a] = others[random.below(others.count)]
      case 2:
        changed[a].words[random.below(changed[a].words.count)] ^= 1 << UInt64(random.below(64))
      case 3: changed[a].words = own[b].words + own[a].words.dropFirst(own[b].words.count)
      case 4: changed[a].sample = own[b].sample
      case 5: changed[a].words.removeLast(random.below(changed[a].words.count))
      default: changed[a].words += own[b].words
      }
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: output)
      do {
        let store = try Store(creating: path, recipe: recipe, description)
        for piece in changed {
          try store.keep(piece.words, SampleKey(part: 0, sample: piece.sample))
        }
      }
      let result = try Command.run(["enumerate"] + model + ["--output", output])
      #expect(result.status == 0, "\(k): \(result.errors)")
      #expect(
        FileManager.default.contentsEqual(atPath: output, andPath: folder("whole.csv")), "\(k)")
    }
  }
}
