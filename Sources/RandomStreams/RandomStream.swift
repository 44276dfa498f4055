internal import Requirements

/// A reproducible sequence of random words with a name: seed, purpose, sample and item.
///
/// The words are the Philox4x64-10 blocks at successive counters, four words each,
///
/// ```
/// key = (seed, purpose),   counter = (b, item, sample, 0),   b = 1, 2, 3, ...,
/// ```
///
/// least significant word first. Distinct names use distinct (key, counter) pairs for their first
/// 2⁶⁴ − 1 blocks (2⁶⁶ − 4 words, more than two thousand years at 10⁹ words a second); only then
/// does the carry move the counter on to those of item + 1.
///
/// A stream is a value: a copy repeats the words of the original. Every drawing function says how
/// many words it takes, and takes them in order, so bulk and single draws may be mixed freely.
/// Results do not depend on the number of threads if each task names its own stream.
///
/// Reference: Salmon et al. (2011), DOI 10.1145/2063384.2063405. The sequence for a key and a
/// counter is that of NumPy's `numpy.random.Philox(key=, counter=)`.
public struct RandomStream: RandomNumberGenerator, BitwiseCopyable, Sendable {
  @usableFromInline let key: Philox4x64.Key
  /// Counter of `block`.
  @usableFromInline var counter: Philox4x64.Counter
  @usableFromInline var block: Philox4x64.Block
  /// Words of `block` already drawn, 1...4. A new stream starts behind a block it never uses.
  @usableFromInline var used: Int

  /// The stream of a name, at its first word.
  ///
  /// - Parameters:
  ///   - seed: Names the whole computation.
  ///   - purpose: What the words are for.
  ///   - sample: Number of the realisation of the disorder, from 0.
  ///   - item: Number within the sample, such as a starting point or a block of couplings, from 0.
  public init(seed: UInt64, purpose: StreamPurpose, sample: Int = 0, item: Int = 0) {
    demand(sample >= 0, "sample \(sample) is negative; samples are counted from 0")
    demand(item >= 0, "item \(item) is negative; items of a sample are counted from 0")
    self.init(key: (seed, purpose.rawValue), counter: (0, UInt64(item), UInt64(sample), 0))
  }

  /// The stream of a key from the block *after* a counter on.
  ///
  /// - Parameters:
  ///   - key: Any two words. A second word of 2¹⁶ or more that is not the raw value of a purpose in
  ///     use keeps clear of all named streams.
  ///   - counter: A 256-bit integer, least significant word first; the first block drawn is at
  ///     `counter + 1` modulo 2²⁵⁶, as in NumPy.
  package init(key: Philox4x64.Key, counter: Philox4x64.Counter) {
    self.init(key: key, counter: counter, block: (0, 0, 0, 0), used: 4)
  }

  init(key: Philox4x64.Key, counter: Philox4x64.Counter, block: Philox4x64.Block, used: Int) {
    self.key = key
    self.counter = counter
    self.block = block
    self.used = used
  }

  /// The next word, uniform on 0...2⁶⁴−1.
  @inlinable
  public mutating func next() -> UInt64 {
    if used == 4 { drawBlock() }
    used += 1
    switch used {
    case 1: return block.0
    case 2: return block.1
    case 3: return block.2
    default: return block.3
    }
  }

  @usableFromInline
  mutating func drawBlock() {
    counter = Philox4x64.advance(counter, by: 1)
    block = Philox4x64.block(at: counter, key: key)
    used = 0
  }

  /// A number uniform on the 2⁵³ multiples of 2⁻⁵³ in [0, 1): the top 53 bits of one word.
  @inlinable
  public mutating func uniform() -> Double {
    Double(topBitsOf: next())
  }
}

extension Double {
  /// The multiple of 2⁻⁵³ in [0, 1) given by the top 53 bits of a word.
  @inlinable @inline(__always)
  init(topBitsOf word: UInt64) { self = Double(word >> 11) * 0x1p-53 }
}
