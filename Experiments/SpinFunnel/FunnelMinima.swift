import Foundation
import Saddlery

/// Exact mean numbers of minima in a funnel at finite N, by overlap.
struct FunnelMinima {
  /// Of all minima.
  let count: Double
  /// Of those outside the funnel, where a descent has not found it.
  let outside: Double
  /// The mean of m over all.
  let meanOverlap: Double

  /// By quadrature in panels of a tenth of m, twelve nodes each, with 1/2 between two panels.
  init(degree: Int, strength: Double, dimension n: Int) throws {
    let density = try SpikedOverlapDensity(
      .pure(3), signal: Signal(degree: degree, strength: strength), dimension: n)
    let rule = GaussLegendre(count: 12)
    let parts = concurrentMap(0..<20) { panel in
      zip(rule.nodes, rule.weights).map { node, weight in
        let m = (Double(panel - 10) + (1 + node) / 2) / 10
        return (overlap: m, count: weight / 20 * density.byIndex(overlap: m)[0])
      }
    }.flatMap { $0 }
    count = parts.reduce(0) { $0 + $1.count }
    let isEven = degree.isMultiple(of: 2)
    outside = parts.reduce(0) {
      (isEven ? abs($1.overlap) : $1.overlap) > FunnelRuns.goal ? $0 : $0 + $1.count
    }
    meanOverlap = parts.reduce(0) { $0 + $1.overlap * $1.count } / count
  }

  /// The chance that a descent ends in the funnel is at least this: Markov's inequality for minima outside.
  var leastSuccess: Double { max(0, 1 - max(0, outside)) }
}
