internal import CArrayReader
import Foundation

/// The process that reads a file for this one, see `CArrayReader.h`. What it says is read as bytes that nobody vouches
/// for.
final class ReaderProcess {
  /// One step of an answer.
  enum Record {
    case dataset(path: String, elements: Elements, extents: [UInt64])
    case attribute(name: String, value: Attribute)
    /// ``values(count:)`` are next.
    case values
    case end
  }

  private let path: String
  private let object: String
  private let descriptor: Int32
  private var process: pid_t = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0

  /// Starts it, with one of the questions of `CArrayReader.h` about an object of a file.
  init(_ path: String, question: Int, about object: String) throws(ArrayFileError) {
    self.path = path
    self.object = object
    guard !path.contains("\0") else { throw .cannotOpen(path: path, reason: "not a path") }
    guard !object.contains("\0") else { throw .noObject(object, path: path) }
    descriptor = array_reader_start(path, Int32(question), object, &process)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { _ = stop() }

  /// Ends it; returns the signal that had ended it before.
  private func stop() -> Int32 {
    guard process > 0 else { return 0 }
    defer { process = 0 }
    return array_reader_stop(descriptor, process)
  }

  /// The next step; throws what the process says is wrong.
  func next() throws(ArrayFileError) -> Record {
    switch try count() {
    case ARRAY_DATASET:
      let path = try text()
      let (other, precision) = (try text(), try count(limit: 52))
      var extents: [UInt64] = []
      for _ in 0..<(try count(limit: 32)) { extents.append(try word()) }
      let elements =
        other.isEmpty ? Elements.numbers(epsilon: exp2(-Double(precision))) : .other(other)
      return .dataset(path: path, elements: elements, extents: extents)
    case ARRAY_ATTRIBUTE: return .attribute(name: try text(), value: try attribute())
    case ARRAY_VALUES: return .values
    case ARRAY_END: return .end
    case ARRAY_ERROR: throw try error()
    default: throw lost()
    }
  }

  /// The elements of a dataset.
  func values(count: Int) throws(ArrayFileError) -> [Double] {
    // Of no elements the initialiser would write to storage that all empty arrays share.
    guard count > 0 else { return [] }
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      let isAccepted = fill(UnsafeMutableRawBufferPointer(buffer).prefix(8 * count))
      initialized = isAccepted ? count : 0
    }
    guard values.count == count else { throw lost() }
    return values
  }

  private func attribute() throws(ArrayFileError) -> Attribute {
    let kind = try count()
    if kind == ARRAY_TEXT { return .text(try text()) }
    if kind == ARRAY_OTHER { return .other(try text()) }
    let count = try count(limit: Self.limit / 8)
    if kind == ARRAY_TEXTS {
      var texts: [String] = []
      for _ in 0..<count { texts.append(try text()) }
      return .texts(texts)
    }
    if kind == ARRAY_REALS { return .reals(try values(count: count)) }
    let bits = try word()
    switch kind {
    case ARRAY_UNSIGNED: return .unsigned(bits)
    case ARRAY_INTEGER: return .integer(Int(Int64(bitPattern: bits)))
    case ARRAY_REAL: return .real(Double(bitPattern: bits))
    default: throw lost()
    }
  }

  private func error() throws(ArrayFileError) -> ArrayFileError {
    let (kind, name, reason) = (try count(), try text(), try text())
    // HDF5's own words may quote the operating system's, which are plainer.
    let words = reason.firstMatch(of: /error message = '([^']*)'/).map { String($0.1) } ?? reason
    return switch kind {
    case ARRAY_CANNOT_OPEN: .cannotOpen(path: path, reason: words)
    case ARRAY_NO_OBJECT: .noObject(object, path: path)
    case ARRAY_CANNOT_READ: .cannotRead(absolute(name), path: path, reason: words)
    case ARRAY_REFUSED: .refused(absolute(name), path: path, reason: words)
    default: lost()
    }
  }

  /// The process ended before its answer did, or said what cannot be.
  private func lost() -> ArrayFileError {
    let signal = stop()
    let what =
      switch signal {
      case SIGXCPU, SIGALRM: "the HDF5 library finds no end in it"
      case SIGKILL, 0: "what the HDF5 library finds in it makes no sense"
      default: "the HDF5 library crashed on it (signal \(signal))"
      }
    return .cannotRead(object, path: path, reason: what + "; the file is damaged")
  }

  /// Bytes of the longest text or array of an attribute.
  private static let limit = 1 << 26

  private func count(limit: Int = limit) throws(ArrayFileError) -> Int {
    guard let count = Int(exactly: try word()), count <= limit else { throw lost() }
    return count
  }

  private func text() throws(ArrayFileError) -> String {
    var bytes = [UInt8](repeating: 0, count: try count())
    guard bytes.withUnsafeMutableBytes(fill) else { throw lost() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func word() throws(ArrayFileError) -> UInt64 {
    var word: UInt64 = 0
    guard withUnsafeMutableBytes(of: &word, fill) else { throw lost() }
    return word
  }

  private func fill(_ target: UnsafeMutableRawBufferPointer) -> Bool {
    fill(target[...])
  }

  /// Whether there were enough bytes.
  private func fill(_ target: Slice<UnsafeMutableRawBufferPointer>) -> Bool {
    var rest = UnsafeMutableRawBufferPointer(rebasing: target)
    while !rest.isEmpty {
      if unread.isEmpty {
        let received = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if received < 0 && errno == EINTR { continue }
        guard received > 0 else { return false }
        unread = 0..<received
      }
      let count = min(rest.count, unread.count)
      buffer.withUnsafeBytes { rest.copyMemory(from: .init(rebasing: $0[unread.prefix(count)])) }
      unread = (unread.lowerBound + count)..<unread.upperBound
      rest = .init(rebasing: rest[count...])
    }
    return true
  }
}

/// A path inside a file with one slash before each name.
func absolute(_ path: String) -> String {
  let names = path.split(separator: "/")
  return names.isEmpty ? "/" : names.map { "/" + $0 }.joined()
}
