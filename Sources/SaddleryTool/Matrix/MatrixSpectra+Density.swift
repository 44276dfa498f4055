import Commands
import Foundation
import Saddlery

extension MatrixSpectra {
  /// A histogram of what is counted in each sample, over all of it or, if that is more than four times as wide, its middle 98 %.
  ///
  /// - Parameter bins: 2 N^(1/3) of N values if absent.
  func density(_ values: [[Double]], bins: Int? = nil) throws -> EmpiricalDensity {
    let all = (law?.withoutAtoms(Array(values.joined())) ?? Array(values.joined())).sorted()
    let least = all.first ?? 0
    var range = (least, all.last ?? 1)
    let middle = all.dropFirst(all.count / 100).dropLast(all.count / 100)
    if let low = middle.first, let high = middle.last, high > low,
      range.1 - range.0 > 4 * (high - low)
    {
      range = (low, high)
    }
    let largest = max(abs(range.0), abs(range.1))
    if range.1 - range.0 <= 8 * Double(bins ?? all.count) * largest.ulp {
      // Around one value, on its own scale.
      let half = largest > 0 ? largest / 2 : 0.5
      range = (range.0 - half, range.1 + half)
    }
    guard (range.1 - range.0).isFinite else {
      throw Failure.input(
        "the eigenvalues from \(range.0) to \(range.1) span more than a double; choose smaller "
          + "parameters")
    }
    let count = bins ?? Int((2 * cbrt(Double(all.count))).rounded(.up))
    let edges = (0...max(1, count)).map { i in
      i == max(1, count) ? range.1 : range.0 + (range.1 - range.0) * Double(i) / Double(count)
    }
    return try asInput { try EmpiricalDensity(values, edges: edges) }
  }

  /// The histogram with the law on top.
  ///
  /// - Parameter scale: of the eigenvalues.
  func figure(
    _ measured: EmpiricalDensity, scale: String, title: String, caption: [String]
  ) -> Figure {
    .spectralDensity(
      measured, law: law.map { ("law of large n", $0) }, quantity: "\(quantity) (\(scale))",
      title: title, caption: caption)
  }
}
