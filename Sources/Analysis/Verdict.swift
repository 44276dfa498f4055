internal import CGSL
public import KacRice
internal import Requirements

/// Whether a measurement agrees with what theory says it should be on average.
///
/// The disorder sample is the unit: what is counted within one sample is correlated, so only numbers
/// per sample enter, or ratios of totals with clustered errors.
public struct Verdict: Sendable, CustomStringConvertible {
  /// The conclusion drawn.
  public enum Conclusion: String, Sendable {
    /// The difference is within what chance allows.
    case consistent
    /// The difference would arise by chance less often than the stated rate.
    case inconsistent
    /// There is no error bar to judge by.
    case inconclusive
  }

  /// What was measured.
  public let quantity: String
  /// The measured value.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// The theoretical expectation.
  public let expectation: Double
  /// (value - expectation)/standard error.
  public let z: Double
  /// Probability of a |z| at least as large by chance (Student's t with samples - 1 degrees of
  /// freedom).
  public let pValue: Double
  /// The false-positive rate of the conclusion.
  public let falsePositiveRate: Double
  /// What follows.
  public let conclusion: Conclusion

  /// A value with its error against an expectation.
  ///
  /// The t law is exact for Gaussian samples and good for means of many samples; counts of critical
  /// points have standard deviations of a quarter of their mean, so thirty samples are plenty.
  public init(
    _ quantity: String, value: Double, standardError: Double, samples: Int, expectation: Double,
    falsePositiveRate: Double
  ) {
    demand(
      falsePositiveRate > 0 && falsePositiveRate < 1,
      "a false-positive rate lies between 0 and 1, not \(falsePositiveRate)")
    self.quantity = quantity
    self.value = value
    self.standardError = standardError
    self.expectation = expectation
    self.falsePositiveRate = falsePositiveRate
    let difference = value - expectation
    z = difference == 0 ? 0 : difference / standardError
    guard samples > 1, standardError.isFinite, value.isFinite, expectation.isFinite else {
      pValue = .nan
      conclusion = .inconclusive
      return
    }
    pValue = 2 * gsl_cdf_tdist_Q(abs(z), Double(samples - 1))
    conclusion = pValue < falsePositiveRate ? .inconsistent : .consistent
  }

  /// One sentence.
  public var description: String {
    let value = value.isNaN ? "not measured" : "\(value)"
    let error = standardError.isFinite ? " ± \(standardError)" : " (no error bar)"
    let reason =
      conclusion == .inconclusive
      ? "without an error bar or an expectation"
      : "z = \(z), p = \(pValue), rate \(falsePositiveRate)"
    return
      "\(quantity): \(value)\(error), expected \(expectation): \(conclusion.rawValue) (\(reason))"
  }
}

extension Verdict {
  /// Numbers of critical points per sample against their exact means: the total and each index.
  ///
  /// - Parameters:
  ///   - counts: one list of N numbers, by index, per sample.
  ///   - expected: the theory at that N.
  ///   - falsePositiveRate: of the whole set; each verdict gets its share (Bonferroni).
  public static func counts(
    _ counts: [[Int]], against expected: CriticalPointCounts, falsePositiveRate: Double
  ) -> [Verdict] {
    self.counts(counts, expected.total, expected.byIndex, falsePositiveRate)
  }

  /// The same for a model with a signal.
  public static func counts(
    _ counts: [[Int]], against expected: SpikedCriticalPointCounts, falsePositiveRate: Double
  ) -> [Verdict] {
    self.counts(counts, expected.total, expected.byIndex, falsePositiveRate)
  }

  private static func counts(
    _ counts: [[Int]], _ total: CriticalPointCounts.Value, _ byIndex: [CriticalPointCounts.Value],
    _ falsePositiveRate: Double
  ) -> [Verdict] {
    let n = byIndex.count
    demand(
      counts.allSatisfy { $0.count == n }, "every sample needs \(n) numbers, one for each index")
    let share = falsePositiveRate / Double(n + 1)
    func verdict(_ name: String, _ values: [Double], _ expectation: Double) -> Verdict {
      let mean = ClusteredMean(values.enumerated().map { ($0, $1) })
      return Verdict(
        name, value: mean.mean, standardError: mean.standardError, samples: values.count,
        expectation: expectation, falsePositiveRate: share)
    }
    let totals = counts.map { Double($0.reduce(0, +)) }
    return [verdict("critical points", totals, total.value)]
      + (0..<n).map { k in
        verdict("index \(k)", counts.map { Double($0[k]) }, byIndex[k].value)
      }
  }

  /// Mean energies by index against their exact values, the sample being the unit.
  ///
  /// - Parameter points: (sample, index, energy) of every critical point of every sample.
  public static func meanEnergies(
    _ points: [(sample: Int, index: Int, energy: Double)], against expected: CriticalPointCounts,
    falsePositiveRate: Double
  ) -> [Verdict] {
    let n = expected.byIndex.count
    return (0..<n).map { k in
      let mean = ClusteredMean(points.filter { $0.index == k }.map { ($0.sample, $0.energy) })
      return Verdict(
        "mean energy of index \(k)", value: mean.mean, standardError: mean.standardError,
        samples: mean.clusters, expectation: expected.meanEnergyByIndex[k].value,
        falsePositiveRate: falsePositiveRate / Double(n))
    }
  }
}
