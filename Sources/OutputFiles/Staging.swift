internal import Foundation

/// Files on their way into an output folder: written to a hidden folder on the same disk, then renamed
/// into place together.
package struct Staging {
  /// Path of the temporary folder.
  package var path: String { temporary.path }
  private let folder: OutputFolder
  private let temporary: LockedFolder

  /// Makes the temporary folder, and the output folder if need be.
  ///
  /// - Parameter place: where to put it instead of inside the folder: beside a device nothing can be put.
  package init(in folder: OutputFolder, near place: String? = nil) throws(FileError) {
    self.folder = folder
    temporary = try .unique(in: place ?? folder.path)
  }

  /// Where to write a file of the given name before it is committed.
  package func place(for name: String) throws(FileError) -> String {
    try folder.check(name)
    return joined(path, name)
  }

  /// Writes a file.
  package func add(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let problem = write(bytes, to: try place(for: name), O_CREAT | O_TRUNC)
    try check(problem, folder.path(of: name))
  }

  /// Writes a text file.
  package func add(_ name: String, _ text: String) throws(FileError) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(FileError) in try add(name, UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Puts files into the output folder and removes the temporary one.
  ///
  /// Links are followed, devices and pipes written to. Whatever can fail earlier (permission, a full disk,
  /// a folder in the way) fails before the first file is replaced.
  @discardableResult
  package func commit(_ names: [String]) throws(FileError) -> [String] {
    var renames: [(from: String, to: String)] = []
    var streams: [(from: String, to: Destination)] = []
    // Temporary folders beside the places that links lead to.
    var elsewhere: [LockedFolder] = []
    defer { withExtendedLifetime(elsewhere) {} }
    for name in names {
      let (source, target) = (joined(path, name), folder.path(of: name))
      let destination = try Destination(target)
      switch destination {
      case .stream, .descriptor:
        streams.append((source, destination))
      case .file(let file) where file == target:
        renames.append((source, file))
      case .file(let file):
        let beside = try LockedFolder.unique(in: folderPath(of: file))
        elsewhere.append(beside)
        let twin = joined(beside.path, "file")
        try copy(source, as: target) { write($0, to: twin, O_CREAT | O_TRUNC) }
        renames.append((twin, file))
      }
    }
    for (source, target) in renames {
      guard rename(source, target) == 0 else {
        throw .cannotWrite(path: target, reason: systemReason())
      }
    }
    for (source, stream) in streams {
      switch stream {
      case .file: continue
      case .stream(let path): try copy(source, as: path) { write($0, to: path, 0) }
      case .descriptor(let number):
        try copy(source, as: "/dev/fd/\(number)") { writeAll($0, to: number) ? 0 : errno }
      }
    }
    temporary.remove()
    return names.map(folder.path(of:))
  }

  /// Removes the temporary folder and the folders made for it.
  package func discard() { temporary.remove() }

  private func copy(
    _ source: String, as target: String, _ write: (UnsafeRawBufferPointer) -> Int32
  ) throws(FileError) {
    guard let data = FileManager.default.contents(atPath: source) else {
      throw .cannotWrite(path: target, reason: "'\(source)' is gone")
    }
    try check(data.withUnsafeBytes(write), target)
  }

  private func check(_ problem: Int32, _ target: String) throws(FileError) {
    if problem != 0 { throw .cannotWrite(path: target, reason: String(cString: strerror(problem))) }
  }
}
