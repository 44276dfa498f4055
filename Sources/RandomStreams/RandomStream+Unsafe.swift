extension RandomStream {
  /// Fills a buffer with uniform numbers, the same as that many calls of `uniform()`.
  ///
  /// - Complexity: One word a number.
  package mutating func fill(uniforms buffer: UnsafeMutableBufferPointer<Double>) {
    withPregeneratedWords(about: buffer.count) { words in
      for index in buffer.indices {
        buffer[index] = Double(topBitsOf: words.next())
      }
    }
  }

  /// Fills a buffer with standard normal numbers, the same as that many calls of `normal()`,
  /// however the calls are split.
  ///
  /// - Complexity: About 1.02 words a number.
  package mutating func fill(normals buffer: UnsafeMutableBufferPointer<Double>) {
    let ziggurat = Ziggurat.standard
    withPregeneratedWords(about: buffer.count) { words in
      var rest = buffer
      while !rest.isEmpty {
        let filled = ziggurat.fill(rest, from: words.rest)
        words.used += filled.words
        rest = UnsafeMutableBufferPointer(rebasing: rest[filled.numbers...])
        guard !rest.isEmpty else { break }
        rest[0] = ziggurat.normal(from: &words)
        rest = UnsafeMutableBufferPointer(rebasing: rest[1...])
      }
    }
  }

  /// Runs `body` on the words of this stream made up to 260 blocks at a time, then moves the stream
  /// to the word after the last one that `body` drew.
  @inline(__always)
  private mutating func withPregeneratedWords(
    about count: Int, _ body: (inout PregeneratedWords) -> Void
  ) {
    guard count > 0 else { return }
    let blocks = min(260, 2 + count / 4)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4 * blocks) { storage in
      var words = PregeneratedWords(stream: self, storage: storage)
      body(&words)
      self = words.stream
    }
  }
}

/// The words of a stream, generated many blocks at a time into a buffer it does not own.
private struct PregeneratedWords: RandomNumberGenerator {
  let key: Philox4x64.Key
  /// Counter of the first block in `storage`.
  var counter: Philox4x64.Counter
  let storage: UnsafeMutableBufferPointer<UInt64>
  /// Words of `storage` already drawn.
  var used: Int

  /// Starts inside the block that `stream` is using.
  init(stream: RandomStream, storage: UnsafeMutableBufferPointer<UInt64>) {
    key = stream.key
    counter = stream.counter
    used = stream.used
    self.storage = storage
    Philox4x64.fill(storage, from: counter, key: key)
  }

  /// Those not yet drawn.
  var rest: UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(rebasing: storage[used...])
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    if used == storage.count { refill() }
    defer { used += 1 }
    return storage[used]
  }

  private mutating func refill() {
    counter = Philox4x64.advance(counter, by: UInt64(storage.count / 4))
    Philox4x64.fill(storage, from: counter, key: key)
    used = 0
  }

  /// The stream after the words drawn so far.
  var stream: RandomStream {
    let index = (used - 1) / 4
    return RandomStream(
      key: key,
      counter: Philox4x64.advance(counter, by: UInt64(index)),
      block: (
        storage[4 * index], storage[4 * index + 1], storage[4 * index + 2], storage[4 * index + 3]
      ),
      used: used - 4 * index)
  }
}
