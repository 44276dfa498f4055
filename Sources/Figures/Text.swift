internal import Foundation
internal import Requirements

/// Texts as gnuplot takes them.
enum Text {
  /// A string of gnuplot's that is one text, whatever its characters.
  ///
  /// Apostrophes inside single quotes, where nothing else has a meaning, are doubled; gnuplot takes two at the
  /// beginning for an empty string, so texts with any go into double quotes, where backslashes, quotes and
  /// backquotes have a meaning and are escaped.
  static func quoted(_ text: String) -> String {
    let line = oneLine(text)
    guard line.unicodeScalars.contains("'") else { return "'\(line)'" }
    let escaped = line.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", "\"": result += "\\\(scalar)"
      case "`": result += "\\140"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  /// A string that is shown with its markup, or as it is if that is malformed or long.
  static func markup(_ text: String) -> String {
    let line = oneLine(text)
    return quoted(isMarkup(line) ? line : Figure.plain(line))
  }

  /// A text without characters that break a line or cannot be in an XML file. Nor can `]]>`: an invisible
  /// joiner makes it two words.
  static func oneLine(_ text: String) -> String {
    let joined = text.replacingOccurrences(of: "\r\n", with: "\n", options: .literal)
      .replacingOccurrences(of: "]]>", with: "]]\u{2060}>", options: .literal)
    var line = ""
    for scalar in joined.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: line += " "
      case ..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: line += "\u{FFFD}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// Bytes of a text that are shown where markup is understood; gnuplot would cut a character in two after
  /// 1023.
  static let limit = 1000

  /// The beginning of a text, with an ellipsis, if it is longer than the limit.
  static func cut(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    var (line, bytes) = ("", 0)
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      guard bytes <= limit else { break }
      line.unicodeScalars.append(scalar)
    }
    return line + "…"
  }

  /// Whether braces are balanced and not deep, fonts are plain names and sizes, every sign has what it
  /// belongs to, and the text is not too long.
  static func isMarkup(_ text: String) -> Bool {
    var (depth, bytes, rest) = (0, 0, text.unicodeScalars[...])
    while let scalar = rest.popFirst() {
      bytes += UTF8.width(scalar)
      switch scalar {
      case "\\":
        guard let next = rest.popFirst() else { return false }
        bytes += UTF8.width(next) - 1
      case "_", "^":
        guard let next = rest.first, !"_^}\\ ".unicodeScalars.contains(next) else { return false }
      case "{":
        depth += 1
        guard depth <= 8 else { return false }
        if rest.first == "/" {
          guard let end = rest.firstIndex(of: " "), isFont(rest[..<end].dropFirst()) else {
            return false
          }
          rest = rest[end...]
        }
      case "}":
        depth -= 1
        guard depth >= 0 else { return false }
      case "&", "@", "~": return false
      default: break
      }
    }
    return depth == 0 && bytes <= limit + "…".utf8.count
  }

  /// A name, `:Italic` or `:Bold`, `=` or `*` and a size below 100.
  private static func isFont(_ scalars: Substring.UnicodeScalarView) -> Bool {
    String(scalars).wholeMatch(of: /[A-Za-z-]*(:(Italic|Bold|Normal))*([=*][0-9]{1,2}(\.[0-9]+)?)?/)
      != nil
  }
}
