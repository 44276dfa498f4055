internal import Foundation
internal import Synchronization
internal import SystemPackage

/// A hidden folder that its maker has locked, for files that are being written, or as the sign that an
/// output is being worked on.
///
/// The system drops the lock with the process, however that ends. A folder whose lock is free was left
/// by a process that was killed: whoever comes next to the same place removes it or takes it over.
final class LockedFolder: Sendable {
  /// Path of the folder.
  let path: String
  /// Folders that were made for it to exist, deepest last.
  private let created: [String]
  private let descriptor: Mutex<Int32?>

  /// Makes a folder with a new name inside `parent`, which is made if need be; what killed processes
  /// left there is removed.
  static func unique(in parent: String) throws(FileError) -> LockedFolder {
    let created = try makeFolders(parent)
    sweep(parent)
    while true {
      var template = Array(joined(parent, prefix + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else {
        let reason = systemReason()
        removeEmpty(created)
        throw .cannotWrite(path: parent, reason: reason)
      }
      let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
      switch attempt(path, created) {
      case .held(let folder): return folder
      // Another process sweeps, or swept, the folder that was not yet locked: once more.
      case .busy, .gone: continue
      case .refused(let reason):
        rmdir(path)
        removeEmpty(created)
        throw .cannotWrite(path: parent, reason: reason)
      }
    }
  }

  /// Makes or takes over the folder of a given name; nil if another process, or another part of this one,
  /// has it.
  static func named(_ name: String, in parent: String) throws(FileError) -> LockedFolder? {
    let created = try makeFolders(parent)
    let path = joined(parent, name)
    while true {
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
        let reason = systemReason()
        removeEmpty(created)
        throw .cannotWrite(path: parent, reason: reason)
      }
      switch attempt(path, created) {
      case .held(let folder): return folder
      case .busy: return nil
      case .gone: continue
      case .refused(let reason):
        removeEmpty(created)
        throw .cannotWrite(path: path, reason: reason)
      }
    }
  }

  private static let prefix = ".partial-"

  private enum Attempt {
    case held(LockedFolder)
    case busy
    case gone
    case refused(String)
  }

  private static func attempt(_ path: String, _ created: [String]) -> Attempt {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT ? .gone : .refused(systemReason()) }
    // A file system without locks gives another error: there the folder is only a place for files.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return .busy
    }
    var (mine, there) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, lstat(path, &there) == 0, mine.st_ino == there.st_ino
    else {
      release(descriptor)
      return .gone
    }
    return .held(LockedFolder(path, created, descriptor))
  }

  private init(_ path: String, _ created: [String], _ descriptor: Int32) {
    self.path = path
    self.created = created
    self.descriptor = Mutex(descriptor)
    removeContents(of: path)
    LockedFolders.insert(self)
  }

  deinit { remove() }

  /// Removes the folder with what is in it, and folders made for it that are empty.
  func remove() {
    descriptor.withLock { descriptor in
      guard let open = descriptor else { return }
      descriptor = nil
      removeContents(of: path)
      rmdir(path)
      removeEmpty(created)
      Self.release(open)
      LockedFolders.remove(path)
    }
  }

  /// Removes folders that killed processes left.
  private static func sweep(_ parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      if case .held(let left) = attempt(joined(parent, name), []) { left.remove() }
    }
  }

  /// Unlocks and closes. Closing alone would leave the lock with a process that was being started
  /// meanwhile and has a copy of the descriptor.
  private static func release(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

/// The locked folders of this process that exist at the moment.
enum LockedFolders {
  private struct Reference: Sendable { weak let folder: LockedFolder? }
  private static let all = Mutex<[String: Reference]>([:])

  static func insert(_ folder: LockedFolder) {
    all.withLock { $0[folder.path] = Reference(folder: folder) }
  }

  static func remove(_ path: String) {
    all.withLock { _ = $0.removeValue(forKey: path) }
  }

  static func removeAll() {
    for folder in all.withLock({ $0.values.compactMap(\.folder) }) { folder.remove() }
  }
}

private func removeContents(of folder: String) {
  for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
    try? FileManager.default.removeItem(atPath: joined(folder, name))
  }
}
