/// What is to be run, as a TOML file says it: a task, and its settings in sections. (Of TOML what this takes: no dates, no tables
/// in braces, no texts of several lines.)
///
///     task = "index-energy"
///     [model]
///     p = 3
///     n = [20, 40, 80]
///     [run]
///     samples = 60
///     seed = 7
///
/// A list is a sweep: one part for each of its values, and for several lists for each choice of one value from each, the last
/// list going through its values first. Keys that take lists by nature take a list of lists to be swept.
public struct Recipe: Sendable {
  /// A value of a setting.
  public indirect enum Value: Codable, Sendable, Hashable, CustomStringConvertible {
    /// A whole number.
    case integer(Int)
    /// A real number.
    case real(Double)
    /// A piece of text.
    case text(String)
    /// True or false.
    case truth(Bool)
    /// Several values, in order.
    case list([Value])

    /// As an argument would say it.
    public var description: String {
      switch self {
      case .integer(let number): "\(number)"
      case .real(let number): "\(number)"
      case .text(let text): text
      case .truth(let truth): "\(truth)"
      case .list(let values): values.map(\.description).joined(separator: " ")
      }
    }
  }

  /// One setting of a recipe.
  public struct Setting: Sendable, Hashable {
    /// The section that it stands in; empty before the first.
    public let section: String
    /// Its name in the recipe.
    public let key: String
    /// Its value in the recipe.
    public var value: Value
    /// The line of the file, from 1.
    public let line: Int
  }

  /// The name of the file, for messages.
  public let name: String
  /// The file, word for word.
  public let text: String
  /// What `task` says.
  public let task: String
  /// The line that says it.
  public let taskLine: Int
  /// All other settings, in the order of their lines.
  public let settings: [Setting]

  /// Files are no longer than this, in bytes.
  public static let longest = 1 << 20

  /// Reads a recipe.
  ///
  /// - Parameters:
  ///   - text: of the recipe.
  ///   - name: for messages.
  /// - Throws: ``RecipeError`` with the line that cannot be read.
  public init(_ text: String, name: String) throws(RecipeError) {
    (self.name, self.text) = (name, text)
    guard text.utf8.count <= Self.longest else {
      throw RecipeError(
        name, line: 1, "\(text.utf8.count) bytes are no recipe; give at most \(Self.longest)")
    }
    var reader = RecipeReader(text, name: name)
    var settings = try reader.settings()
    guard let place = settings.firstIndex(where: { $0.section.isEmpty && $0.key == "task" }) else {
      throw RecipeError(name, line: 1, "the key task is missing; give what is to be done")
    }
    let found = settings.remove(at: place)
    guard case .text(let task) = found.value else {
      throw RecipeError(name, line: found.line, "task \(found.value) is not valid; give a name")
    }
    (self.task, taskLine, self.settings) = (task, found.line, settings)
  }
}

/// What is wrong with a recipe: one line with the file and the line.
public struct RecipeError: Error, Hashable, CustomStringConvertible {
  /// The file's name.
  public let name: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong and what would be valid.
  public let reason: String

  /// An error in a line.
  public init(_ name: String, line: Int, _ reason: String) {
    (self.name, self.line, self.reason) = (name, line, reason)
  }

  /// File, line, reason.
  public var description: String { "\(name):\(line): \(reason)" }
}
