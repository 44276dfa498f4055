import Foundation
import Saddlery

/// A number with so many places.
func fixed(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

/// A number with so many significant digits.
func significant(_ value: Double, _ digits: Int = 2) -> String {
  String(format: "%.\(digits)g", value)
}

/// A number that may be beyond all bounds.
func shortened(_ count: Double) -> String {
  count < 1e15 ? String(Int(count)) : String(format: "%.2e", count)
}

/// A whole number without its fraction.
func plainText(_ value: Any) -> String {
  (value as? Double).flatMap(Int.init(exactly:)).map { "\($0)" } ?? "\(value)"
}

/// Rows under the names of their columns; the first is that of the row's number.
func listing(_ names: [String], _ rows: [[String]]) -> [String] {
  ([names] + rows.enumerated().map { [String($0)] + $1 }).map { $0.joined(separator: "  ") }
}

/// Columns of numbers, a line a row, under their names if there are any.
func table(_ names: [String], _ columns: [[Double]]) -> [String] {
  let rows = (columns.first ?? []).indices.map { i in
    columns.map { "\($0[i])" }.joined(separator: "  ")
  }
  return (names.isEmpty ? [] : [names.joined(separator: "  ")]) + rows
}

extension ContinuousClock.Instant {
  /// Time since then.
  var seconds: Double { duration(to: .now) / .seconds(1) }
}

extension Collection<Verdict> {
  /// Of all together: what one contradicts is not consistent.
  var conclusion: Verdict.Conclusion {
    [.contradicted, .consistent, .reproduced].first { conclusion in
      contains { $0.conclusion == conclusion }
    } ?? .inconclusive
  }

  /// Those that theory does not agree with.
  var contradicted: [Verdict] { filter { $0.conclusion == .contradicted } }

  /// The conclusion in words.
  var words: String {
    guard !isEmpty else { return "no verdict: exact theory does not serve this model" }
    guard conclusion != .inconclusive else {
      return "no verdict: one sample has no standard error; a second, --samples 2, gives means "
        + "their errors and a verdict"
    }
    return "verdict: \(conclusion.rawValue) (exact theory, false-positive rate "
      + "\(Verdict.falsePositiveRate))"
  }
}

extension Verdict {
  /// False positives of each set of verdicts on a whole run.
  static let falsePositiveRate = 1e-3
}

extension Completeness {
  /// What files say; `proved` is the word for a proof.
  func words(proved: String) -> String {
    switch self {
    case .proved: proved
    default: description
    }
  }
}
