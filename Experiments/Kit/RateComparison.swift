import Saddlery

/// Rates taken from numbers at four sizes N, 2N, 4N, 8N beside their limit: from the first three and from the
/// last three, so that what is left is seen to fall.
struct RateComparison {
  let limits: [Double]
  /// From the last three sizes.
  let rates: [Double]
  /// The largest differences from the limit, of the first three and of the last three.
  let differences: (smaller: Double, larger: Double)

  /// - Parameter logarithms: of the numbers, a list for each size; what is not finite is left out.
  init(sizes: [Int], logarithms: [[Double]], limits: [Double]) {
    let found = [0, 1].map { first in
      limits.indices.map { j in
        extrapolatedRate(
          sizes: Array(sizes[first..<(first + 3)]),
          logarithms: logarithms[first..<(first + 3)].map { $0[j] })
      }
    }
    let worst = found.map { rates in
      zip(rates, limits).map { abs($0 - $1) }.filter { !$0.isNaN }.max() ?? .nan
    }
    (self.limits, rates, differences) = (limits, found[1], (worst[0], worst[1]))
  }

  /// The three sizes in words, first and last.
  static func names(_ sizes: [Int]) -> (String, String) {
    func text(_ sizes: ArraySlice<Int>) -> String {
      sizes.map(String.init).joined(separator: ", ")
    }
    return (text(sizes.dropLast()), text(sizes.dropFirst()))
  }
}
