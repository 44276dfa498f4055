import Foundation
internal import Requirements

/// A folder that receives files completely or not at all.
///
/// Files are first written to a hidden folder inside it and then renamed, so a reader never sees
/// half a file. The set is all-or-nothing up to the renames themselves: whatever can fail earlier
/// (permission, full disk, a folder in the way) fails before the first one. Nothing is forced to
/// disk: this protects against errors and interruption, not against power failure.
public struct OutputFolder: Sendable, Hashable {
  /// Path of the folder, absolute or relative to the working directory. `~` is not expanded.
  public let path: String

  /// Names a folder; touches nothing.
  public init(_ path: String) {
    self.path = path
  }

  /// Takes the folder for a run, before its work: until the result is released, or goes out of use, any
  /// other claim on the folder fails.
  ///
  /// Whatever can be known to fail in writing is found here, by doing: folders are created and a hidden one
  /// is made and locked inside, so that permissions, read-only disks and `/proc` are all seen.
  ///
  /// - Parameter names: files to be written into it.
  /// - Throws: ``FileError``, ``FileError/inUse(path:)`` if another run has the folder; then nothing is left.
  package func claim(for names: [String] = []) throws(FileError) -> OutputClaim {
    guard let lock = try LockedFolder.named(".running", in: path) else { throw .inUse(path: path) }
    for name in names {
      try check(name)
      _ = try Destination(path(of: name))
    }
    return OutputClaim(lock)
  }

  /// Checks that the folder exists or can be created, and accepts files: a ``claim(for:)`` given up at once.
  package func requireWritable() throws(FileError) { try claim().release() }

  /// Writes files, replacing those of the same names, and creates the folder if need be.
  ///
  /// - Parameter files: plain names and UTF-8 contents.
  /// - Returns: the paths written, in the order given.
  /// - Precondition: no name is given twice.
  /// - Throws: ``FileError``; then no file has been written and no temporary or new folder is left.
  @discardableResult
  public func write(_ files: [(name: String, text: String)]) throws(FileError) -> [String] {
    let names = files.map(\.name)
    demand(Set(names).count == names.count, "one file name twice among \(names)")
    let staging = try Staging(in: self)
    do {
      for file in files { try staging.add(file.name, file.text) }
      return try staging.commit(names)
    } catch {
      staging.discard()
      throw error
    }
  }

  /// Removes every temporary file and folder of writes now in progress, in all threads; those
  /// writes then fail.
  ///
  /// Claims are released too. For a Ctrl-C handler made with a dispatch source. It takes a lock and is therefore not safe
  /// inside a bare POSIX signal handler.
  package static func removeTemporaries() {
    LockedFolders.removeAll()
  }

  func path(of name: String) -> String { joined(path, name) }

  /// Refuses what is not the plain name of a file.
  func check(_ name: String) throws(FileError) {
    let isPlain =
      !["", ".", ".."].contains(name) && !name.contains { "/\0".contains($0) }
      && !name.hasPrefix(".running")
    guard isPlain else { throw .badName(name) }
  }
}
