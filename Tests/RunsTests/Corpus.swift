import Foundation

/// Small stores and recipes that tests begin from: of every task, and those that once were read wrongly (`fault-`). Stores have
/// pages of 1024 bytes.
enum Corpus {
  static let stores = files("db")
  static let recipes = files("toml")

  private static func files(_ kind: String) -> [URL] {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Corpus")
    let all = try! FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return all.filter { $0.pathExtension == kind }.sorted { $0.path < $1.path }
  }
}
