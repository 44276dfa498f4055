/// Numbers for eight lanes each, aligned as vectors are; shared by copies.
package final class LaneBuffer: @unchecked Sendable {
  /// Number i of lane l at 8 i + l.
  package let numbers: UnsafeMutablePointer<Double>
  /// How many numbers a lane has.
  package let count: Int
  private let memory: UnsafeMutableRawPointer

  /// So many zeros in each lane.
  package init(count: Int) {
    self.count = count
    memory = .allocate(byteCount: 64 * max(count, 1), alignment: 64)
    numbers = memory.initializeMemory(as: Double.self, repeating: 0, count: 8 * max(count, 1))
  }

  deinit { memory.deallocate() }

  package subscript(number: Int, lane: Int) -> Double {
    get { numbers[8 * number + lane] }
    set { numbers[8 * number + lane] = newValue }
  }
}
