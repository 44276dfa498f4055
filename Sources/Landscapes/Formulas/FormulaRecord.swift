internal import CLanes
internal import Foundation
internal import LinearAlgebra
internal import Requirements
internal import Synchronization

/// A formula run at a point, on its tape, with room for the derivatives; one at a time, for one point after another.
final class FormulaRecord: @unchecked Sendable {
  /// Those not in use, behind a door for one thread at a time. They are never given back to the system: a number that a
  /// formula put aside knows its tape.
  nonisolated(unsafe) private static var idle: [FormulaRecord] = []
  private static let isBusy = Atomic(false)

  let tape = UnsafeMutablePointer<Tape>.allocate(capacity: 1)
  private var variables: [TracedNumber] = []
  /// Nodes up to the result's; none if that is a constant.
  private(set) var count = 0
  private var adjoints: [Double] = []
  private var masks: [UInt64] = []
  private var tangents = LaneBuffer(count: 0)

  private init() {
    let nodes = UnsafeMutablePointer<Tape.Node>.allocate(capacity: 64)
    tape.initialize(to: Tape(nodes: nodes, count: 0, capacity: 64))
  }

  /// Runs `body` with a record of its own.
  static func with<Result>(_ body: (FormulaRecord) -> Result) -> Result {
    let record = withIdle { $0.popLast() } ?? FormulaRecord()
    defer {
      // Large formulas keep their tapes alone.
      if record.tangents.count > 1 << 20 { record.tangents = LaneBuffer(count: 0) }
      withIdle { $0.append(record) }
    }
    return body(record)
  }

  /// Tries until it is let in: others are through in nanoseconds. (A mutex hands over through the kernel, which the thread
  /// sanitizer cannot follow.)
  private static func withIdle<Result>(_ body: (inout [FormulaRecord]) -> Result) -> Result {
    while isBusy.exchange(true, ordering: .acquiring) { sched_yield() }
    defer { isBusy.store(false, ordering: .releasing) }
    return body(&idle)
  }

  /// Runs the formula at a point, given by its coordinates; the value.
  func run(
    _ formula: ([TracedNumber]) -> TracedNumber, at point: UnsafeBufferPointer<Double>
  ) -> Double {
    let n = point.count
    tape.pointee.count = 0
    if variables.count != n { variables = [TracedNumber](repeating: 0, count: n) }
    for (i, x) in point.enumerated() {
      variables[i] = TracedNumber(x, tape.pointee.append(Tape.Node(.variable)), tape)
    }
    let result = formula(variables)
    demand(
      result.tape == nil || result.tape == tape,
      "a formula returned a number that does not belong to it")
    count = Int(result.place) + 1
    return result.number
  }

  private func withNodes(_ body: (UnsafePointer<tape_node>) -> Void) {
    let nodes = tape.pointee.nodes
    nodes.withMemoryRebound(to: tape_node.self, capacity: tape.pointee.count) { body($0) }
  }

  /// Writes the n first derivatives; what the Hessian needs as well.
  func gradient(into gradient: UnsafeMutablePointer<Double>) {
    let n = variables.count
    if adjoints.count < max(n, count) {
      adjoints = [Double](repeating: 0, count: max(n, 2 * count))
    }
    withNodes { tape_gradient(n, count, $0, &adjoints) }
    for i in 0..<n { gradient[i] = i < count ? adjoints[i] : 0 }
  }

  /// Writes the second derivatives as a packed upper triangle, after the first ones were asked for.
  func hessian(into hessian: UnsafeMutablePointer<Double>) {
    let n = variables.count
    guard count >= n else {
      // A constant, or a variable itself.
      return hessian.update(repeating: 0, count: PackedSymmetric.count(n))
    }
    if masks.count < 2 * count { masks = [UInt64](repeating: 0, count: 3 * count) }
    if tangents.count < 2 * count { tangents = LaneBuffer(count: 3 * count) }
    withNodes {
      tape_hessian(n, count, $0, adjoints, &masks, tangents.numbers, hessian)
    }
  }
}
