/// A fenced block of a Markdown page.
struct CodeBlock {
  /// The first word behind the fence; empty for none.
  let language: String
  /// The others.
  let words: [String]
  let text: String

  /// The blocks of a page, in order.
  static func all(in page: String) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: (info: [String], lines: [Substring])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let (info, lines) = open {
        if line == "```" {
          blocks.append(
            CodeBlock(
              language: info.first ?? "", words: Array(info.dropFirst()),
              text: lines.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open = (info, lines + [line])
        }
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), [])
      }
    }
    return blocks
  }
}
