@preconcurrency internal import Foundation

/// Standard output and error of a program that must neither crash nor lie when they are closed, full or
/// not read.
package enum StandardStreams {
  /// Why what was printed did not all reach standard output.
  package enum Loss: Error, Hashable, CustomStringConvertible {
    /// The reader of a pipe went away, as `head` does: its own wish.
    case unread
    /// The system's reason, such as a full disk.
    case failed(reason: String)

    /// One line.
    package var description: String {
      switch self {
      case .unread: "nobody reads standard output"
      case .failed(let reason):
        "cannot write to standard output: \(reason); what was printed is incomplete"
      }
    }
  }

  /// Call it first: a pipe that nobody reads and a file above its limit are errors to be seen instead of the end of the process, and
  /// a stream that was closed is not handed out again as the number of some file.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // Numbers are given out from the lowest; writing to this one fails as it would have before.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Call it last: hands on what `print` holds back, and throws if any of it was lost.
  package static func finish() throws(Loss) {
    let problem = fflush(stdout) == 0 ? 0 : errno
    guard problem != 0 || ferror(stdout) != 0 else { return }
    var state = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    let isBroken = poll(&state, 1, 0) > 0 && state.revents & Int16(POLLERR) != 0
    if problem == EPIPE || isBroken { throw .unread }
    throw .failed(reason: String(cString: strerror(problem == 0 ? EIO : problem)))
  }

  /// Writes to standard error, and goes on if that cannot be.
  package static func report(_ text: String) {
    var text = text
    _ = text.withUTF8 { writeAll(.init($0), to: STDERR_FILENO) }
  }
}
