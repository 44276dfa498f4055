import CGSL
import Foundation

// Tests of a sample against the standard normal law. Each gives a verdict, and wrongly rejects an
// ideal sample with probability at most 1e-6. Real samples and negative controls both come here.

struct Verdict: CustomStringConvertible {
  let passes: Bool
  let description: String
}

/// Kolmogorov-Smirnov: D, the largest distance of the empirical distribution function from the
/// exact one, must not exceed t / √n with 2 exp(−2t²) = 1e-6, t = 2.6935.
///
/// `P(√n D > t) ≤ 2 exp(−2t²)` for every n and t (Massart 1990, DOI 10.1214/aop/1176990746), so
/// that no correction for finite n is needed. Detects any defect of the distribution function
/// larger than t / √n, in at least half of all samples.
func kolmogorovSmirnov(distance: Double, count: Int) -> Verdict {
  let threshold = (0.5 * log(2e6) / Double(count)).squareRoot()
  return Verdict(passes: distance <= threshold, description: "D = \(distance), \(threshold)")
}

func kolmogorovSmirnov(_ sample: [Double], cdf: (Double) -> Double) -> Verdict {
  let n = Double(sample.count)
  var distance = 0.0
  for (index, x) in sample.sorted().enumerated() {
    let p = cdf(x)
    distance = max(distance, p - Double(index) / n, Double(index + 1) / n - p)
  }
  return kolmogorovSmirnov(distance: distance, count: sample.count)
}

/// Pearson's χ² for equally likely cells, two-sided: a fit too good to be true fails as well.
func equallyLikely(_ counts: [Int]) -> Verdict {
  let expected = Double(counts.reduce(0, +)) / Double(counts.count)
  let statistic = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
  let freedom = Double(counts.count - 1)
  let tail = min(
    gsl_cdf_chisq_P(statistic / expected, freedom), gsl_cdf_chisq_Q(statistic / expected, freedom))
  return Verdict(passes: tail > 5e-7, description: "χ² = \(statistic / expected), tail \(tail)")
}

/// The number of events among n of probability p, two-sided and exact.
func binomial(_ events: Int, of count: Int, probability p: Double) -> Verdict {
  let (k, n) = (UInt32(events), UInt32(count))
  let tail = min(
    gsl_cdf_binomial_P(k, p, n), k == 0 ? 1 : gsl_cdf_binomial_Q(k - 1, p, n))
  return Verdict(
    passes: tail > 5e-7, description: "\(events), mean \(p * Double(count)), tail \(tail)")
}

/// Equal numbers: at most one.
///
/// Two ideal draws agree with probability at most 2⁻⁵³: each layer of the ziggurat has 2⁵⁴ equally
/// likely values, of which rounding joins two at most. Among n = 4.5e6 the expected number of repeats
/// is at most n²/2 · 2⁻⁵³ = 1.1e-3, and two or more have probability below 7e-7. With magnitudes of b
/// random bits only, repeats in a common layer number n²/2 · 2^−(b+9): 18 for b = 30, always
/// detected, and 2.3 for b = 33, detected in two thirds of all samples. (Finer losses show in the
/// reference table.)
func repeats(_ sample: [Double]) -> Verdict {
  let sorted = sample.sorted()
  let count = zip(sorted, sorted.dropFirst()).count { $0 == $1 }
  return Verdict(passes: count <= 1, description: "\(count) repeats")
}

/// The last eight bits of the significand: all 256 values are equally likely.
///
/// Detects one lost bit with certainty, and one value taken too often by 9 %.
func lastBits(_ sample: [Double]) -> Verdict {
  var counts = [Int](repeating: 0, count: 256)
  for x in sample { counts[Int(x.bitPattern & 0xFF)] += 1 }
  return equallyLikely(counts)
}

/// Power sums, and counts of Φ(x) in 2¹⁶ equal cells.
struct NormalSummary {
  private var cells = [Int](repeating: 0, count: 1 << 16)
  private var powerSums = [0.0, 0.0, 0.0, 0.0]
  private var count = 0

  mutating func add(_ sample: [Double]) {
    for x in sample {
      let p = 0.5 * erfc(-x * 0.5.squareRoot())
      cells[min(Int(p * 0x1p16), cells.count - 1)] += 1
      let square = x * x
      powerSums[0] += x
      powerSums[1] += square
      powerSums[2] += square * x
      powerSums[3] += square * square
    }
    count += sample.count
  }

  /// D over the boundaries of the cells only, which can only make it smaller, by 2⁻¹⁶ at most.
  var kolmogorovSmirnov: Verdict {
    var (below, distance) = (0, 0.0)
    for (cell, events) in cells.enumerated() {
      below += events
      distance = max(
        distance, abs(Double(below) / Double(count) - Double(cell + 1) / Double(cells.count)))
    }
    return RandomStreamsTests.kolmogorovSmirnov(distance: distance, count: count)
  }

  /// χ² over 512 equally likely cells, about two for each layer of the ziggurat.
  var layers: Verdict {
    equallyLikely((0..<512).map { cells[(128 * $0)..<(128 * ($0 + 1))].reduce(0, +) })
  }

  /// The mean of the `order`-th power, order 1...4, within 5 exact standard errors.
  ///
  /// Var x = 1, Var x² = 2, Var x³ = 15, Var x⁴ = 96. Beyond 5 standard errors lies 5.7e-7 of the
  /// normal law; for the fourth power, of skewness 10, the correction exp(skewness · 5³ / (6√n)) to
  /// that is 1.16 at n = 2e6.
  func moment(_ order: Int) -> Verdict {
    let (mean, variance) = [(0.0, 1.0), (1, 2), (0, 15), (3, 96)][order - 1]
    let error = powerSums[order - 1] / Double(count) - mean
    let z = error / (variance / Double(count)).squareRoot()
    return Verdict(passes: abs(z) < 5, description: "moment \(order): z = \(z)")
  }
}

/// The numbers of a large sample with |x| > 3, as magnitudes.
struct NormalTail {
  private var magnitudes: [Double] = []
  private var count = 0

  mutating func add(_ sample: [Double]) {
    for x in sample where abs(x) > 3 { magnitudes.append(abs(x)) }
    count += sample.count
  }

  /// How many are beyond c ≥ 3.
  func events(beyond c: Double) -> Verdict {
    binomial(
      magnitudes.count { $0 > c }, of: count, probability: erfc(c * 0.5.squareRoot()))
  }

  /// The law of those beyond c ≥ 3, of distribution function 1 − erfc(x/√2) / erfc(c/√2).
  func law(beyond c: Double) -> Verdict {
    kolmogorovSmirnov(magnitudes.filter { $0 > c }) {
      1 - erfc($0 * 0.5.squareRoot()) / erfc(c * 0.5.squareRoot())
    }
  }
}
