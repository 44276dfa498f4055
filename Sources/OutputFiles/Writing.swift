internal import Foundation

/// Writes all bytes to a file opened with the given flags, and closes it; returns the system's number of
/// what went wrong, or 0.
func write(_ bytes: UnsafeRawBufferPointer, to path: String, _ flags: Int32) -> Int32 {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
  guard descriptor >= 0 else { return errno }
  let problem = writeAll(bytes, to: descriptor) ? 0 : errno
  // Some file systems tell only now that the disk is full.
  let closing = close(descriptor) == 0 ? 0 : errno
  return problem == 0 ? closing : problem
}

/// Writes all bytes to an open file; false, with `errno` set, if that fails.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var rest = bytes
  while !rest.isEmpty {
    let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
    if count > 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      return false
    } else if errno == EAGAIN {
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&ready, 1, -1)
    }
  }
  return true
}
