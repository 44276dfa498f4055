internal import Foundation

/// A hidden temporary folder inside an output folder, on the same disk, from which files are
/// renamed into place.
package struct Staging {
  /// Path of the temporary folder.
  package let path: String
  private let folder: OutputFolder
  /// Folders made for the output folder to exist, deepest last.
  private let created: [String]

  /// Makes the temporary folder, and the output folder if need be.
  package init(in folder: OutputFolder) throws(FileError) {
    self.folder = folder
    created = try makeFolders(folder.path)
    var template = Array(
      folder.path(of: ".partial-" + String(repeating: "X", count: 6)).utf8CString)
    guard mkdtemp(&template) != nil else {
      let reason = systemReason()
      removeEmpty(created)
      throw .cannotWrite(path: folder.path, reason: reason)
    }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    PendingPaths.shared.insert(path)
  }

  /// Where to write a file of the given name before it is committed.
  package func place(for name: String) throws(FileError) -> String {
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.contains("\0") else {
      throw .badName(name)
    }
    let target = folder.path(of: name)
    guard !isFolder(target) else { throw .isFolder(path: target) }
    return path + "/" + name
  }

  /// Writes a text file.
  package func add(_ name: String, _ text: String) throws(FileError) {
    let target = folder.path(of: name)
    guard let file = fopen(try place(for: name), "w") else {
      throw .cannotWrite(path: target, reason: systemReason())
    }
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    let reason = systemReason()
    guard fclose(file) == 0 else { throw .cannotWrite(path: target, reason: systemReason()) }
    guard written else { throw .cannotWrite(path: target, reason: reason) }
  }

  /// Renames files into the output folder and removes the temporary one.
  @discardableResult
  package func commit(_ names: [String]) throws(FileError) -> [String] {
    let targets = names.map(folder.path(of:))
    for target in targets where isFolder(target) { throw .isFolder(path: target) }
    for (name, target) in zip(names, targets) {
      guard rename(path + "/" + name, target) == 0 else {
        throw .cannotWrite(path: target, reason: systemReason())
      }
    }
    PendingPaths.shared.remove(path)
    return targets
  }

  /// Removes the temporary folder and the folders made for it.
  package func discard() {
    PendingPaths.shared.remove(path)
    removeEmpty(created)
  }
}

/// Creates `path` and its missing parents; returns those it made.
func makeFolders(_ path: String) throws(FileError) -> [String] {
  guard !path.isEmpty, !path.contains("\0") else {
    throw .cannotWrite(path: path, reason: "not a path")
  }
  var missing: [String] = []
  var current = path
  while !current.isEmpty, current != "/", access(current, F_OK) != 0, errno == ENOENT {
    missing.append(current)
    current = (current as NSString).deletingLastPathComponent
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

private func removeEmpty(_ folders: [String]) {
  for folder in folders.reversed() { rmdir(folder) }
}

private func isFolder(_ path: String) -> Bool {
  var folder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
}

func systemReason() -> String { String(cString: strerror(errno)) }
