public import OutputFiles

/// Why an array file could not be read or written.
public enum ArrayFileError: Error, Hashable, CustomStringConvertible {
  /// The file does not exist, may not be read or is not HDF5.
  case cannotOpen(path: String, reason: String)
  /// The file has no such dataset; `available` are those it has.
  case noDataset(String, path: String, available: [String])
  /// The file has no such group or dataset.
  case noObject(String, path: String)
  /// The dataset has another number of indices than asked for.
  case wrongRank(String, path: String, shape: [Int], expected: Int)
  /// The dataset holds text or records, not real numbers.
  case notNumeric(String, path: String)
  /// HDF5 could not read part of the file.
  case cannotRead(String, path: String, reason: String)
  /// Its folder does not take the file.
  case file(FileError)
  /// HDF5 could not write the file.
  case cannotWrite(path: String, reason: String)

  /// One line: what is wrong and what would be valid.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "cannot open '\(path)': \(reason)"
    case .noDataset(let name, let path, let available):
      "no dataset '\(name)' in '\(path)'; it has \(summary(available))"
    case .noObject(let name, let path):
      "no group or dataset '\(name)' in '\(path)'"
    case .wrongRank(let name, let path, let shape, let expected):
      "dataset '\(name)' in '\(path)' has shape \(shape), not \(expected) indices"
    case .notNumeric(let name, let path):
      "dataset '\(name)' in '\(path)' does not hold real numbers"
    case .cannotRead(let name, let path, let reason):
      "cannot read '\(name)' in '\(path)': \(reason)"
    case .file(let error):
      error.description
    case .cannotWrite(let path, let reason):
      "cannot write '\(path)': \(reason)"
    }
  }
}

private func summary(_ names: [String]) -> String {
  names.isEmpty
    ? "none"
    : names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? ", and \(names.count - 5) more" : "")
}
