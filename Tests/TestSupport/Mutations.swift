/// Changes of bytes such as damage and malice make, a stream of them for every seed.
public struct Mutations {
  private var state: UInt64

  /// The stream of a seed.
  public init(seed: UInt64) { state = seed }

  /// SplitMix64.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in 0..<count; 0 for no count.
  public mutating func below(_ count: Int) -> Int {
    count <= 0 ? 0 : Int(next() % UInt64(count))
  }

  /// One to four changes: bits and bytes flipped, extreme words, a cut, bytes put in, blocks copied.
  public mutating func mutate(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...below(4) {
      guard !bytes.isEmpty else { break }
      let place = below(bytes.count)
      switch below(8) {
      case 0, 1: bytes[place] ^= 1 << UInt8(below(8))
      case 2, 3: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 4:
        let word = [0, 1, 0x7f, 0x80, 0xff][below(5)] as UInt8
        for k in place..<min(bytes.count, place + 1 << below(4)) { bytes[k] = word }
      case 5: bytes.removeSubrange((below(8) == 0 ? place : max(place, bytes.count - 64))...)
      case 6:
        bytes.insert(
          contentsOf: (0..<(1 + below(16))).map { _ in UInt8(truncatingIfNeeded: next()) },
          at: place)
      default:
        let block = Array(bytes[place..<min(bytes.count, place + 1 + below(64))])
        let target = below(bytes.count - block.count)
        bytes.replaceSubrange(target..<(target + block.count), with: block)
      }
    }
    return bytes
  }
}
