import RandomStreams
import Testing

@Suite("Random streams")
struct StreamTests {
  @Test("The name is the key and the counter")
  func layout() throws {
    var named = RandomStream(
      seed: 2385, purpose: StreamPurpose(rawValue: 0x1_0007), sample: 17, item: 40)
    var raw = RandomStream(key: (2385, 0x1_0007), counter: (0, 40, 17, 0))
    for _ in 0..<100 { try #require(named.next() == raw.next()) }
  }

  @Test("Streams of different names start with different words")
  func names() {
    var words: Set<UInt64> = []
    var streams = 0
    for purpose in [StreamPurpose.disorder, .starts, .noise, StreamPurpose(rawValue: 0x1_0000)] {
      for seed in 0..<8 as Range<UInt64> {
        for sample in 0..<16 {
          for item in 0..<16 {
            var stream = RandomStream(seed: seed, purpose: purpose, sample: sample, item: item)
            for _ in 0..<4 { words.insert(stream.next()) }
            streams += 1
          }
        }
      }
    }
    // Equal words among independent ones have probability (32768)²/2 · 2⁻⁶⁴ = 3e-11.
    #expect(words.count == 4 * streams)
  }

  @Test("A copy repeats the original")
  func copies() {
    var stream = RandomStream(seed: 1, purpose: .noise)
    _ = stream.normals(count: 101)
    var copy = stream
    #expect(stream.normals(count: 1001) == copy.normals(count: 1001))
    #expect(stream.next() == copy.next())
  }

  @Test("A uniform number is the top 53 bits of a word")
  func uniforms() throws {
    var stream = RandomStream(seed: 5, purpose: .starts)
    var words = stream
    for _ in 0..<1000 {
      try #require(stream.uniform() == Double(words.next() / 2048) / 0x1p53)
    }
  }

  /// 60 001 normals meet about 15 tails and 700 rejections, so that numbers of more than one word
  /// straddle the ends of chunks. The second start carries through the whole counter on the way.
  @Test(
    "Filling in bulk is drawing one by one, however it is split",
    arguments: [
      [60_001], [1, 2, 3, 4, 5, 6, 7], [255, 1, 256, 257, 0, 1023], [64, 1000, 3], [4, 8, 12],
    ])
  func bulk(sizes: [Int]) throws {
    let named = RandomStream(seed: 3, purpose: .disorder, sample: 9)
    let carrying = RandomStream(key: (8, 9), counter: (.max - 70, .max, .max, 2))
    for start in [named, carrying] {
      var single = start
      var bulk = start
      var total = 0
      while total < 60_001 {
        for size in sizes {
          let uniforms = bulk.uniforms(count: size)
          try #require(uniforms == (0..<size).map { _ in single.uniform() })
          let normals = bulk.normals(count: size)
          try #require(normals == (0..<size).map { _ in single.normal() })
          try #require(bulk.next() == single.next())
          total += size
        }
      }
    }
  }

  @Test("Negative counts are refused")
  func negativeCount() async {
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, purpose: .noise)
      _ = stream.normals(count: -1)
    }
  }
}
