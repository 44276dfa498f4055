internal import CGSL
internal import Requirements

/// What a measurement says about a prediction.
///
/// It arises from a value with an error against an expectation, from a value against a stated bound, or
/// from several verdicts. *Reproduced* needs a bound that was stated and is met; *consistent* means only not against.
///
/// The disorder sample is the unit: what is counted within one sample is correlated, so only numbers
/// per sample enter, or ratios of totals with clustered errors.
public struct Verdict: Sendable, CustomStringConvertible {
  /// The conclusion drawn, from the best to the worst.
  public enum Conclusion: String, Sendable, CaseIterable {
    /// A stated bound is met.
    case reproduced
    /// The difference is within what chance allows.
    case consistent
    /// There is nothing to judge by: no error bar, or no number.
    case inconclusive
    /// A stated bound is not met, or the difference would arise by chance less often than the stated rate.
    case contradicted
  }

  /// What was measured.
  public let quantity: String
  /// The measured value; of several verdicts the number contradicted.
  public let value: Double
  /// Its standard error; NaN against a bound.
  public let standardError: Double
  /// The theoretical expectation; NaN against a bound.
  public let expectation: Double
  /// The false-positive rate of the conclusion; NaN against a bound.
  public let falsePositiveRate: Double
  /// (value - expectation)/standard error; NaN against a bound.
  public let z: Double
  /// Probability of a |z| at least as large by chance (Student's t with samples - 1 degrees of
  /// freedom).
  public let pValue: Double
  /// What follows from the probability.
  public let conclusion: Conclusion
  /// What the value was held against.
  private let reason: String

  /// A value with its error against an expectation: *consistent* or *contradicted*, without an error bar
  /// *inconclusive*.
  ///
  /// The t law is exact for Gaussian samples and good for means of many samples; counts of critical
  /// points have standard deviations of a quarter of their mean, so thirty samples are plenty.
  ///
  /// - Parameters:
  ///   - quantity: what the value is, in words.
  ///   - value: as measured.
  ///   - standardError: of the value; NaN if there is none.
  ///   - samples: how many independent ones it is of.
  ///   - expectation: what it should be.
  ///   - falsePositiveRate: how often a true expectation is to be contradicted.
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
      reason = "without an error bar or an expectation"
      return
    }
    pValue = 2 * gsl_cdf_tdist_Q(abs(z), Double(samples - 1))
    conclusion = pValue < falsePositiveRate ? .contradicted : .consistent
    reason = "z = \(z), p = \(pValue), rate \(falsePositiveRate)"
  }

  /// The mean of a measurement against its expectation.
  public init(
    _ quantity: String, _ measured: Estimate, expectation: Double, falsePositiveRate: Double
  ) {
    self.init(
      quantity, value: measured.mean, standardError: measured.standardError,
      samples: measured.samples, expectation: expectation, falsePositiveRate: falsePositiveRate)
  }

  /// What does not come from an error bar.
  init(_ quantity: String, value: Double, _ conclusion: Conclusion, _ reason: String) {
    (self.quantity, self.value, self.conclusion, self.reason) = (
      quantity, value, conclusion, reason
    )
    (standardError, expectation, falsePositiveRate, z, pValue) = (.nan, .nan, .nan, .nan, .nan)
  }

  /// One sentence with value, reference and conclusion.
  public var description: String {
    let value = value.isNaN ? "not measured" : "\(value)"
    guard !falsePositiveRate.isNaN else {
      return "\(quantity): \(value), \(conclusion.rawValue) (\(reason))"
    }
    let error = standardError.isFinite ? " ± \(standardError)" : " (no error bar)"
    return
      "\(quantity): \(value)\(error), expected \(expectation): \(conclusion.rawValue) (\(reason))"
  }
}
