internal import ComplexModule

/// The end of some hundred paths of an enumeration: what is to be kept to go on after an interruption.
///
/// A piece knows the equations it belongs to by a checksum of their coefficients; those of other
/// landscapes, seeds or samples are not used.
public struct EnumerationPiece: Sendable, Equatable {
  /// Paths in a piece, but for the last.
  static let size = 256

  let system: UInt64
  let number: Int
  let records: [PathRecord]

  /// How many paths.
  public var count: Int { records.count }

  init(system: UInt64, number: Int, records: [PathRecord]) {
    self.system = system
    self.number = number
    self.records = records
  }

  /// The piece as numbers, to be stored.
  public var words: [UInt64] {
    records.reduce(into: [system, UInt64(number)]) { $0 += $1.words }
  }

  /// Reads ``words``; nil if they are no piece.
  public init?(words: [UInt64]) {
    guard words.count >= 2, let number = Int(exactly: words[1]) else { return nil }
    var rest = words[2...]
    var records: [PathRecord] = []
    while !rest.isEmpty {
      guard let record = PathRecord(reading: &rest) else { return nil }
      records.append(record)
    }
    self.init(system: words[0], number: number, records: records)
  }
}

extension PathRecord {
  /// Eight words, and N more of a real solution.
  fileprivate var words: [UInt64] {
    [UInt64(path), UInt64(steps), UInt64(status.rawValue), UInt64(point.count)]
      + ([radius, mark.real, mark.imaginary, eigenvalueError] + point).map(\.bitPattern)
  }

  fileprivate init?(reading words: inout ArraySlice<UInt64>) {
    let head = Array(words.prefix(8))
    guard head.count == 8, let path = Int32(exactly: head[0]), let steps = Int32(exactly: head[1]),
      let status = UInt8(exactly: head[2]).flatMap(Status.init),
      let count = Int(exactly: head[3]), count <= words.count - 8
    else { return nil }
    let numbers = words.dropFirst(4).prefix(4 + count).map(Double.init(bitPattern:))
    words = words.dropFirst(8 + count)
    self.init(
      path: path, steps: steps, status: status, radius: numbers[0],
      mark: Complex(numbers[1], numbers[2]), eigenvalueError: numbers[3],
      point: Array(numbers.dropFirst(4)))
  }
}
