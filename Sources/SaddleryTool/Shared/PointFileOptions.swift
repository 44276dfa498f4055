import ArgumentParser
import Commands
import Saddlery

/// Files of critical points beside the table.
struct PointFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write positions and all eigenvalues of the Hessians too, as HDF5.", valueName: "file"))
  var arrays: String?

  /// The file, if it is asked for and can be written.
  func target() throws -> OutputTarget? { try arrays.map { try OutputTarget(file: $0) } }
}

/// The same for points on a sphere.
struct OverlapOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write overlaps of critical points of equal index too, histograms as CSV.", valueName: "file")
  )
  var overlaps: String?

  /// The file, if it is asked for and can be written.
  func target() throws -> OutputTarget? {
    try overlaps.map { path in
      guard path != OutputTarget.standardOutput else {
        throw Failure.usage("--overlaps - is not valid; give a file")
      }
      return try OutputTarget(table: path, json: false)
    }
  }
}
