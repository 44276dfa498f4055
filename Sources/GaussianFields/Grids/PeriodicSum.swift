internal import Foundation
internal import Models
internal import SpecialFunctions

/// A covariance summed over the periods of a torus, Σ_m C(x + mL).
struct PeriodicSum<Base: Covariance>: Sendable {
  private let base: Base
  /// The offsets mL that count.
  private let images: [[Double]]

  /// How many times C is evaluated for one value.
  var terms: Int { images.count }

  /// - Throws: ``FieldError/slowDecay`` if more than 20 periods to each side are needed for 1e-13.
  init(_ base: Base, periods: [Double]) throws(FieldError) {
    self.base = base
    let zero = [Double](repeating: 0, count: periods.count)
    let variance = base.value(at: zero)
    // Beyond the first shell of periods where C is nothing, on the axes and the diagonals.
    func isNothing(_ shell: Int) -> Bool {
      Self.shell(shell, periods.count).allSatisfy { m in
        abs(base.value(at: zip(m, periods).map { Swift.max(0, abs(Double($0)) - 0.5) * $1 }))
          <= 1e-14 * variance
      }
    }
    guard let last = (1...20).first(where: isNothing) else { throw .slowDecay }
    images = (0..<last).flatMap { Self.shell($0, periods.count) }
      .map { zip($0, periods).map { Double($0) * $1 } }
  }

  func value(at offset: [Double]) -> Double {
    images.reduce(0) { sum, image in sum + base.value(at: zip(offset, image).map { $0 + $1 }) }
  }

  /// Integer vectors whose largest component is ±s.
  private static func shell(_ s: Int, _ dimension: Int) -> [[Int]] {
    var vectors: [[Int]] = [[]]
    for _ in 0..<dimension { vectors = vectors.flatMap { v in (-s...s).map { v + [$0] } } }
    return vectors.filter { $0.contains { abs($0) == s } || s == 0 }
  }
}
