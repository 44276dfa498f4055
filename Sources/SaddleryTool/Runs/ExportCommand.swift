import ArgumentParser
import Commands
import Saddlery

extension Recipe.Value {
  /// As a cell of a table.
  fileprivate var cell: DataTable.Cell {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    default: .text("\(self)")
    }
  }
}

/// `saddlery export`: the rows of a store as a table.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, gnuplot, hdf5
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the rows of a store as one table, samples in order.",
    discussion: """
      CSV has the columns and rows that the task's own command writes, behind those of a sweep. For gnuplot columns are \
      separated by blanks, and what is missing is a question mark. HDF5 has a dataset for each column of numbers, and \
      position and spectrum if the recipe said arrays = true.
      """)

  @Argument(help: ArgumentHelp("The store.", valueName: "file"))
  var path: String

  @Option(help: ArgumentHelp("The file; - for standard output.", valueName: "file"))
  var output: String

  @Option(help: "Its format.")
  var format = Format.csv

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    let target =
      try format == .hdf5
      ? OutputTarget(file: output) : OutputTarget(table: output, json: reporting.json)
    let store = try asStored { try Store(opening: path, writes: false) }
    let recipe = try RecipeTasks(
      asInput { try Recipe(store.recipe, name: "recipe of \(store.path)") })
    let task = recipe.tasks[0]
    let status = try asStored { try store.status() }
    // Comments of one part; a sweep's parts stand in columns.
    let comments =
      recipe.parts.count == 1
      ? task.comments
      : [
        "Saddlery \(Provenance.version)",
        "sweep of \(recipe.recipe.task), \(recipe.parts.count) parts",
      ]
    let sweep =
      recipe.parts.count > 1
      ? recipe.parts.map { $0.swept.map { (key: $0.key, value: $0.value.cell) } } : []
    func table(_ separator: String) throws -> String {
      try asStored {
        try store.table(
          comments: comments, columns: task.columns, rowReferences: task.rowReferences,
          sweep: sweep,
          positions: format == .csv && task.positionName == "sigma" ? task.positionName : nil,
          form: format == .csv ? .csv : .blanks)
      }
    }
    switch format {
    case .csv, .gnuplot: try target.write(text: try table(","))
    case .hdf5:
      let datasets = try asStored { try store.datasets(columns: task.columns) }
      try target.write(
        datasets.map { Dataset("/\($0.name)", shape: $0.shape, values: $0.values) },
        task.provenance)
    }
    try reporting.print(
      [
        "store": store.path, "task": recipe.recipe.task, "rows": status.rows,
        "finished": status.samples, "samples": recipe.samples,
        "isComplete": status.samples == recipe.samples,
      ],
      ["\(status.rows) rows of \(status.samples) of \(recipe.samples) samples"], writing: target)
  }
}
