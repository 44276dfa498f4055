import Foundation
import Saddlery

/// How the rate of success rises with the strength of the funnel: where it crosses levels, with errors by leaving out one
/// sample after another.
struct Passage {
  /// A number with its standard error.
  struct Measured {
    let value: Double
    let error: Double
    let samples: Int

    func text(_ digits: Int) -> String { "\(value.text(digits)) ± \(error.text(digits))" }

    func verdict(_ quantity: String, expectation: Double, rate: Double) -> Verdict {
      Verdict(
        quantity, value: value, standardError: error, samples: samples, expectation: expectation,
        falsePositiveRate: rate)
    }

    var logarithm: Measured {
      Measured(value: log(value), error: error / value, samples: samples)
    }
  }

  let strengths: [Double]
  /// Sample by sample, strength by strength.
  let successes: [[Double]]

  /// log λ at which the rate crosses a level.
  func logCrossing(_ level: Double) -> Measured { measured { $0.crossing(level) } }

  /// log of the ratio of the strengths at which the rate crosses 50 and 25 %: 0 for a step.
  var logRatio: Measured { measured { $0.crossing(0.5) - $0.crossing(0.25) } }

  private func measured(_ quantity: (Curve) -> Double) -> Measured {
    let count = successes.count
    let totals = strengths.indices.map { j in successes.reduce(0) { $0 + $1[j] } }
    func curve(without left: [Double]?) -> Curve {
      let samples = Double(left == nil ? count : count - 1)
      return Curve(
        abscissae: strengths.map { log($0) },
        rates: strengths.indices.map { (totals[$0] - (left?[$0] ?? 0)) / samples })
    }
    let rest = successes.map { quantity(curve(without: $0)) }
    let mean = rest.reduce(0, +) / Double(count)
    let square = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Measured(
      value: quantity(curve(without: nil)),
      error: (square * Double(count - 1) / Double(count)).squareRoot(), samples: count)
  }

  /// Rates against log λ, made monotone by pooling neighbours that are out of order, with straight lines between.
  private struct Curve {
    let abscissae: [Double]
    let rates: [Double]

    init(abscissae: [Double], rates: [Double]) {
      self.abscissae = abscissae
      var pools: [(sum: Double, count: Int)] = []
      for rate in rates {
        pools.append((rate, 1))
        while pools.count > 1 {
          let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
          guard a.sum * Double(b.count) > b.sum * Double(a.count) else { break }
          pools.removeLast(2)
          pools.append((a.sum + b.sum, a.count + b.count))
        }
      }
      self.rates = pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
    }

    /// NaN if the level is not passed.
    func crossing(_ level: Double) -> Double {
      guard rates[0] < level, let above = rates.firstIndex(where: { $0 >= level }) else {
        return .nan
      }
      let share = (level - rates[above - 1]) / (rates[above] - rates[above - 1])
      return abscissae[above - 1] + share * (abscissae[above] - abscissae[above - 1])
    }
  }
}

/// The power of N by which something measured at several sizes grows, by weighted least squares of its logarithm.
struct GrowthPower {
  let value: Double
  let error: Double
  let samples: Int
  /// log of the quantity at N = 1.
  let offset: Double

  /// - Parameter logarithms: of the quantity, with errors.
  init(_ sizes: [Int], _ logarithms: [Passage.Measured]) {
    let x = sizes.map { log(Double($0)) }
    let w = logarithms.map { 1 / ($0.error * $0.error) }
    func sum(_ f: (Int) -> Double) -> Double { x.indices.reduce(0) { $0 + w[$1] * f($1) } }
    let total = sum { _ in 1 }
    let centre = sum { x[$0] } / total
    let spread = sum { (x[$0] - centre) * (x[$0] - centre) }
    value = sum { (x[$0] - centre) * logarithms[$0].value } / spread
    offset = sum { logarithms[$0].value } / total - value * centre
    error = 1 / spread.squareRoot()
    samples = logarithms.map(\.samples).min()!
  }

  func verdict(_ quantity: String, expectation: Double, rate: Double) -> Verdict {
    Verdict(
      quantity, value: value, standardError: error, samples: samples, expectation: expectation,
      falsePositiveRate: rate)
  }
}
