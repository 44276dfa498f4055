/// A run's right to an output, from before its work until after writing: two runs never work on one.
///
/// It ends with ``release()``, when it goes out of use, or with the process.
package final class OutputClaim: Sendable {
  /// Nil where nothing can be locked: a device or a pipe.
  private let lock: LockedFolder?

  init(_ lock: LockedFolder?) { self.lock = lock }

  /// Gives the output up to others; folders that were made for it and are still empty are removed.
  package func release() { lock?.remove() }
}
