internal import Foundation
internal import SystemPackage

/// Where bytes written under a name go.
enum Destination: Equatable {
  /// To a file, there or not, reached by following links: it is replaced as a whole.
  case file(String)
  /// Into a device, a pipe or a socket: it stays what it is.
  case stream(String)
  /// Into a file that this process has open, as `/dev/stdout` is.
  case descriptor(Int32)

  /// Follows links; what a link leads to need not exist.
  init(_ target: String) throws(FileError) {
    var path = FilePath(target)
    for _ in 0..<40 {
      var info = stat()
      guard lstat(path.string, &info) == 0 else {
        guard errno == ENOENT else { throw .cannotWrite(path: target, reason: systemReason()) }
        self = .file(path.string)
        return
      }
      switch info.st_mode & S_IFMT {
      case S_IFREG:
        self = .file(path.string)
        return
      case S_IFDIR:
        throw .isFolder(path: target)
      case S_IFLNK where path.starts(with: "/proc/self/fd"):
        self = Int32(lastComponent(of: path.string)).map(Self.descriptor) ?? .stream(target)
        return
      case S_IFLNK:
        guard
          let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path.string)
        else { throw .cannotWrite(path: target, reason: "a link that cannot be read") }
        path = path.removingLastComponent().pushing(FilePath(link))
      default:
        self = .stream(target)
        return
      }
    }
    throw .cannotWrite(path: target, reason: "too many links")
  }
}
