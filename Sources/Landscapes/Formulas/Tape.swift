internal import Requirements

/// What was done to get from the variables to a value, one node an operation, with the operation's partial
/// derivatives.
///
/// The first nodes are the variables. A node's operands stand before it.
@frozen @usableFromInline struct Tape {
  /// Laid out as `tape_node` is.
  @frozen @usableFromInline struct Node {
    /// Raw value of the ``Operation``.
    @usableFromInline var operation: Int32
    /// Places of the operands; -1 for none.
    @usableFromInline var a, b: Int32
    @usableFromInline var exponent: Int32
    /// An operand that is no variable, or the outcome of a comparison.
    @usableFromInline var constant: Double
    @usableFromInline var da, db, daa, dab, dbb: Double

    @inlinable init(
      _ operation: Operation, _ a: Int32 = -1, _ b: Int32 = -1, exponent: Int32 = 0,
      constant: Double = 0
    ) {
      (self.operation, self.a, self.b, self.exponent) = (operation.rawValue, a, b, exponent)
      self.constant = constant
      (da, db, daa, dab, dbb) = (0, 0, 0, 0, 0)
    }
  }

  @usableFromInline var nodes: UnsafeMutablePointer<Node>
  @usableFromInline var count: Int
  @usableFromInline var capacity: Int

  @inlinable mutating func append(_ node: Node) -> Int32 {
    if count == capacity { grow() }
    if max(node.a, node.b) >= count { Self.stop() }
    nodes.advanced(by: count).initialize(to: node)
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }

  @usableFromInline @inline(never) static func stop() -> Never {
    fail("a traced number outside the formula that it belongs to")
  }

  /// Twice the room.
  @usableFromInline @inline(never) mutating func grow() {
    demand(capacity < 1 << 30, "a formula of more than a thousand million operations")
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    (nodes, capacity) = (larger, 2 * capacity)
  }
}
