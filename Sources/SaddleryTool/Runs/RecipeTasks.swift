import ArgumentParser
import Commands
import Foundation
import Saddlery

/// The tasks of a recipe, one for each part of its sweep, checked.
struct RecipeTasks {
  let recipe: Recipe
  let parts: [Recipe.Part]
  let tasks: [any StoredTask]

  /// Reads a file.
  init(file: String) throws {
    let text: String
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: file))
      // One byte more than may be is enough to see that it is too long; a device never ends.
      let data = try handle.read(upToCount: Recipe.longest + 1) ?? Data()
      guard let read = String(validating: data, as: UTF8.self) else {
        throw Failure.input("\(quoted(file)) is no text; give a TOML file")
      }
      text = read
    } catch let known as Failure { throw known } catch {
      throw Failure.input("cannot read \(quoted(file)): \(error.localizedDescription)")
    }
    try self.init(asInput { try Recipe(text, name: file) })
  }

  /// The tasks of a store's recipe.
  init(of store: Store) throws {
    try self.init(asInput { try Recipe(store.recipe, name: "recipe of \(store.path)") })
    guard description == store.description else {
      throw Failure.input(
        "'\(store.path)' was made by a program that reads its recipe otherwise; use that version")
    }
  }

  /// Makes the tasks.
  init(_ recipe: Recipe) throws {
    self.recipe = recipe
    guard let form = TaskForm.all.first(where: { $0.name == recipe.task }) else {
      let names = TaskForm.all.map(\.name).joined(separator: ", ")
      let reason = "task \(quoted(recipe.task)) is not valid; give \(names)"
      throw Failure.input("\(RecipeError(recipe.name, line: recipe.taskLine, reason))")
    }
    for setting in recipe.settings { try Self.check(setting, form, recipe) }
    parts = try asInput { try recipe.parts(lists: TaskForm.lists) }
    tasks = try parts.map { try Self.task($0, form, recipe) }
    guard Set(tasks.map { $0.columns.map(\.name) }).count == 1 else {
      throw Failure.input(
        "\(recipe.name): parts of the sweep have different columns, "
          + Set(tasks.map { $0.columns.map(\.name).joined(separator: " ") }).sorted()
          .joined(separator: " and ") + "; give a recipe for each")
    }
  }

  /// What a store of them holds.
  var description: StoreDescription { StoreDescription(recipe, parts, tasks) }

  private static func check(
    _ setting: Recipe.Setting, _ form: TaskForm, _ recipe: Recipe
  ) throws {
    func refuse(_ reason: String) -> Failure {
      .input("\(RecipeError(recipe.name, line: setting.line, reason))")
    }
    guard let section = form.sections.first(where: { $0.name == setting.section }) else {
      let names = form.sections.map { "[\($0.name)]" }.joined(separator: ", ")
      throw refuse(
        setting.section.isEmpty
          ? "\(quoted(setting.key)) is not valid here; give task, and all else in \(names)"
          : "[\(shown(setting.section))] is not valid for \(form.name); give \(names)")
    }
    guard section.keys.contains(setting.key) else {
      throw refuse(
        "\(quoted(setting.key)) is not valid in [\(section.name)] of \(form.name); give "
          + section.keys.joined(separator: ", "))
    }
    guard (setting.key == TaskForm.arrays) == Self.isTruth(setting.value) else {
      throw refuse(
        setting.key == TaskForm.arrays
          ? "\(setting.key) \(quoted("\(setting.value)")) is not valid; give true or false"
          : "\(setting.key) \(setting.value) is not valid; give a number or text")
    }
  }

  private static func isTruth(_ value: Recipe.Value) -> Bool {
    switch value {
    case .truth: true
    case .list(let values): values.contains(where: isTruth)
    default: false
    }
  }

  private static func task(
    _ part: Recipe.Part, _ form: TaskForm, _ recipe: Recipe
  ) throws -> any StoredTask {
    var (arguments, keepsArrays) = ([String](), false)
    for setting in part.settings {
      switch setting.value {
      case .truth(let truth): keepsArrays = truth
      case .list(let values):
        // Option and values are arguments of their own; a value could pass for an option.
        guard values.allSatisfy({ if case .integer = $0 { true } else { false } }) else {
          throw Failure.input(
            "\(RecipeError(recipe.name, line: setting.line, "\(setting.key) \(quoted("\(setting.value)")) is not valid; give whole numbers"))"
          )
        }
        arguments += ["--\(setting.key)"] + values.map { "\($0)" }
      default:
        let text = "\(setting.value)"
        guard setting.key == "ensemble" else {
          arguments.append("--\(setting.key)=\(text)")
          continue
        }
        guard MatrixName(rawValue: text) != nil else {
          let reason =
            "ensemble \(quoted(text)) is not valid; give "
            + MatrixName.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure.input("\(RecipeError(recipe.name, line: setting.line, reason))")
        }
        arguments.append(text)
      }
    }
    if form.name == "matrix", !part.settings.contains(where: { $0.key == "ensemble" }) {
      let reason = "matrix has no ensemble; give one in [model], such as \"goe\""
      throw Failure.input("\(RecipeError(recipe.name, line: recipe.taskLine, reason))")
    }
    do { return try form.make(arguments, keepsArrays) } catch {
      throw Failure.input(message(error, part, recipe))
    }
  }

  /// What a command says of an option, as of a key.
  private static func message(
    _ error: any Error, _ part: Recipe.Part, _ recipe: Recipe
  ) -> String {
    var text = (error as? Failure)?.description ?? SaddleryCommand.message(for: error)
    let keys = text.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) }
    let setting = keys.lazy.compactMap { key in part.settings.first { $0.key == key } }.first
    for key in Set(keys) { text = text.replacing("--\(key)", with: key) }
    return "\(RecipeError(recipe.name, line: setting?.line ?? 1, text))"
  }
}
