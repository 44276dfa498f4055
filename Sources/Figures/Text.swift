internal import Foundation

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

  /// A string that is shown with its markup, or as it is if that is malformed.
  static func markup(_ text: String) -> String {
    let line = oneLine(text)
    return quoted(isMarkup(line) ? line : Figure.plain(line))
  }

  /// A string that is shown as it is, with the option that says so.
  static func verbatim(_ text: String) -> String {
    endsSection(text) ? quoted(Figure.plain(text)) : quoted(text) + " noenhanced"
  }

  /// At most a thousand characters, none of which breaks a line or cannot be in an XML file.
  static func oneLine(_ text: String) -> String {
    let limit = 1000
    let joined = text.replacingOccurrences(of: "\r\n", with: "\n", options: .literal).unicodeScalars
    let scalars = joined.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
      case ..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: "\u{FFFD}"
      default: scalar
      }
    }
    let cut = scalars.count > limit ? scalars.prefix(limit - 1) + ["…"] : scalars[...]
    var line = ""
    line.unicodeScalars.append(contentsOf: cut)
    return line
  }

  /// Whether braces are balanced and not deep, fonts are plain names and sizes, and every sign has what it
  /// belongs to.
  static func isMarkup(_ text: String) -> Bool {
    var (depth, rest) = (0, text.unicodeScalars[...])
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard rest.popFirst() != nil else { return false }
      case "_", "^":
        guard let next = rest.first, !"_^}\\ ".unicodeScalars.contains(next) else { return false }
      case "{":
        depth += 1
        guard depth <= 8 else { return false }
        if rest.first == "/" {
          guard let end = rest.firstIndex(of: " "),
            rest[..<end].dropFirst().allSatisfy(isOfFont)
          else { return false }
          rest = rest[end...]
        }
      case "}":
        depth -= 1
        guard depth >= 0 else { return false }
      case "&", "@", "~": return false
      default: break
      }
    }
    return depth == 0 && !endsSection(text)
  }

  /// Whether there is the one sequence of characters that XML does not allow in a text.
  private static func endsSection(_ text: String) -> Bool {
    text.range(of: "]]>", options: .literal) != nil
  }

  private static func isOfFont(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789:=*.-".unicodeScalars.contains(scalar))
  }
}
