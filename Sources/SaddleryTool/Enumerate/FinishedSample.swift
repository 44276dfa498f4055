import CriticalPoints

/// A sample as it is kept through an interruption: the ends of its paths, which are proved again when it is read back.
struct FinishedSample {
  let number: Int
  let pieces: [EnumerationPiece]

  init(number: Int, pieces: [EnumerationPiece]) {
    self.number = number
    self.pieces = pieces
  }

  /// The sample's number, then each piece behind its length.
  var words: [UInt64] {
    pieces.reduce(into: [UInt64(number)]) { $0 += [UInt64($1.words.count)] + $1.words }
  }

  /// Reads ``words``; nil if they are no sample.
  init?(words: [UInt64]) {
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
