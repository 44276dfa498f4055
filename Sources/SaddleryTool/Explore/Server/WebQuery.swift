import Commands
import Foundation
import Saddlery

/// The query of a request, whose values are refused with one line where they are not valid.
struct WebQuery {
  private let items: [String: String]

  /// - Parameter known: the names that are understood.
  init(_ items: [String: String], known: [String]) throws(WebError) {
    if let other = items.keys.sorted().first(where: { !known.contains($0) }) {
      throw WebError(
        400, "\(quoted(other)) is not known here; give \(known.joined(separator: ", "))")
    }
    self.items = items
  }

  func has(_ name: String) -> Bool { items[name] != nil }

  func text(_ name: String, default value: String) -> String { items[name] ?? value }

  func number<Value: LosslessStringConvertible & Comparable>(
    _ name: String, in domain: ClosedRange<Value>, default value: Value
  ) throws(WebError) -> Value {
    guard let text = items[name] else { return value }
    guard let number = Value(text), domain.contains(number) else {
      throw WebError(
        400,
        "\(name) \(quoted(text)) is not valid; give a \(value is Double ? "number" : "whole number") from "
          + "\(domain.lowerBound) to \(domain.upperBound)")
    }
    return number
  }

  func choice(_ name: String, of values: [String]) throws(WebError) -> String {
    let text = items[name] ?? values[0]
    guard values.contains(text) else {
      throw WebError(
        400, "\(name) \(quoted(text)) is not valid; give \(values.joined(separator: ", "))")
    }
    return text
  }
}
