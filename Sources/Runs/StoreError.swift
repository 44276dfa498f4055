internal import Requirements

/// Why a store cannot be used.
public enum StoreError: Error, Hashable, CustomStringConvertible {
  /// The file is no store of this package.
  case notAStore(path: String)
  /// The file cannot be opened or made; `reason` is the system's wording.
  case cannotOpen(path: String, reason: String)
  /// The file cannot be written: the disk is full, or read-only.
  case cannotWrite(path: String, reason: String)
  /// What is in the file contradicts itself.
  case damaged(path: String, reason: String)
  /// A later version of this package made it.
  case newer(path: String, version: Int, known: Int)
  /// Another process works on it.
  case inUse(path: String)
  /// There is one already.
  case exists(path: String)
  /// Two stores, or a store and a recipe, are not of one run.
  case different(path: String, what: String, here: String, there: String)

  /// One line: the file, the reason and what would help.
  public var description: String {
    switch self {
    case .notAStore(let path):
      "\(quoted(path)) is no store of runs; give a file that saddlery run made"
    case .cannotOpen(let path, let reason):
      "cannot open \(quoted(path)): \(shown(reason)); give a store that is there, or for a new one a folder that may be written"
    case .cannotWrite(let path, let reason):
      "cannot write to \(quoted(path)): \(shown(reason)); what is stored is safe, make room and resume"
    case .damaged(let path, let reason):
      "\(quoted(path)) is damaged: \(shown(reason)); run the recipe into a new store"
    case .newer(let path, let version, let known):
      "\(quoted(path)) has the form \(version) of a later version of this program, which knows forms up to \(known); use that version"
    case .inUse(let path):
      "\(quoted(path)) is in use by another run; wait for it, or choose another store"
    case .exists(let path):
      "\(quoted(path)) exists; resume it, or choose another store"
    case .different(let path, let what, let here, let there):
      "\(quoted(path)) is of another run: its \(what) is \(shown(there)), not \(shown(here))"
    }
  }
}
