internal import Requirements

/// Memory that is taken in parts and freed as a whole.
final class Arena {
  private let memory: UnsafeMutableBufferPointer<Double>
  private var taken = 0

  /// Room for so many numbers, not set to anything.
  init(count: Int) { memory = .allocate(capacity: count) }

  /// The next part.
  func take(_ count: Int) -> UnsafeMutablePointer<Double> {
    demand(taken + count <= memory.count, "no room for \(count) more than \(taken) numbers")
    defer { taken += count }
    return memory.baseAddress! + taken
  }

  deinit { memory.deallocate() }
}
