public import Foundation

/// The rows of a comma-separated file in the folder `Reference` of a test target, without `#`
/// comments and the line of names.
public func referenceTable(_ name: String, in bundle: Bundle) throws -> [[String]] {
  let url = bundle.bundleURL.appendingPathComponent("Reference/\(name)")
  return try String(contentsOf: url, encoding: .utf8)
    .split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .dropFirst()
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}
