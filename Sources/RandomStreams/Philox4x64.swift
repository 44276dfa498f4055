internal import CLanes
internal import Requirements

/// The counter-based generator Philox4x64-10: a keyed bijection of 256-bit counters.
///
/// One round, with key words (k₀, k₁) and hi ∥ lo the two halves of a 128-bit product, is
///
/// ```
/// (c₀, c₁, c₂, c₃)  ↦  (hi(M₁c₂) ⊕ c₁ ⊕ k₀,  lo(M₁c₂),  hi(M₀c₀) ⊕ c₃ ⊕ k₁,  lo(M₀c₀)),
/// ```
///
/// and after each round the key advances by Weyl constants, `(k₀, k₁) ↦ (k₀ + W₀, k₁ + W₁)`.
/// Ten rounds make one block of four random words. Being a function of key and counter only, any
/// block is reached at once, without the ones before it.
///
/// Reference: Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3*
/// (SC 2011), DOI 10.1145/2063384.2063405, Section 3.3 and Table 1.
@usableFromInline package enum Philox4x64 {
  /// Two 64-bit words that select the bijection.
  @usableFromInline package typealias Key = (UInt64, UInt64)

  /// A 256-bit integer in four 64-bit words, least significant first.
  @usableFromInline package typealias Counter = (UInt64, UInt64, UInt64, UInt64)

  /// The four random words that one counter gives, in order of use.
  @usableFromInline package typealias Block = (UInt64, UInt64, UInt64, UInt64)

  /// The block of random words at a counter.
  ///
  /// - Parameters:
  ///   - counter: Any value; distinct counters give distinct blocks under one key.
  ///   - key: Any value.
  /// - Returns: Four words; all 256-bit values are taken exactly once as the counter varies.
  /// - Complexity: 20 multiplications of 64 by 64 bits.
  @inlinable
  package static func block(at counter: Counter, key: Key) -> Block {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let product0 = c0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let product1 = c2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      (c0, c1, c2, c3) = (
        product1.high ^ c1 ^ k0, product1.low, product0.high ^ c3 ^ k1, product0.low
      )
      k0 &+= 0x9E37_79B9_7F4A_7C15
      k1 &+= 0xBB67_AE85_84CA_A73B
    }
    return (c0, c1, c2, c3)
  }

  /// The counter that is `steps` after `counter`, modulo 2²⁵⁶.
  @inlinable
  package static func advance(_ counter: Counter, by steps: UInt64) -> Counter {
    var next = counter
    var carry: Bool
    (next.0, carry) = next.0.addingReportingOverflow(steps)
    guard carry else { return next }
    (next.1, carry) = next.1.addingReportingOverflow(1)
    guard carry else { return next }
    (next.2, carry) = next.2.addingReportingOverflow(1)
    if carry { next.3 &+= 1 }
    return next
  }

  /// Writes the blocks at `counter`, `counter + 1`, ... into whole groups of four words.
  ///
  /// The ten rounds of a block are one chain of dependent multiplications, but blocks do not depend on
  /// each other: where the processor can, eight are computed in the lanes of vectors.
  static func fill(_ words: UnsafeMutableBufferPointer<UInt64>, from counter: Counter, key: Key) {
    demand(words.count % 4 == 0, "\(words.count) words are not whole blocks of 4 words")
    let done = withUnsafeBytes(of: counter) { counter in
      withUnsafeBytes(of: key) { key in
        philox_blocks(
          words.count / 4, counter.baseAddress?.assumingMemoryBound(to: UInt64.self),
          key.baseAddress?.assumingMemoryBound(to: UInt64.self), words.baseAddress)
      }
    }
    var counter = advance(counter, by: UInt64(done))
    for first in stride(from: 4 * done, to: words.count, by: 4) {
      (words[first], words[first + 1], words[first + 2], words[first + 3]) =
        block(at: counter, key: key)
      counter = advance(counter, by: 1)
    }
  }
}
