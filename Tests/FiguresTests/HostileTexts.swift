import RandomStreams

/// Texts that would do harm where texts are taken for something else.
struct HostileTexts {
  private static let known = [
    "'", "''", "'''", "'start", "end'", "it's", "a '' b", "\"", "\"\"", "\\\"", "\\", "\\\\",
    "ends\\",
    "`touch pwned`", "$(touch pwned)", "|touch pwned", "<touch pwned", "| cd ..; touch pwned",
    "'; !touch pwned; x='", "\"; system(\"touch pwned\"); \"", "@x", "$x", "%d %s %n", "#",
    "# comment",
    "plot x", "\n!touch pwned\n", "a\nb", "a\r\nb", "tab\there", "nul\u{0}nul", "\u{1}\u{1B}[31m",
    "\u{85}\u{2028}\u{2029}", "\u{FFFE}\u{FFFF}", "_", "^", "a_", "b^", "{", "}", "{{", "}}", "{}",
    "a{b",
    "a}b", "}{", "~", "&", "R&D", "a@b", "~a{.8-}", "&{x}", "_}", "^\\", "{/", "{/Arial",
    "{/A\" onload=\"x y}",
    "{/A' onload='x y}", "{/Arial=99999 big}", "{/:Bold x}<b>", "<script>x</script>", "]]>",
    "a]]>b",
    "<!-- -->", "&lt;&amp;", "<b onclick='x'>", "\\U+1F600", "\\n", "\\040", "é ü ñ", "λ√∞ ξ″",
    "漢字かな",
    "😀👩‍👩‍👧🏽", "\u{202E}abc", "e\u{301}", "_\u{301}", "'\u{301}", "`\u{301}", "]]>\u{338}", "\u{FEFF}x",
    "-", "--help", "+", "++", "0x41", "nan", "1e999", "  spaces  inside  ", "x;y", "a,b", "a:b",
    String(repeating: "long ", count: 190), String(repeating: "W", count: 3000),
    String(repeating: "{", count: 3000),
    String(repeating: "{", count: 2000) + String(repeating: "}", count: 2000),
    String(repeating: "'", count: 900), String(repeating: "漢", count: 900),
  ]
  private static let pieces: [Character] = Array(
    "'\"\\`|<>$%@&~_^{}#;,!()[] \n\t\u{0}\u{1B}é漢😀aZ09-+=*/.:?\u{301}\u{202E}")

  private var stream = RandomStream(seed: 1, purpose: .noise)
  private var number = 0

  /// The known ones, then random ones of such characters.
  mutating func next() -> String {
    number += 1
    if number <= Self.known.count { return Self.known[number - 1] }
    return String(
      (0..<Int.random(in: 1...24, using: &stream)).map { _ in
        Self.pieces.randomElement(using: &stream)!
      })
  }

  static var count: Int { known.count }
}
