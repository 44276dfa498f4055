internal import OutputFiles

/// What a store holds, as its task said when it was made: all that is needed to read it where the task cannot be done.
public struct StoreDescription: Codable, Sendable, Equatable {
  /// A part of a sweep.
  public struct Part: Codable, Sendable, Equatable {
    /// The swept keys with their values, empty without a sweep.
    public let swept: [Swept]
    /// How many samples it has.
    public let samples: Int

    /// The swept keys with their values in words.
    public var title: String { swept.map { "\($0.key) = \($0.value)" }.joined(separator: ", ") }
  }

  /// A swept key with its value.
  public struct Swept: Codable, Sendable, Equatable {
    /// The key in the recipe.
    public let key: String
    /// Its value in this part.
    public let value: Recipe.Value
  }

  /// The task's name.
  public let task: String
  /// The columns of a row.
  public let columns: [StoreColumn]
  /// Columns that count rows of the whole table, from 1.
  public let rowReferences: [String]
  /// The word for positions in tables.
  public let positionName: String
  /// Model, convention and seed, of a sweep those of its first part.
  public let (model, convention, seed): (String, String, UInt64?)
  /// What stands above the table.
  public let comments: [String]
  /// The parts of the sweep.
  public let parts: [Part]

  /// The description of a recipe's tasks, one for each part; all of the same columns.
  public init(_ recipe: Recipe, _ parts: [Recipe.Part], _ tasks: [any RunTask]) {
    task = recipe.task
    let first = tasks[0]
    columns = first.columns
    rowReferences = first.rowReferences.sorted()
    positionName = first.positionName
    (model, convention, seed) = (
      first.provenance.model, first.provenance.convention, first.provenance.seed
    )
    // What differs between parts stands in columns.
    comments =
      parts.count == 1
      ? first.comments
      : ["Saddlery \(Provenance.version)", "sweep of \(recipe.task), \(parts.count) parts"]
    self.parts = zip(parts, tasks).map { part, task in
      Part(swept: part.swept.map { Swept(key: $0.key, value: $0.value) }, samples: task.samples)
    }
  }

  /// Of pieces alone, no rows.
  init(pieces origin: Provenance, samples: Int) {
    (task, columns, rowReferences, positionName) = ("pieces", [], [], "x")
    (model, convention, seed) = (origin.model, origin.convention, origin.seed)
    comments = origin.comments
    parts = [Part(swept: [], samples: samples)]
  }

  /// The number of samples of all parts.
  public var samples: Int { parts.reduce(0) { $0 + $1.samples } }

  /// Whether it is one that a task can have said: of a file that need not be so.
  var isSound: Bool {
    let names = columns.map(\.name) + [positionName]
    let count = parts.reduce(0.0) { $0 + Double($1.samples) }
    return names.allSatisfy { $0.wholeMatch(of: /[a-z0-9_]+/) != nil }
      && parts.allSatisfy { $0.samples >= 0 && $0.swept.map(\.key) == parts[0].swept.map(\.key) }
      && !parts.isEmpty && count < 0x1p62
  }
}
