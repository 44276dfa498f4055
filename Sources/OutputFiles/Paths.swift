internal import Foundation
internal import SystemPackage

/// A path and a name below it; a name alone in the working directory.
func joined(_ folder: String, _ name: String) -> String {
  folder == "." ? name : FilePath(folder).appending(name).string
}

/// The folder a file is in, `.` for a plain name. (Foundation's own function traps on names of one
/// character.)
func folderPath(of path: String) -> String {
  let folder = FilePath(path).removingLastComponent()
  return folder.isEmpty ? "." : folder.string
}

/// The last component of a path, empty if it has none: `J.h5` of `/data/J.h5`.
func lastComponent(of path: String) -> String { FilePath(path).lastComponent?.string ?? "" }

/// Creates `path` and its missing parents; returns those it made.
func makeFolders(_ path: String) throws(FileError) -> [String] {
  guard !path.isEmpty, !path.contains("\0") else {
    throw .cannotWrite(path: path, reason: "not a path")
  }
  var missing: [String] = []
  var current = FilePath(path)
  while !current.isEmpty, access(current.string, F_OK) != 0, errno == ENOENT {
    missing.append(current.string)
    guard current.removeLastComponent() else { break }
  }
  var created: [String] = []
  for folder in missing.reversed() {
    if mkdir(folder, 0o777) == 0 {
      created.append(folder)
    } else if errno != EEXIST {
      let reason = systemReason()
      removeEmpty(created)
      throw .cannotWrite(path: path, reason: reason)
    }
  }
  return created
}

func removeEmpty(_ folders: [String]) {
  for folder in folders.reversed() { rmdir(folder) }
}

func systemReason() -> String { String(cString: strerror(errno)) }
