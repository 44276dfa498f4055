package import CriticalPoints

/// A sample of an ``EnumerationSurvey`` as it is kept through an interruption: the ends of its paths, which are proved again when it is read back.
package struct FinishedSample: Sendable {
  /// The sample's number.
  package let number: Int
  /// Its pieces.
  package let pieces: [EnumerationPiece]

  /// The pieces of a sample.
  package init(number: Int, pieces: [EnumerationPiece]) {
    self.number = number
    self.pieces = pieces
  }

  /// The sample's number, then each piece behind its length.
  package var words: [UInt64] {
    pieces.reduce(into: [UInt64(number)]) { $0 += [UInt64($1.words.count)] + $1.words }
  }

  /// Reads ``words``; nil if they are no sample.
  package init?(words: [UInt64]) {
    guard let first = words.first, let number = Int(exactly: first) else { return nil }
    var rest = words.dropFirst()
    var pieces: [EnumerationPiece] = []
    while let word = rest.first {
      guard let length = Int(exactly: word), length < rest.count,
        let piece = EnumerationPiece(words: Array(rest.dropFirst().prefix(length)))
      else { return nil }
      pieces.append(piece)
      rest = rest.dropFirst(1 + length)
    }
    self.init(number: number, pieces: pieces)
  }
}
