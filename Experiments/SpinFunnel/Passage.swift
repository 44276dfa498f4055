import Foundation
import Saddlery

/// How the rate of success rises with the strength of the funnel: where it crosses levels, with errors by leaving out one
/// sample after another.
struct Passage {
  /// A number with its standard error.
  struct Measured {
    let value: Double
    let error: Double
    /// Of sums of several, as many as have the same degrees of freedom by Welch and Satterthwaite.
    let samples: Int

    func text(_ digits: Int) -> String { "\(value.text(digits)) ± \(error.text(digits))" }

    func verdict(_ quantity: String, expectation: Double, rate: Double) -> Verdict {
      Verdict(
        quantity, value: value, standardError: error, samples: samples, expectation: expectation,
        falsePositiveRate: rate)
    }

    init(value: Double, error: Double, samples: Int) {
      (self.value, self.error, self.samples) = (value, error, samples)
    }

    /// Σ weight · number, of independent numbers.
    init(sum parts: [(weight: Double, number: Measured)]) {
      let variances = parts.map { $0.weight * $0.weight * $0.number.error * $0.number.error }
      let variance = variances.reduce(0, +)
      let squares = zip(variances, parts).reduce(0) {
        $0 + $1.0 * $1.0 / Double($1.1.number.samples - 1)
      }
      self.init(
        value: parts.reduce(0) { $0 + $1.weight * $1.number.value }, error: variance.squareRoot(),
        samples: squares > 0 ? Int(variance * variance / squares) + 1 : 0)
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

extension Passage.Measured {
  /// The power of N by which something measured at several sizes grows, by weighted least squares of its logarithm.
  static func power(_ sizes: [Int], _ logarithms: [Passage.Measured]) -> Passage.Measured {
    let x = sizes.map { log(Double($0)) }
    let w = logarithms.map { 1 / ($0.error * $0.error) }
    let centre = zip(w, x).reduce(0) { $0 + $1.0 * $1.1 } / w.reduce(0, +)
    let spread = zip(w, x).reduce(0) { $0 + $1.0 * ($1.1 - centre) * ($1.1 - centre) }
    return Passage.Measured(
      sum: x.indices.map { (w[$0] * (x[$0] - centre) / spread, logarithms[$0]) })
  }

  init(_ estimate: Estimate) {
    self.init(value: estimate.mean, error: estimate.standardError, samples: estimate.samples)
  }
}
