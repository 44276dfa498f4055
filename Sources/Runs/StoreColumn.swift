internal import OutputFiles

/// A column of what is stored of each sample.
public struct StoreColumn: Codable, Sendable, Hashable {
  /// What its cells are.
  public enum Kind: String, Codable, Sendable {
    /// Whole numbers of 64 bits.
    case integer
    /// Real numbers; one that is not a number is kept as the text `nan`, minus zero as zero.
    case real
    /// Any text, in UTF-8.
    case text
  }

  /// Its name: small letters, digits and underlines.
  public let name: String
  /// What its cells are.
  public let kind: Kind

  /// A column of a name and a kind.
  public init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }

  /// As SQL declares it.
  var declaration: String {
    let type =
      switch kind {
      case .integer: "INTEGER"
      case .real: "REAL"
      case .text: "TEXT"
      }
    return "\(quotedName) \(type)"
  }

  /// Its name as SQL says it.
  var quotedName: String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  /// A cell from what SQLite gives back; nil if that is of another kind.
  func cell(_ value: StoreValue) -> DataTable.Cell? {
    switch (kind, value) {
    case (.integer, .integer(let number)): .integer(number)
    case (.real, .integer(let number)): .real(Double(number))
    case (.real, .real(let number)): .real(number)
    case (.real, .text("nan")): .real(.nan)
    case (.text, .text(let text)): .text(text)
    case (_, .missing): .missing
    default: nil
    }
  }
}

extension DataTable.Cell {
  var stored: StoreValue {
    switch self {
    case .real(let number): .real(number)
    case .integer(let number): .integer(number)
    case .text(let text): .text(text)
    case .missing: .missing
    }
  }
}
