import Foundation
import Saddlery

/// Exact mean numbers of minima in a funnel at finite N, by overlap.
struct FunnelMinima {
  /// Of all minima.
  let count: Double
  /// Of those outside the funnel, |m| at most a half, also m below -1/2 if k is odd.
  let outside: Double
  /// The mean of m over all.
  let meanOverlap: Double

  /// By quadrature in panels of a tenth, which the density is wider than a third of at N up to 100.
  init(degree: Int, strength: Double, dimension n: Int) throws {
    let density = try SpikedOverlapDensity(
      .pure(3), signal: Signal(degree: degree, strength: strength), dimension: n)
    let rule = GaussLegendre(count: 16)
    let panels = concurrentMap(0..<20) { i -> (low: Double, count: Double, overlap: Double) in
      let low = Double(i - 10) / 10
      var overlap = 0.0
      let count = rule.integral(from: low, to: low + 0.1) { density.byIndex(overlap: $0)[0] }
      overlap = rule.integral(from: low, to: low + 0.1) {
        $0 * density.byIndex(overlap: $0)[0]
      }
      return (low, count, overlap)
    }
    let isEven = degree.isMultiple(of: 2)
    count = panels.reduce(0) { $0 + $1.count }
    outside = panels.enumerated().reduce(0) { sum, panel in
      let (i, one) = panel
      let isInside = i >= 15 || (isEven && i < 5)
      return isInside ? sum : sum + one.count
    }
    meanOverlap = panels.reduce(0) { $0 + $1.overlap } / count
  }

  /// The chance that a descent ends in the funnel is at least this (Markov's inequality).
  var leastSuccess: Double { max(0, 1 - outside) }
}
