internal import Requirements

/// A real number that remembers how it was computed from the variables of a formula, so that the formula has exact
/// derivatives.
///
/// A ``FunctionLandscape`` hands its formula these numbers. They are calculated with as others are: operators, also
/// with `Double`, comparisons, `abs`, `min` and `max`, and the elementary functions, as free functions (`sin(x)`) or as
/// those of swift-numerics (`.sin(x)`), so that a function which is generic over `AlgebraicField & ElementaryFunctions`
/// serves both. They mean nothing outside the call they were made in.
///
/// - Complexity: an operation writes one node of 64 bytes. A gradient is one pass over the nodes, a Hessian of n variables
///   n/8 passes, eight columns at a time, and less where a variable enters only a part of the formula: whole batches of
///   columns are skipped that a node does not depend on.
///
/// *Reference:* Griewank and Walther, *Evaluating Derivatives*, 2nd edition (2008), DOI 10.1137/1.9780898717761, chapters 3
/// and 7: a reverse sweep, and forward sweeps over it.
@frozen public struct TracedNumber {
  @usableFromInline let number: Double
  /// Where its node is; -1 for constants.
  @usableFromInline let place: Int32
  @usableFromInline let tape: UnsafeMutablePointer<Tape>?

  @inlinable init(_ number: Double, _ place: Int32, _ tape: UnsafeMutablePointer<Tape>?) {
    (self.number, self.place, self.tape) = (number, place, tape)
  }

  /// A constant: its derivatives are zero.
  @inlinable public init(_ value: Double) { self.init(value, -1, nil) }

  /// A constant: its derivatives are zero.
  @inlinable public init(_ value: some BinaryInteger) { self.init(Double(value)) }

  /// The number without its history: derivatives do not know what is made of it, and nothing is proved of a formula that
  /// looks.
  public var value: Double {
    if let tape { _ = tape.pointee.append(Tape.Node(.read, place)) }
    return number
  }

  /// The result of an operation of one operand.
  @inlinable @inline(__always) func result(
    _ operation: Operation, exponent: Int = 0, constant: Double = 0,
    _ partials: Partials<Double>
  ) -> TracedNumber {
    guard let tape else { return TracedNumber(partials.value) }
    var node = Tape.Node(
      operation, place, exponent: Int32(truncatingIfNeeded: exponent), constant: constant)
    (node.da, node.daa) = (partials.da, partials.daa)
    return TracedNumber(partials.value, tape.pointee.append(node), tape)
  }

  /// The result of an operation of two operands, one of which may be a constant.
  @inlinable @inline(__always) static func result(
    _ operation: Operation, _ a: TracedNumber, _ b: TracedNumber, _ partials: Partials<Double>
  ) -> TracedNumber {
    guard let tape = a.tape ?? b.tape else { return TracedNumber(partials.value) }
    var node = Tape.Node(
      operation, a.place, b.place, constant: a.place < 0 ? a.number : b.number)
    (node.da, node.db) = (partials.da, partials.db)
    (node.daa, node.dab, node.dbb) = (partials.daa, partials.dab, partials.dbb)
    return TracedNumber(partials.value, tape.pointee.append(node), tape)
  }
}

extension TracedNumber: CustomStringConvertible {
  /// The value, as text.
  public var description: String { number.description }
}
