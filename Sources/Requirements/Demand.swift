#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Ends the process with one line on standard error, in release builds too, unless a condition holds.
///
/// For misuse by a programmer: shapes that do not fit, values outside a stated domain. The standard
/// library's `precondition` loses its text in release builds, which are the ones users run. The
/// condition costs what it costs there; the message is made only when it is needed.
@inlinable @inline(__always)
package func demand(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String) {
  guard condition() else { fail(message()) }
}

/// Ends the process with one line on standard error and status 70; what was printed before is kept.
///
/// Under `Scripts/run` the process aborts instead, which tells the place in the script.
@usableFromInline @inline(never)
package func fail(_ message: String) -> Never {
  fflush(nil)
  var line = "Fatal error: " + message.split(whereSeparator: \.isNewline).joined(separator: " ")
  line += "\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  if getenv("SADDLERY_SCRIPT_REPORT") != nil { abort() }
  // Not exit(): other threads may still be computing.
  _exit(70)
}

/// The result of what cannot throw, as its parameters were checked or made here; ends the process if it does.
@inlinable
package func certain<Result>(_ body: () throws -> Result) -> Result {
  do { return try body() } catch { fail("unexpected error: \(error)") }
}
