/// Why files could not be written.
public enum FileError: Error, Hashable, CustomStringConvertible {
  /// The system refused a path; `reason` is its own wording.
  case cannotWrite(path: String, reason: String)
  /// A file was to be written where a folder stands.
  case isFolder(path: String)
  /// A file name that is empty, `.` or `..`, or contains a slash.
  case badName(String)
  /// A file in which a run keeps what it has done, of another run.
  case otherWork(path: String)
  /// An output that another run has.
  case inUse(path: String)

  /// One line: the path, the reason and what would be valid.
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "cannot write to '\(path)': \(reason); choose another place"
    case .isFolder(let path):
      "cannot write to '\(path)': it is a folder; choose another name"
    case .badName(let name):
      "cannot use '\(name)' as a file name: choose one without '/', such as 'points.csv'"
    case .otherWork(let path):
      "'\(path)' holds the beginning of another run; repeat that run, or delete the file"
    case .inUse(let path):
      "'\(path)' is in use by another run; wait for it, or choose another output"
    }
  }
}
