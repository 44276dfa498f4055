package import Foundation
internal import Requirements
internal import Synchronization

/// A file in which a long computation keeps its finished pieces, to go on after an interruption.
///
/// The first line says what the computation is. Blocks of bytes follow, each behind its length and
/// checksum; one that was cut off in writing is dropped when the file is opened again. The first block
/// makes the file. One process at a time has it open.
package final class Journal: Sendable {
  /// Path of the file.
  package let path: String
  /// What earlier runs left.
  package let blocks: [Data]

  private let title: Data
  /// The open file; nil before the first block.
  private let file: Mutex<Int32?>

  /// Opens the journal of a computation, reading what is there.
  ///
  /// - Parameter work: names the computation and all that its results depend on.
  /// - Throws: ``FileError`` if the file is in use, cannot be opened or is another computation's.
  package init(_ path: String, of work: String) throws(FileError) {
    self.path = path
    let line = work.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    title = Data((line.joined(separator: "\\n") + "\n").utf8)
    guard access(path, F_OK) == 0 else {
      blocks = []
      file = Mutex(nil)
      return
    }
    let descriptor = try Self.open(path, O_RDWR)
    guard let bytes = Self.bytes(of: descriptor, after: title) else {
      Self.release(descriptor)
      throw .otherWork(path: path)
    }
    let (blocks, end) = Self.blocks(in: bytes, from: title.count)
    self.blocks = blocks
    file = Mutex(descriptor)
    ftruncate(descriptor, off_t(end))
    lseek(descriptor, 0, SEEK_END)
    if bytes.count < title.count { try write(title, to: descriptor) }
  }

  deinit {
    file.withLock { if let descriptor = $0 { Self.release(descriptor) } }
  }

  /// Adds a block.
  package func append(_ block: Data) throws(FileError) {
    let record = Self.header(of: block) + block
    let result = file.withLock { file in
      Result { () throws(FileError) in
        if let file { return try write(record, to: file) }
        _ = try makeFolders(folderPath(of: path))
        let descriptor = try Self.open(path, O_RDWR | O_CREAT)
        file = descriptor
        try write(title + record, to: descriptor)
      }
    }
    try result.get()
  }

  /// Removes the file: the computation is done and its results are elsewhere.
  package func remove() {
    file.withLock { file in
      guard let descriptor = file else { return }
      unlink(path)
      Self.release(descriptor)
      file = nil
    }
  }

  private func write(_ bytes: Data, to descriptor: Int32) throws(FileError) {
    guard bytes.withUnsafeBytes({ writeAll($0, to: descriptor) }) else {
      throw .cannotWrite(path: path, reason: systemReason())
    }
  }

  /// The bytes of a file that begins with the title, or is the beginning of it; nil for any other, of which
  /// no more is read.
  private static func bytes(of descriptor: Int32, after title: Data) -> Data? {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    let file = FileHandle(fileDescriptor: descriptor)
    guard let start = try? file.read(upToCount: title.count) ?? Data(), title.starts(with: start),
      let rest = try? file.readToEnd() ?? Data()
    else { return nil }
    return start + rest
  }

  private static func open(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    let descriptor = Foundation.open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse(path: path)
    }
    return descriptor
  }

  /// Unlocks and closes. Closing alone would leave the lock with a process that was being started
  /// meanwhile and has a copy of the descriptor.
  private static func release(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Length and checksum, eight bytes each.
  private static func header(of block: Data) -> Data {
    [UInt64(block.count), checksum(of: block)].reduce(into: Data()) { data, word in
      withUnsafeBytes(of: word.littleEndian) { data.append(contentsOf: $0) }
    }
  }

  /// The whole blocks, and where they end.
  private static func blocks(in bytes: Data, from start: Int) -> (blocks: [Data], end: Int) {
    var blocks: [Data] = []
    guard bytes.count >= start else { return ([], 0) }
    var end = start
    while bytes.count - end >= 16 {
      let length = bytes[end..<(end + 8)].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      guard length <= UInt64(bytes.count - end - 16) else { break }
      let next = end + 16 + Int(length)
      let block = Data(bytes[(end + 16)..<next])
      guard header(of: block) == bytes[end..<(end + 16)] else { break }
      blocks.append(block)
      end = next
    }
    return (blocks, end)
  }
}
