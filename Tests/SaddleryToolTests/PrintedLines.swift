/// What a program printed, to be compared with what a page says it prints.
///
/// Words must be the same. Numbers agree to a millionth, loosely to a tenth, counts to three. Times are anyone's.
struct PrintedLines {
  private let lines: [[Substring]]

  init(_ text: String) {
    lines = text.split(separator: "\n").map(Self.words)
  }

  /// The first line of a text that is no beginning of a printed line behind those before it; nil if there is none.
  func missing(_ text: String, loosely: Bool) -> String? {
    var rest = lines[...]
    for line in text.split(separator: "\n") {
      let wanted = Self.words(line)
      guard
        let place = rest.firstIndex(where: { printed in
          printed.count >= wanted.count
            && zip(wanted, printed).allSatisfy { Self.agree($0, $1, loosely) }
        })
      else { return String(line) }
      rest = rest[(place + 1)...]
    }
    return nil
  }

  /// The words of a line, without times in seconds.
  private static func words(_ line: Substring) -> [Substring] {
    var words = line.split(whereSeparator: \.isWhitespace)
    while let unit = words.firstIndex(where: { ["s", "s,", "s;"].contains($0) }), unit > 0 {
      words.removeSubrange(unit - 1...unit)
    }
    return words
  }

  private static func agree(_ wanted: Substring, _ printed: Substring, _ loosely: Bool) -> Bool {
    if wanted == printed { return true }
    guard let a = number(wanted), let b = number(printed) else { return false }
    let counts = a.rounded() == a && b.rounded() == b
    return abs(a - b) <= max((loosely ? 0.1 : 1e-6) * abs(a), loosely && counts ? 3 : 0)
  }

  /// The number of a word such as `-1.63;` or `(5`.
  private static func number(_ word: Substring) -> Double? {
    var word = word.drop { $0 == "(" }
    while let last = word.last, ",;:)".contains(last) { word.removeLast() }
    return Double(word)
  }
}
