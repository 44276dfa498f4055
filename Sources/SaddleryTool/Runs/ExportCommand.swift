import ArgumentParser
import Commands
import Saddlery

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
    let store = try checkedStore(path)
    let status = try asStored { try store.status() }
    let about = store.description
    switch format {
    case .csv:
      try target.write(
        text: asStored { try store.table(hasPositions: about.positionName == "sigma") })
    case .gnuplot: try target.write(text: asStored { try store.table(.blanks) })
    case .hdf5:
      let datasets = try asStored { try store.datasets() }
      try target.write(
        datasets.map { Dataset("/\($0.name)", shape: $0.shape, values: $0.values) },
        Provenance(model: about.model, convention: about.convention, seed: about.seed))
    }
    try reporting.print(
      [
        "store": store.path, "task": about.task, "rows": status.rows,
        "finished": status.samples, "samples": about.samples,
        "isComplete": status.samples == about.samples,
      ],
      ["\(status.rows) rows of \(status.samples) of \(about.samples) samples"], writing: target)
  }
}
