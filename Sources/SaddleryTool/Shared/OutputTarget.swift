import Commands
import Saddlery

/// What a command writes, taken before the work: another run that wants the same is refused meanwhile.
final class OutputTarget {
  /// What stands for standard output where one table is written.
  static let standardOutput = "-"

  /// Path of the file or folder.
  let path: String
  /// None of standard output.
  private let claim: OutputClaim?
  /// Paths of what has been written.
  private(set) var files: [String] = []
  /// Why a figure is missing among it.
  private(set) var problem: Failure?

  private init(_ path: String, _ claim: OutputClaim?) {
    self.path = path
    self.claim = claim
  }

  /// One table, in a file or on standard output.
  ///
  /// Throws if it cannot be written, or if standard output is asked to hold a JSON object too.
  convenience init(table path: String, json: Bool) throws {
    let isFile = path != Self.standardOutput
    guard isFile || !json else {
      throw Failure.usage(
        "--json and --output - both want standard output; leave out one, or give a file")
    }
    self.init(path, isFile ? try asInput { try OutputFile(path).claim() } : nil)
  }

  /// One file; throws if it cannot be written.
  convenience init(file path: String) throws {
    try Self.refuseStandardOutput(path)
    self.init(path, try asInput { try OutputFile(path).claim() })
  }

  /// A folder that will receive files of the given names.
  convenience init(folder path: String, for names: [String]) throws {
    try Self.refuseStandardOutput(path)
    self.init(path, try asInput { try OutputFolder(path).claim(for: names) })
  }

  private static func refuseStandardOutput(_ path: String) throws {
    guard path != standardOutput else {
      throw Failure.usage(
        "--output - is not valid: this command does not make one table; give a name, ./- for one of that name"
      )
    }
  }

  /// Writes the table.
  func write(_ table: DataTable) throws { try write(text: table.csv()) }

  /// Writes the text of a table.
  func write(text: String) throws {
    guard path != Self.standardOutput else { return print(text, terminator: "") }
    try write { try OutputFile($0).write(text) }
  }

  /// Lets `body` write the file.
  func write(_ body: (String) throws -> Void) throws {
    try asInput { try body(path) }
    files.append(path)
  }

  /// Writes tables into the folder.
  func write(_ tables: [(name: String, table: DataTable)]) throws {
    files += try asInput {
      try OutputFolder(path).write(tables.map { ($0.name, $0.table.csv()) })
    }
  }

  /// Writes arrays: the file, or the one of this name in the folder.
  func write(
    _ datasets: [Dataset], _ provenance: Provenance, attributes: [String: Attribute] = [:],
    name: String? = nil
  ) throws {
    let file = ArrayFile(path + (name.map { "/\($0)" } ?? ""))
    let origin: [String: Attribute] = [
      "version": .text(Provenance.version), "model": .text(provenance.model),
      "seed": .unsigned(provenance.seed ?? 0), "convention": .text(provenance.convention),
    ]
    try asInput { try file.write(datasets, attributes: attributes.merging(origin) { $1 }) }
    files.append(file.path)
  }

  /// Draws a figure into the folder. One that could not be drawn does not lose what is written: it is the
  /// ``problem``.
  func draw(_ figure: Figure, name: String, _ provenance: Provenance) {
    draw(Panels([figure]), name: name, provenance)
  }

  /// Draws figures as one, likewise.
  func draw(_ panels: Panels, name: String, _ provenance: Provenance) {
    do {
      files += try panels.write(to: path, name: name, provenance: provenance.comments)
    } catch {
      files += error.written
      problem = .incomplete("\(error)")
    }
  }
}
