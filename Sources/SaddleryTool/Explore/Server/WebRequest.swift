import Foundation

/// The head of a request.
struct WebRequest {
  let method: String
  /// Up to the question mark.
  let path: String
  /// What stands behind it, decoded.
  let query: [String: String]
  /// By names in lower case.
  let headers: [String: String]

  /// nil unless it is the head of a request.
  init?(head: String) {
    let lines = head.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: true)
    guard let words = lines.first?.split(separator: " "), words.count == 3,
      words[2].hasPrefix("HTTP/1.")
    else { return nil }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    var query: [String: String] = [:]
    for item in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = String(pair[0]).removingPercentEncoding,
        let value = (pair.count > 1 ? String(pair[1]) : "").replacing("+", with: " ")
          .removingPercentEncoding, query.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    self.query = query
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      headers[line[..<colon].lowercased()] = value
    }
    self.headers = headers
  }
}

/// A request that is refused: a status of HTTP and one line.
struct WebError: Error {
  let status: Int
  let message: String

  init(_ status: Int, _ message: String) { (self.status, self.message) = (status, message) }
}
