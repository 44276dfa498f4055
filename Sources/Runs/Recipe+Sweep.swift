extension Recipe {
  /// Most parts that a sweep may have.
  public static let partLimit = 100_000

  /// One part of a sweep: the settings with a single value each, and those that were swept.
  public struct Part: Sendable, Hashable {
    /// All settings of the part.
    public let settings: [Setting]
    /// Those that differ between parts.
    public let swept: [Setting]
  }

  /// The parts.
  ///
  /// - Parameter lists: keys that take lists by nature.
  /// - Throws: ``RecipeError`` for a list without values, with one twice, or of more combinations than a sweep may
  ///   have.
  public func parts(lists: Set<String>) throws(RecipeError) -> [Part] {
    var parts: [(settings: [Setting], swept: [Setting])] = [([], [])]
    for setting in settings {
      guard case .list(let values) = setting.value, isSwept(setting, lists) else {
        for i in parts.indices { parts[i].settings.append(setting) }
        continue
      }
      guard !values.isEmpty, values.count * parts.count <= Self.partLimit else {
        throw RecipeError(
          name, line: setting.line,
          values.isEmpty
            ? "\(setting.key) [] is not valid; give a value, or a list of at least one"
            : "a sweep of \(values.count * parts.count) parts is not valid; give at most \(Self.partLimit)"
        )
      }
      guard Set(values).count == values.count else {
        throw RecipeError(
          name, line: setting.line, "\(setting.key) names a value twice; give each once")
      }
      parts = parts.flatMap { part in
        values.map { value in
          var one = setting
          one.value = value
          return (part.settings + [one], part.swept + [one])
        }
      }
    }
    return parts.map { Part(settings: $0.settings, swept: $0.swept) }
  }

  private func isSwept(_ setting: Setting, _ lists: Set<String>) -> Bool {
    guard lists.contains(setting.key), case .list(let values) = setting.value else { return true }
    return values.contains { if case .list = $0 { true } else { false } }
  }
}
