extension Figure {
  /// Whether a name can be that of a figure: it names files on every system and means nothing else to gnuplot,
  /// which takes names with certain first characters for commands.
  ///
  /// It begins with a letter or digit; letters, digits, spaces and `-_.,+=()'` follow, the last no space or
  /// dot; 200 bytes at most.
  package static func isValidName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else {
      return false
    }
    return name.utf8.count <= 200 && isOfWord(first) && last != " " && last != "."
      && name.unicodeScalars.allSatisfy {
        isOfWord($0) || $0.properties.generalCategory == .nonspacingMark
          || " -_.,+=()'".unicodeScalars.contains($0)
      }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The files that ``write(to:name:provenance:gnuplot:)`` writes for a name.
  package static func fileNames(_ name: String) -> [String] {
    ["csv", "gp", "svg", "pdf", "png"].map { "\(name).\($0)" }
  }
}
