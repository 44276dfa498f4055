import OutputFiles

/// What a command writes, taken before the work: another run that wants the same is refused meanwhile.
struct OutputTarget {
  /// What stands for standard output where one table is written.
  static let standardOutput = "-"

  /// Path of the file or folder.
  let path: String
  /// None of standard output.
  private let claim: OutputClaim?

  /// One table, in a file or on standard output.
  ///
  /// Throws if it cannot be written, or if standard output is asked to hold a JSON object too.
  init(table path: String, json: Bool) throws {
    let isFile = path != Self.standardOutput
    guard isFile || !json else {
      throw Failure.usage(
        "--json and --output - both want standard output; leave out one, or give a file")
    }
    self.path = path
    do { claim = isFile ? try OutputFile(path).claim() : nil } catch { throw Failure.input(error) }
  }

  /// One file; throws if it cannot be written.
  init(file path: String) throws {
    try Self.refuseStandardOutput(path)
    self.path = path
    do { claim = try OutputFile(path).claim() } catch { throw Failure.input(error) }
  }

  /// A folder that will receive files of the given names.
  init(folder path: String, for names: [String]) throws {
    try Self.refuseStandardOutput(path)
    self.path = path
    do { claim = try OutputFolder(path).claim(for: names) } catch { throw Failure.input(error) }
  }

  private static func refuseStandardOutput(_ path: String) throws {
    guard path != standardOutput else {
      throw Failure.usage(
        "--output - is not valid: this command does not make one table; give a name, ./- for one of that name"
      )
    }
  }

  /// Writes the table.
  func write(_ table: DataTable) throws {
    guard path != Self.standardOutput else { return print(table.csv(), terminator: "") }
    do { try OutputFile(path).write(table.csv()) } catch { throw Failure.input(error) }
  }

  /// Writes files into the folder; returns their paths.
  func write(_ tables: [(name: String, table: DataTable)]) throws -> [String] {
    do {
      return try OutputFolder(path).write(tables.map { ($0.name, $0.table.csv()) })
    } catch {
      throw Failure.input(error)
    }
  }

  /// Lets others have the output.
  func release() { claim?.release() }
}

/// What prints a command's report: beside a table on standard output it goes to standard error.
func reporter(beside output: String?) -> (String) -> Void {
  output == OutputTarget.standardOutput
    ? { StandardStreams.report($0 + "\n") } : { print($0) }
}
