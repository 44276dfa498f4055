import Foundation

/// Temporary folders that exist at the moment.
final class PendingPaths: @unchecked Sendable {
  static let shared = PendingPaths()

  private let lock = NSLock()
  private var paths: Set<String> = []

  func insert(_ path: String) {
    lock.withLock { _ = paths.insert(path) }
  }

  func remove(_ path: String) {
    lock.withLock {
      try? FileManager.default.removeItem(atPath: path)
      paths.remove(path)
    }
  }

  func removeAll() {
    lock.withLock {
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      paths = []
    }
  }
}
