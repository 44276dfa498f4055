public import OutputFiles
internal import Requirements

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
  /// The dataset does not hold real numbers but something else, in words, such as `complex numbers`.
  case notNumeric(String, path: String, holds: String)
  /// The dataset needs more memory than there is.
  case tooLarge(String, path: String, shape: [Int])
  /// HDF5 could not read part of the file: it is damaged.
  case cannotRead(String, path: String, reason: String)
  /// The object is one that is not read from files of others, such as a link to another file.
  case refused(String, path: String, reason: String)
  /// Its folder does not take the file.
  case file(FileError)
  /// HDF5 could not write the file.
  case cannotWrite(path: String, reason: String)

  /// One line: what is wrong and what would be valid.
  public var description: String { shown(text, limit: 500) }

  private var text: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "cannot open \(quoted(path)): \(reason)"
    case .noDataset(let name, let path, let available):
      "no dataset \(quoted(name)) in \(quoted(path)); it has \(summary(available))"
    case .noObject(let name, let path):
      "no group or dataset \(quoted(name)) in \(quoted(path))"
    case .wrongRank(let name, let path, let shape, let expected):
      "dataset \(quoted(name)) in \(quoted(path)) has shape \(shape), not \(expected) indices"
    case .notNumeric(let name, let path, let words):
      "dataset \(quoted(name)) in \(quoted(path)) holds \(words); only real numbers are read"
    case .tooLarge(let name, let path, let shape):
      "dataset \(quoted(name)) in \(quoted(path)) has shape \(shape), more than fits the memory of "
        + "this process"
    case .cannotRead(let name, let path, let reason):
      "cannot read \(quoted(name)) in \(quoted(path)): \(reason)"
    case .refused(let name, let path, let reason):
      "\(quoted(name)) in \(quoted(path)) is not read: \(reason)"
    case .file(let error):
      error.description
    case .cannotWrite(let path, let reason):
      "cannot write \(quoted(path)): \(reason)"
    }
  }
}

private func summary(_ names: [String]) -> String {
  names.isEmpty
    ? "none"
    : names.prefix(5).map { shown($0, limit: 40) }.joined(separator: ", ")
      + (names.count > 5 ? ", and \(names.count - 5) more" : "")
}
