/// Text that the program did not write, such as a name in a file, as it may stand in a message: not longer than `limit`
/// characters, and without any that a terminal would obey instead of showing.
///
/// Control and format characters, line ends and unassigned code points appear as `\u{1B}`; the middle of a longer text
/// is left out.
package func shown(_ text: String, limit: Int = 120) -> String {
  // Escapes are longer than what they stand for: no more of the text than `limit` at each end can be seen.
  let scalars = text.unicodeScalars
  let isLong =
    scalars.index(
      scalars.startIndex, offsetBy: 2 * limit, limitedBy: scalars.endIndex) != nil
  let start = isLong ? scalars.prefix(limit) : scalars[...]
  let head = escaped(start)
  if !isLong, head.count <= limit { return String(head) }
  let tail = isLong ? escaped(scalars.suffix(limit)) : head
  let half = (limit - 3) / 2
  return String(head.prefix(limit - 3 - half)) + "..." + String(tail.suffix(half))
}

/// ``shown(_:limit:)`` between quotation marks.
package func quoted(_ text: String, limit: Int = 120) -> String { "'\(shown(text, limit: limit))'" }

private func escaped(_ text: Substring.UnicodeScalarView) -> String.UnicodeScalarView {
  var result = String.UnicodeScalarView()
  for scalar in text {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      let number = String(scalar.value, radix: 16, uppercase: true)
      result.append(contentsOf: "\\u{\(number)}".unicodeScalars)
    default:
      result.append(scalar)
    }
  }
  return result
}
