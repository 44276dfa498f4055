internal import Requirements

/// Spearman's rank correlation of pairs, with an error.
///
/// The correlation of the ranks, those of equal values being their mean. The standard error is that of the jackknife, which
/// leaves out one pair after the other: it takes pairs for independent.
///
/// Reference: Spearman, Am. J. Psychol. 15 (1904) 72; Efron, The Jackknife, the Bootstrap and Other Resampling Plans (1982).
public struct RankCorrelation: Sendable, Equatable {
  /// From -1 to 1; NaN where one of both does not vary.
  public let value: Double
  /// NaN of fewer than 3 or more than 2000 pairs, or where it is not defined without one of them.
  public let standardError: Double
  /// Number of pairs.
  public let count: Int

  /// The correlation of x and y.
  ///
  /// - Complexity: O(n² log n) for the error, which more than 2000 pairs do not get.
  public init(_ x: [Double], _ y: [Double]) {
    demand(x.count == y.count, "\(x.count) numbers paired with \(y.count)")
    count = x.count
    value = Self.value(x, y)
    guard (3...2000).contains(count) else {
      standardError = .nan
      return
    }
    let without = x.indices.map { i -> Double in
      var (a, b) = (x, y)
      a.remove(at: i)
      b.remove(at: i)
      return Self.value(a, b)
    }
    let n = Double(count)
    let mean = without.reduce(0, +) / n
    let square = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = ((n - 1) / n * square).squareRoot()
  }

  private static func value(_ x: [Double], _ y: [Double]) -> Double {
    let (a, b) = (ranks(x), ranks(y))
    let mean = Double(x.count + 1) / 2
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (r, s) in zip(a, b) {
      ab += (r - mean) * (s - mean)
      aa += (r - mean) * (r - mean)
      bb += (s - mean) * (s - mean)
    }
    return ab / (aa * bb).squareRoot()
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var (ranks, first) = ([Double](repeating: 0, count: values.count), 0)
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for i in first...last { ranks[order[i]] = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return ranks
  }
}
