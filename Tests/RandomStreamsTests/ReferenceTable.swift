import Foundation

/// The rows of a comma-separated file in `Reference`, without `#` comments and the line of names.
func referenceTable(_ name: String) throws -> [[String]] {
  let url = Bundle.module.bundleURL.appendingPathComponent("Reference/\(name)")
  return try String(contentsOf: url, encoding: .utf8)
    .split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .dropFirst()
    .map { $0.split(separator: ",").map(String.init) }
}
