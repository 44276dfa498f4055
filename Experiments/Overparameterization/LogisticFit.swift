import Foundation
import Saddlery

/// Shares that fall from 1 to 0, 1/(1 + exp((x - middle)/width)), by the largest likelihood.
struct LogisticFit {
  /// Where half succeed; NaN if the fit does not converge.
  let middle: Double
  let width: Double

  /// - Parameter counts: at each x how many succeed of how many.
  init(_ x: [Double], _ counts: [(of: Int, succeed: Int)]) {
    // a + b(x - centre), Newton's method; from a slope that is nowhere too steep.
    let centre = x.reduce(0, +) / Double(x.count)
    let spread = (x.max()! - x.min()!) / 4
    var (a, b) = (0.0, -1 / spread)
    var isFound = false
    for _ in 0..<200 {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for (x, count) in zip(x, counts) {
        let u = x - centre
        let p = 1 / (1 + exp(-(a + b * u)))
        let (rest, weight) = (
          Double(count.succeed) - Double(count.of) * p, Double(count.of) * p * (1 - p)
        )
        g0 += rest
        g1 += rest * u
        h00 += weight
        h01 += weight * u
        h11 += weight * u * u
      }
      let determinant = h00 * h11 - h01 * h01
      var (da, db) = (
        (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
      )
      // No step changes the curve by more than an e-fold at the ends.
      let size = max(abs(da), abs(db) * 2 * spread)
      if size > 1 { (da, db) = (da / size, db / size) }
      (a, b) = (a + da, b + db)
      if size < 1e-10 * (1 + abs(a) + abs(b) * spread) {
        isFound = true
        break
      }
    }
    middle = isFound ? centre - a / b : .nan
    width = isFound ? -1 / b : .nan
  }

  /// The middle, with the error of leaving out samples.
  ///
  /// - Parameter succeed: by sample, at each x whether each of its runs succeeds.
  static func middle(_ x: [Double], _ succeed: [[[Bool]]]) -> Jackknife {
    Jackknife(succeed.count) { samples in
      LogisticFit(
        x,
        x.indices.map { i in
          samples.reduce(into: (of: 0, succeed: 0)) { sum, s in
            sum.of += succeed[s][i].count
            sum.succeed += succeed[s][i].count { $0 }
          }
        }
      ).middle
    }
  }

  func callAsFunction(_ x: Double) -> Double { 1 / (1 + exp((x - middle) / width)) }
}
