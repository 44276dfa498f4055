internal import Foundation

/// Reads the part of TOML that recipes are written in: comments, sections, keys with numbers, texts on one line, true and
/// false, and lists of these over several lines. All else of TOML is refused by its name.
///
/// Every error and every key has its line. (toml++ by way of TOMLKit 0.6 aborts on some files that are no TOML, and keeps no
/// lines of keys.)
struct RecipeReader {
  private let bytes: [UInt8]
  private let name: String
  private var place = 0
  private var line = 1

  init(_ text: String, name: String) { (bytes, self.name) = (Array(text.utf8), name) }

  /// All settings, in the order of their lines.
  mutating func settings() throws(RecipeError) -> [Recipe.Setting] {
    var (section, settings) = ("", [Recipe.Setting]())
    var (sections, keys) = (Set<String>(), Set<[String]>())
    while true {
      try skipLines()
      guard let byte = peek else { return settings }
      let start = line
      if byte == UInt8(ascii: "[") {
        place += 1
        guard peek != UInt8(ascii: "[") else { throw refusal("a list of sections, [[...]]") }
        section = try key(before: "]")
        guard sections.insert(section).inserted else {
          throw error("[\(section)] is there twice; give it once")
        }
      } else {
        let key = try key(before: "=")
        guard keys.insert([section, key]).inserted else {
          throw error("'\(key)' is there twice; give it once")
        }
        let value = try value(depth: 0)
        settings.append(
          Recipe.Setting(section: section, key: key, value: value, line: start))
      }
      try endLine()
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func error(_ reason: String) -> RecipeError { RecipeError(name, line: line, reason) }

  private func refusal(_ what: String) -> RecipeError {
    error(
      "\(what) is not valid in a recipe; give sections [name] and lines key = value, a value being a number, text in quotes, true, false or a list of these"
    )
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
  }

  /// Goes past blanks, ends of lines and comments.
  private mutating func skipLines() throws(RecipeError) {
    while true {
      skipBlanks()
      switch peek {
      case UInt8(ascii: "#"): try skipComment()
      case UInt8(ascii: "\n"):
        (place, line) = (place + 1, line + 1)
      case UInt8(ascii: "\r"):
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") else {
          throw refusal("a carriage return")
        }
        place += 1
      default: return
      }
    }
  }

  private mutating func skipComment() throws(RecipeError) {
    while let byte = peek, byte != UInt8(ascii: "\n") {
      guard byte >= 0x20 && byte != 0x7f || byte == 9 || byte == 13 else {
        throw refusal("a control character")
      }
      place += 1
    }
  }

  /// Nothing more may stand in a line but a comment.
  private mutating func endLine() throws(RecipeError) {
    skipBlanks()
    guard let byte = peek else { return }
    guard [UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte) else {
      throw error("\(shownHere) is not valid here; give one key in a line")
    }
    try skipLines()
  }

  /// The next character, for messages.
  private var shownHere: String {
    guard peek != nil else { return "the end of the file" }
    let next = String(decoding: bytes[place...].prefix(8), as: UTF8.self).first ?? "?"
    return next.isNewline ? "the end of the line" : "'\(next)'"
  }

  // MARK: Keys

  /// A key and the character behind it.
  private mutating func key(before end: Character) throws(RecipeError) -> String {
    skipBlanks()
    var key = ""
    if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      key = try text(quote)
    } else {
      let start = place
      while let byte = peek, Self.isBare(byte) { place += 1 }
      key = String(decoding: bytes[start..<place], as: UTF8.self)
      guard !key.isEmpty else {
        throw error("\(shownHere) is not valid here; give a key of letters, digits, - and _")
      }
    }
    skipBlanks()
    if peek == UInt8(ascii: ".") { throw refusal("a key of several parts, \(key). ...,") }
    guard peek == end.asciiValue else {
      throw error("\(shownHere) is not valid behind '\(key)'; give \(end)")
    }
    place += 1
    return key
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(RecipeError) -> Recipe.Value {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try text(bytes[place]))
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): throw refusal("a table {...}")
    default: return try word()
    }
  }

  private mutating func list(depth: Int) throws(RecipeError) -> Recipe.Value {
    guard depth < 2 else { throw refusal("a list of lists of lists") }
    place += 1
    var values: [Recipe.Value] = []
    while true {
      try skipLines()
      if peek == UInt8(ascii: "]") {
        place += 1
        return .list(values)
      }
      values.append(try value(depth: depth + 1))
      try skipLines()
      switch peek {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "]"): continue
      default: throw error("\(shownHere) is not valid in a list; give , or ]")
      }
    }
  }

  /// A text in quotes; between single ones every character stands for itself.
  private mutating func text(_ quote: UInt8) throws(RecipeError) -> String {
    if bytes[place...].starts(with: [quote, quote, quote]) {
      throw refusal("a text of several lines")
    }
    place += 1
    var characters: [UInt8] = []
    while let byte = peek {
      place += 1
      switch byte {
      case quote: return String(decoding: characters, as: UTF8.self)
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""):
        characters += try Array(escape().utf8)
      case 9, 0x20..<0x7f, 0x80...: characters.append(byte)
      default:
        place -= 1
        throw error("\(shownHere) is not valid in a text; end it with its quote")
      }
    }
    throw error("a text has no end; give its quote")
  }

  private mutating func escape() throws(RecipeError) -> String {
    guard let byte = peek else { throw error("a text has no end; give its quote") }
    place += 1
    switch byte {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = byte == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[place...].prefix(count), as: UTF8.self)
      guard digits.utf8.count == count, digits.utf8.allSatisfy({ isxdigit(Int32($0)) != 0 }),
        let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number)
      else { throw error("\\\(Character(Unicode.Scalar(byte)))\(digits) is no character") }
      place += count
      return String(Character(scalar))
    default:
      throw error(
        "\\\(Character(Unicode.Scalar(byte))) is not valid in a text; give \\\\ for one stroke, or single quotes"
      )
    }
  }

  /// A number, true or false.
  private mutating func word() throws(RecipeError) -> Recipe.Value {
    let start = place
    while let byte = peek, byte > 0x20, !Array(",]#[}".utf8).contains(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    guard !word.isEmpty else {
      throw error("\(shownHere) is not valid here; give a value")
    }
    if let value = Self.value(of: word) { return value }
    throw error(
      "\(word.prefix(60)) is not valid; give a number, text in quotes, true, false or a list of these"
    )
  }

  /// As TOML reads it; nil if it is no word of it.
  private static func value(of word: String) -> Recipe.Value? {
    if word == "true" || word == "false" { return .truth(word == "true") }
    let isNegative = word.hasPrefix("-")
    let unsigned = isNegative || word.hasPrefix("+") ? String(word.dropFirst()) : word
    if unsigned == "inf" { return .real(isNegative ? -.infinity : .infinity) }
    if unsigned == "nan" { return .real(.nan) }
    // Strokes stand between digits alone.
    let parts = word.split(separator: "_", omittingEmptySubsequences: false)
    guard
      zip(parts, parts.dropFirst()).allSatisfy({
        $0.last?.isHexDigit == true && $1.first?.isHexDigit == true
      })
    else { return nil }
    let plain = parts.joined()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      let digits = plain.dropFirst(2)
      return digits.first?.isHexDigit == true ? Int(digits, radix: radix).map { .integer($0) } : nil
    }
    if plain.wholeMatch(of: /[+-]?(0|[1-9][0-9]*)/) != nil {
      return Int(plain).map { .integer($0) }
    }
    let real = /[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    return plain.wholeMatch(of: real) != nil ? Double(plain).map { .real($0) } : nil
  }
}
