import Foundation
import Saddlery

/// Means at several sizes as a line in a power of N: E(N) = limit + slope N^{-b}, by weighted least squares.
struct SizeFit {
  /// b = 2/3, as spacings at the edge of a spectrum fall.
  static let edge = 2.0 / 3
  /// b = 1/2, as the mean over all minima approaches its limit; see the README.
  static let minima = 0.5

  let power: Double
  let limit: Double
  let standardError: Double
  let slope: Double
  /// The sum of squared deviations in units of their errors, of so many degrees of freedom.
  let chiSquare: Double
  let freedom: Int

  init(_ sizes: [Int], _ means: [Double], errors: [Double], power: Double) {
    let x = sizes.map { pow(Double($0), -power) }
    let w = errors.map { 1 / ($0 * $0) }
    func sum(_ f: (Int) -> Double) -> Double { x.indices.reduce(0) { $0 + w[$1] * f($1) } }
    let total = sum { _ in 1 }
    let (centre, mean) = (sum { x[$0] } / total, sum { means[$0] } / total)
    let spread = sum { (x[$0] - centre) * (x[$0] - centre) }
    let slope = sum { (x[$0] - centre) * means[$0] } / spread
    let limit = mean - slope * centre
    (self.power, self.slope, self.limit) = (power, slope, limit)
    standardError = (1 / total + centre * centre / spread).squareRoot()
    chiSquare = sum { i in
      let rest = means[i] - limit - slope * x[i]
      return rest * rest
    }
    freedom = sizes.count - 2
  }

  init(_ floors: [Floor], power: Double) {
    let means = floors.map(\.mean)
    self.init(
      floors.map(\.n), means.map(\.mean), errors: means.map(\.standardError), power: power)
  }

  func value(_ n: Double) -> Double { limit + slope * pow(n, -power) }

  /// How many standard errors the limit is above an energy.
  func z(_ energy: Double) -> Double { (limit - energy) / standardError }
}

/// The power b with which means approach a given limit, E(N) = limit + slope N^{-b}.
struct PowerFit {
  let power: Double
  let standardError: Double
  let chiSquare: Double

  /// By scanning b; the error is where χ² is larger by one.
  init(_ floors: [Floor], limit: Double) {
    let means = floors.map(\.mean)
    let powers = stride(from: 0.1, to: 1.5, by: 1e-3).map { $0 }
    let misses = powers.map { b -> Double in
      let x = floors.map { pow(Double($0.n), -b) }
      let w = means.map { 1 / ($0.standardError * $0.standardError) }
      let slope =
        x.indices.reduce(0) { $0 + w[$1] * x[$1] * (means[$1].mean - limit) }
        / x.indices.reduce(0) { $0 + w[$1] * x[$1] * x[$1] }
      return x.indices.reduce(0) {
        let rest = means[$1].mean - limit - slope * x[$1]
        return $0 + w[$1] * rest * rest
      }
    }
    let best = misses.indices.min { misses[$0] < misses[$1] }!
    let within = misses.indices.filter { misses[$0] < misses[best] + 1 }
    (power, chiSquare) = (powers[best], misses[best])
    standardError = (powers[within.last!] - powers[within[0]]) / 2
  }
}

/// Two lines, one in N^{-2/3} and one in N^{-1/2}: the power is somewhere between, and the limit with it.
struct Bracket {
  let upper: SizeFit
  let lower: SizeFit

  init(_ floors: [Floor]) {
    upper = SizeFit(floors, power: SizeFit.edge)
    lower = SizeFit(floors, power: SizeFit.minima)
  }

  /// Whether an energy lies between the two limits, to three standard errors.
  func verdict(_ name: String, contains energy: Double) -> Verdict {
    let isOutside = upper.z(energy) < -3 || lower.z(energy) > 3
    return Verdict(name, exceptions: isOutside ? 1 : 0)
  }

  var text: String {
    "\(upper.limit.text(4)) ± \(upper.standardError.text(4)) "
      + "| \(lower.limit.text(4)) ± \(lower.standardError.text(4))"
  }
}
