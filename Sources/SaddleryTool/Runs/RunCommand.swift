import ArgumentParser
import Commands
import Saddlery

/// `saddlery run`: a recipe into a store.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Do what a recipe says, sample by sample, into a store that survives interruptions.",
    discussion: """
      A recipe is a TOML file: task = "index-energy" and the sections [model], [search] and [run] with the options of \
      that command as keys; a list is a sweep. Tasks: \(TaskForm.all.map(\.name).joined(separator: ", ")). Every finished \
      sample is kept in the store, an SQLite file; saddlery resume goes on after an interruption and ends with the rows \
      of one run.
      """)

  @Argument(help: ArgumentHelp("The recipe.", valueName: "file"))
  var recipe: String

  @Option(name: .customLong("store"), help: ArgumentHelp("The store to make.", valueName: "file"))
  var path: String

  @Option(
    help: ArgumentHelp(
      "Do part i of n: every n-th sample, or of a single enumeration every n-th piece.",
      valueName: "i/n"))
  var shard: String?

  @OptionGroup var work: StoreWorkOptions

  func run() throws {
    let share = try Self.share(shard)
    let recipe = try RecipeTasks(file: recipe)
    let store = try asStored {
      try Store(
        creating: path, recipe: recipe.recipe.text, recipe.description, share: share)
    }
    try work.finish(store, recipe, share)
  }

  static func share(_ text: String?) throws -> Share {
    guard let text else { return .whole }
    guard let share = Share(text) else {
      throw Failure.usage(
        "--shard \(quoted(text)) is not valid; give i/n with i from 1 to n, such as 1/4")
    }
    return share
  }
}

/// `saddlery resume`: what is missing in a store.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a run that was interrupted, or finish one whose parts were merged.")

  @Argument(help: ArgumentHelp("The store.", valueName: "file"))
  var path: String

  @Option(
    help: ArgumentHelp("Refuse a store that is of another recipe than this one.", valueName: "file")
  )
  var recipe: String?

  @OptionGroup var work: StoreWorkOptions

  func run() throws {
    let store = try checkedStore(path, writes: true)
    if let recipe {
      let given = try RecipeTasks(file: recipe).recipe.text
      guard given == store.recipe else {
        throw Failure.input(
          "\(quoted(path)) is of another recipe than \(quoted(recipe)); give that, or run this one into a new store"
        )
      }
    }
    try work.finish(store, RecipeTasks(of: store), store.share)
  }
}
