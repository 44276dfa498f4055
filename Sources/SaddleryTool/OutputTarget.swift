import Foundation
import OutputFiles

/// The one file a command writes, checked before the work and written after it.
struct OutputTarget {
  private let folder: OutputFolder
  private let name: String

  /// Nil without a path; throws if the folder cannot be written to.
  init?(_ path: String?) throws {
    guard let path else { return nil }
    let file = URL(fileURLWithPath: path)
    folder = OutputFolder(file.deletingLastPathComponent().path)
    name = file.lastPathComponent
    do { try folder.requireWritable() } catch { throw Failure.input(error) }
  }

  func write(_ table: DataTable) throws {
    do { _ = try folder.write([(name, table.csv())]) } catch { throw Failure.input(error) }
  }
}
