internal import Foundation
internal import Requirements

/// Memory that is taken in parts and given back as a whole.
///
/// Large memory goes to the next arena and not to the system, which would clear every page of it again.
final class Arena {
  private let memory: UnsafeMutableBufferPointer<Double>
  private var taken = 0

  /// Room for so many numbers, not set to anything.
  init(count: Int) { memory = SpareMemory.shared.take(count) ?? .allocate(capacity: count) }

  /// The next part.
  func take(_ count: Int) -> UnsafeMutablePointer<Double> {
    demand(taken + count <= memory.count, "no room for \(count) more than \(taken) numbers")
    defer { taken += count }
    return memory.baseAddress! + taken
  }

  deinit { SpareMemory.shared.keep(memory)?.deallocate() }
}

/// Memory that no arena uses at the moment.
private final class SpareMemory: @unchecked Sendable {
  static let shared = SpareMemory()

  // Of the system: sanitizers see it.
  private let lock = NSLock()
  private var pieces: [UnsafeMutableBufferPointer<Double>] = []
  /// Numbers in a piece that is kept, at least; and how many are.
  private static let (least, most) = (1 << 16, 8)

  /// A piece for so many numbers, not much larger; nil if there is none.
  func take(_ count: Int) -> UnsafeMutableBufferPointer<Double>? {
    lock.withLock {
      let place = pieces.lastIndex { (count...(2 * count)).contains($0.count) }
      return place.map { pieces.remove(at: $0) }
    }
  }

  /// Keeps a piece; what is kept no longer.
  func keep(_ piece: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double>? {
    guard piece.count >= Self.least else { return piece }
    return lock.withLock {
      pieces.append(piece)
      return pieces.count > Self.most ? pieces.removeFirst() : nil
    }
  }
}
