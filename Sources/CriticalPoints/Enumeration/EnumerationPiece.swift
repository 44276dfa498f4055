internal import Numerics
internal import Requirements

/// The ends of some hundred paths of an enumeration: what is to be kept to go on after an interruption.
///
/// A piece knows the equations it belongs to by a checksum of their coefficients; those of other
/// landscapes, seeds or samples are not used. It carries no proofs: ``Enumeration`` proves its ends again, and
/// follows the paths again where it cannot.
public struct EnumerationPiece: Sendable, Equatable {
  /// Paths in a piece, but for the last.
  static let size = 256

  /// The piece as numbers, to be stored: a seal over the others, `system`, `number`, N, and of each path its
  /// number, its steps and whether it reached its end, v and μ.
  public let words: [UInt64]

  private static let head = 4

  let system: UInt64
  let number: Int
  private let dimension: Int

  /// Words of a path.
  private var stride: Int { 2 + 2 * (dimension + 1) }

  /// How many paths.
  public var count: Int { (words.count - Self.head) / stride }

  init(system: UInt64, number: Int, dimension: Int, ends: [PathEnd]) {
    self.system = system
    self.number = number
    self.dimension = dimension
    let content = ends.reduce(into: [system, UInt64(number), UInt64(dimension)]) { $0 += $1.words }
    words = [checksum(of: content)] + content
  }

  /// Reads ``words``; nil if they are no piece, or any bit of them has changed.
  public init?(words: [UInt64]) {
    guard words.count >= Self.head, words[0] == checksum(of: words[1...]),
      let number = Int(exactly: words[2]), let dimension = Int(exactly: words[3]),
      (1..<words.count).contains(dimension),
      (words.count - Self.head).isMultiple(of: 2 + 2 * (dimension + 1))
    else { return nil }
    self.words = words
    system = words[1]
    self.number = number
    self.dimension = dimension
  }

  /// The ends of the given paths; nil if the piece has others.
  func ends(of paths: [Int], dimension: Int) -> [PathEnd]? {
    guard self.dimension == dimension, count == paths.count else { return nil }
    let ends = (0..<count).compactMap { k in
      PathEnd(reading: words[(Self.head + k * stride)...].prefix(stride))
    }
    return ends.map(\.path) == paths ? ends : nil
  }
}

extension PathEnd {
  fileprivate var words: [UInt64] {
    [UInt64(path), UInt64(steps) << 1 | (isFinished ? 1 : 0)]
      + state.flatMap { [$0.real.bitPattern, $0.imaginary.bitPattern] }
  }

  fileprivate init?(reading words: ArraySlice<UInt64>) {
    let numbers = words.dropFirst(2).map(Double.init(bitPattern:))
    guard let path = Int32(exactly: words[words.startIndex]),
      let steps = Int32(exactly: words[words.startIndex + 1] >> 1)
    else { return nil }
    let z = (0..<(numbers.count / 2)).map { Complex(numbers[2 * $0], numbers[2 * $0 + 1]) }
    self.init(
      path: Int(path), isFinished: words[words.startIndex + 1] & 1 == 1,
      state: z, steps: Int(steps))
  }
}
