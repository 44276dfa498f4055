internal import Foundation
internal import Requirements

/// How many critical points there are to find, judged from how often the found ones were found.
///
/// Each of `starts` searches catches one point or none. Points are caught with unequal chances, which
/// nobody knows; points caught once or twice tell of those not caught.
public struct CaptureRecapture: Sendable, Equatable {
  /// Number of searches, whatever they ended in.
  public let starts: Int
  /// How often each point was caught; zeros are allowed and count for nothing.
  public let hits: [Int]

  /// - Precondition: no more hits in all than starts.
  public init(starts: Int, hits: [Int]) {
    demand(
      hits.allSatisfy { $0 >= 0 } && hits.reduce(0, +) <= starts,
      "\(starts) starts cannot make \(hits.reduce(0, +)) hits")
    self.starts = starts
    self.hits = hits
  }

  /// Points caught at least once.
  public var distinct: Int { hits.count { $0 > 0 } }

  /// Chao's estimate of the number of points, S + f₁(f₁-1)/(2(f₂+1)) with f_k the points caught k times:
  /// on average a lower bound, and sharp if those not caught are as likely as those caught once.
  ///
  /// Reference: Chao, Scand. J. Statist. 11, 265 (1984); bias-corrected form.
  public var chaoEstimate: Double {
    let once = Double(hits.count { $0 == 1 })
    let twice = Double(hits.count { $0 == 2 })
    return Double(distinct) + once * (once - 1) / (2 * (twice + 1))
  }

  /// The chance of each point, in the order of ``hits``, to be among those caught by `count` of the
  /// starts chosen at random: 1 - C(starts - h, count)/C(starts, count).
  ///
  /// Their sum is the mean number of distinct points, called rarefaction.
  public func chances(among count: Int) -> [Double] {
    demand(
      (0...starts).contains(count), "\(count) of \(starts) starts cannot be chosen")
    func logFactorial(_ n: Int) -> Double { lgamma(Double(n) + 1) }
    return hits.map { h in
      guard starts - h >= count else { return 1 }
      return -expm1(
        logFactorial(starts - h) - logFactorial(starts - h - count) - logFactorial(starts)
          + logFactorial(starts - count))
    }
  }
}
