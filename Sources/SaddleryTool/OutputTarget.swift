import OutputFiles

/// What a command writes, taken before the work: another run that wants the same is refused meanwhile.
struct OutputTarget {
  /// Path of the file or folder.
  let path: String
  private let claim: OutputClaim

  /// One file; throws if it cannot be written.
  init(file path: String) throws {
    self.path = path
    do { claim = try OutputFile(path).claim() } catch { throw Failure.input(error) }
  }

  /// A folder that will receive files of the given names.
  init(folder path: String, for names: [String]) throws {
    self.path = path
    do { claim = try OutputFolder(path).claim(for: names) } catch { throw Failure.input(error) }
  }

  /// Writes the file.
  func write(_ table: DataTable) throws {
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
  func release() { claim.release() }
}
