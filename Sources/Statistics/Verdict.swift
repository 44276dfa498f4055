internal import CGSL
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
