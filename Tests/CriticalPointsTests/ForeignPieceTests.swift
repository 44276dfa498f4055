import CriticalPoints
import Foundation
import Models
import Requirements
import SpinGlasses
import Synchronization
import TestSupport
import Testing

/// Pieces of an interrupted run are believed for their proof only.
@Suite struct ForeignPieceTests {
  private static let model = PSpinHamiltonian(
    try! Mixture([2: 0.3, 3: 1]), dimension: 8, seed: 3)

  private struct Run {
    let result: EnumerationResult
    let done: [EnumerationPiece]
  }

  private static func run(
    _ pieces: [EnumerationPiece] = [], seed: UInt64 = 1, sample: Int = 0,
    model: PSpinHamiltonian = model
  ) throws -> Run {
    let done = Mutex<[EnumerationPiece]>([])
    let result = try Enumeration.run(model, seed: seed, sample: sample, resuming: pieces) { piece in
      done.withLock { $0.append(piece) }
    }
    return Run(result: result, done: done.withLock { $0.sorted { $0.words[2] < $1.words[2] } })
  }

  /// With the seal right, as only this package makes it.
  private static func sealed(_ words: [UInt64]) -> EnumerationPiece? {
    EnumerationPiece(words: [checksum(of: words[1...])] + words[1...])
  }

  /// Any change behind the seal's back is found: the result is that of a run that was not interrupted.
  @Test func damagedPieces() throws {
    let whole = try Self.run()
    var random = Mutations(seed: 2)
    for piece in whole.done {
      for _ in 0..<200 {
        let bytes = random.mutate(piece.words.withUnsafeBytes { [UInt8]($0) })
        let words = bytes.withUnsafeBytes { raw in
          (0..<(raw.count / 8)).map { raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
        }
        if let read = EnumerationPiece(words: words) { #expect(read == piece) }
      }
    }
  }

  /// Sealed lies: pieces of another seed or sample under this one's name, permuted, repeated, with numbers changed. The
  /// result is complete and holds the same points, to the last digit wherever the ends are not themselves true.
  @Test func sealedLies() throws {
    let whole = try Self.run()
    try #require(whole.result.completeness == .proved && whole.done.count == 2)
    let others = [
      try Self.run(seed: 2), try Self.run(sample: 1),
      try Self.run(model: PSpinHamiltonian(Self.model.mixture, dimension: 8, seed: 4)),
      try Self.run(model: PSpinHamiltonian(Self.model.mixture, dimension: 7, seed: 3)),
    ]
    let system = whole.done[0].words[1]
    var random = Mutations(seed: 3)
    let count =
      ProcessInfo.processInfo.environment["SADDLERY_FUZZ_PIECES"].flatMap(Int.init) ?? 60
    for k in 0..<count {
      var pieces = whole.done.map(\.words)
      let place = random.below(2)
      var isExact = true
      switch k % 6 {
      case 0:
        let other = others[random.below(others.count)]
        pieces[place] = other.done[random.below(other.done.count)].words
        pieces[place][1] = system
        pieces[place][2] = UInt64(place)
        // The ends of another start are as true as those of this one.
        isExact = false
      case 1:
        // One end in the place of another.
        let stride = 2 + 2 * 9
        let (a, b) = (4 + stride * random.below(250), 4 + stride * random.below(250))
        pieces[place].replaceSubrange(
          (a + 2)..<(a + stride), with: pieces[place][(b + 2)..<(b + stride)])
      case 2:
        pieces[1 - place].replaceSubrange(4..., with: pieces[place][4...])
        for (j, first) in stride(from: 4, to: pieces[1 - place].count, by: 20).enumerated() {
          pieces[1 - place][first] = UInt64(256 * (1 - place) + j)
        }
      case 3: pieces.append(pieces[place])
      case 4:
        for _ in 0...random.below(20) {
          pieces[place][4 + random.below(pieces[place].count - 4)] = random.next()
        }
      default:
        // A bit of a coordinate, the last ones among them: what still is proved is as good as it was.
        pieces[place][6 + 20 * random.below(250) + random.below(18)] ^=
          1 << UInt64(random.below(64))
        isExact = false
      }
      let result = try Self.run(pieces.compactMap(Self.sealed)).result
      #expect(result.completeness == .proved, "\(k)")
      #expect(result.byIndex == whole.result.byIndex, "\(k)")
      if isExact { #expect(result.points == whole.result.points, "\(k)") }
      for (a, b) in zip(result.points, whole.result.points) {
        #expect(abs(a.value - b.value) <= 1e-12 * 8 && a.index == b.index, "\(k)")
      }
    }
  }

  /// Arbitrary words are no piece, and none ends the program.
  @Test func arbitraryWords() throws {
    let count =
      ProcessInfo.processInfo.environment["SADDLERY_FUZZ_TEXTS"].flatMap(Int.init) ?? 20_000
    var random = Mutations(seed: 4)
    let values: [UInt64] = [0, 1, 2, 8, 256, 1 << 31, 1 << 62, .max]
    for _ in 0..<count {
      let words = (0..<random.below(40)).map { _ in
        random.below(2) == 0 ? random.next() : values[random.below(values.count)]
      }
      #expect(EnumerationPiece(words: words) == nil)
    }
    // With the right seal and the right heading, of seven paths in three dimensions.
    let small = PSpinHamiltonian(.pure(3), dimension: 3, seed: 1)
    let whole = try Self.run(model: small)
    for _ in 0..<(count / 20) {
      var words = whole.done[0].words
      for _ in 0..<random.below(8) {
        words[4 + random.below(words.count - 4)] =
          random.below(2) == 0 ? random.next() : values[random.below(values.count)]
      }
      if random.below(4) == 0 { words.removeLast(random.below(words.count - 4)) }
      let result = try Self.run([Self.sealed(words)].compactMap(\.self), model: small).result
      #expect(result.completeness == .proved && result.points == whole.result.points)
    }
  }
}
