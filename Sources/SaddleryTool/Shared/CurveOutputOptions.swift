import ArgumentParser
import Commands
import Saddlery

/// Where a command writes that can do without: one table and its figure.
struct CurveOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder for a table and a figure.", valueName: "folder"))
  var output: String?

  @Flag(inversion: .prefixedNo, help: "Draw the figure (needs gnuplot).")
  var figure = true

  @OptionGroup var figures: FigureOptions

  func validate() throws {
    try figures.check(isDrawn: output != nil && figure, "give --output, and leave out --no-figure")
  }

  /// The folder, taken for files of a name.
  func target(_ name: String) throws -> OutputTarget? {
    try output.map {
      // The data of the figure have its name.
      try OutputTarget(
        folder: $0, for: ["\(name)-table.csv"] + (figure ? Figure.fileNames(name) : []))
    }
  }

  /// Writes both.
  func write(
    _ name: String, to target: OutputTarget?, _ provenance: Provenance,
    _ columns: [DataTable.Column],
    _ drawing: () -> Figure
  ) throws {
    guard let target else { return }
    try target.write([
      ("\(name)-table.csv", DataTable(comments: provenance.comments, columns: columns))
    ])
    if figure { target.draw(figures.applied(to: drawing()), name: name, provenance) }
  }
}
