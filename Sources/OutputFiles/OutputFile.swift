internal import Foundation

/// A file that is written completely or not at all.
///
/// Links are followed: what they lead to is replaced, not they. A device or pipe (`/dev/null`,
/// `/dev/stdout`) is written to.
public struct OutputFile: Sendable, Hashable {
  /// Path of the file, absolute or relative to the working directory. `~` is not expanded.
  public let path: String

  /// Names a file; touches nothing.
  public init(_ path: String) { self.path = path }

  /// The folder the file is in, `.` for a plain name.
  package var folder: OutputFolder { OutputFolder(folderPath(of: path)) }

  /// The name without its folder.
  package var name: String { lastComponent(of: path) }

  /// Takes the file for a run, before its work: until the result is released, or goes out of use, any other
  /// claim on it fails.
  ///
  /// - Throws: ``FileError`` for whatever can be known to fail in writing: a folder of that name, a folder
  ///   around it that cannot be made or written to; then nothing is left.
  package func claim() throws(FileError) -> OutputClaim {
    try check()
    guard case .file(let target) = try Destination(path) else {
      guard access(path, W_OK) == 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
      return OutputClaim(nil)
    }
    let file = OutputFile(target)
    guard let lock = try LockedFolder.named(".running-" + file.name, in: file.folder.path) else {
      throw .inUse(path: path)
    }
    return OutputClaim(lock)
  }

  /// The file that links lead to, there or not; itself if it is no file.
  package var followed: OutputFile {
    get throws(FileError) {
      if case .file(let target) = try Destination(path) { OutputFile(target) } else { self }
    }
  }

  /// Writes text, and creates the folder of the file if need be.
  ///
  /// - Throws: ``FileError`` if the folder or the file cannot be made, written whole or put in its place.
  public func write(_ text: String) throws(FileError) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(FileError) in try write(UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Writes bytes, and creates the folder of the file if need be.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let staging = try stage()
    do {
      try staging.add(name, bytes)
      try staging.commit([name])
    } catch {
      staging.discard()
      throw error
    }
  }

  /// A temporary folder from which the file can be committed.
  package func stage() throws(FileError) -> Staging {
    try check()
    return try Staging(
      in: folder, near: isStream ? FileManager.default.temporaryDirectory.path : nil)
  }

  /// Whether it is a device, a pipe or a socket.
  package var isStream: Bool {
    get throws(FileError) {
      if case .file = try Destination(path) { false } else { true }
    }
  }

  private func check() throws(FileError) {
    guard !path.contains("\0"), !path.isEmpty else {
      throw .cannotWrite(path: path, reason: "not a path")
    }
    guard !path.hasSuffix("/") else { throw .isFolder(path: path) }
    try folder.check(name)
  }
}
