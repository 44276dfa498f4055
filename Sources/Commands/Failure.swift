/// An error that ends the command, with its exit status.
package struct Failure: Error, CustomStringConvertible {
  package let description: String
  package let status: Int32

  /// Arguments that are wrong by themselves.
  package static func usage(_ message: String) -> Failure {
    Failure(description: message, status: 64)
  }
  /// Something the arguments refer to is wrong: a file, a folder, the size of the memory.
  package static func input(_ message: String) -> Failure {
    Failure(description: message, status: 65)
  }
  /// All is done and written, but not everything is proved or checked.
  package static func unproved(_ message: String) -> Failure {
    Failure(description: message, status: 1)
  }
  /// The command could not do its part.
  package static func incomplete(_ message: String) -> Failure {
    Failure(description: message, status: 70)
  }
}

/// What `work` returns; its errors become those of wrong arguments.
package func asUsage<T>(_ work: () throws -> T) throws -> T { try rethrowing(Failure.usage, work) }

/// What `work` returns; its errors become those of what the arguments refer to.
package func asInput<T>(_ work: () throws -> T) throws -> T { try rethrowing(Failure.input, work) }

private func rethrowing<T>(_ failure: (String) -> Failure, _ work: () throws -> T) throws -> T {
  do { return try work() } catch let known as Failure { throw known } catch {
    throw failure("\(error)")
  }
}
