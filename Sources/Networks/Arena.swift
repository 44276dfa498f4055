internal import Requirements
internal import Synchronization

/// Memory that is taken in parts and given back as a whole.
///
/// Large memory goes to the next arena and not to the system, which would clear every page of it again.
final class Arena {
  private let memory: UnsafeMutableBufferPointer<Double>
  private var taken = 0

  /// Numbers in memory that is kept, at least; and how many pieces are.
  private static let (kept, pieces) = (1 << 16, 8)
  private static let spare = Mutex<[Spare]>([])

  private struct Spare: @unchecked Sendable { let memory: UnsafeMutableBufferPointer<Double> }

  /// Room for so many numbers, not set to anything.
  init(count: Int) {
    let found = Self.spare.withLock { spare in
      let place = spare.lastIndex { (count...(2 * count)).contains($0.memory.count) }
      return place.map { spare.remove(at: $0) }
    }
    memory = found?.memory ?? .allocate(capacity: count)
  }

  /// The next part.
  func take(_ count: Int) -> UnsafeMutablePointer<Double> {
    demand(taken + count <= memory.count, "no room for \(count) more than \(taken) numbers")
    defer { taken += count }
    return memory.baseAddress! + taken
  }

  deinit {
    guard memory.count >= Self.kept else { return memory.deallocate() }
    let own = Spare(memory: memory)
    let oldest = Self.spare.withLock { spare in
      spare.append(own)
      return spare.count > Self.pieces ? spare.removeFirst() : nil
    }
    oldest?.memory.deallocate()
  }
}
