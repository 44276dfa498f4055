/// The mean of measured values, with a standard error clustered by sample.
///
/// What is measured in one sample, such as the points of one landscape or the levels of one spectrum, is not
/// independent: the sample is the unit. With deviations d from the overall mean of n values in S samples,
///
///     se² = S/(S-1) · Σ_samples (Σ_{in sample} d)² / n²,
///
/// the linearised ratio estimator. One sample has no standard error (NaN).
///
/// Reference: Cochran, Sampling Techniques, 3rd ed., section 6.3 (ratio of cluster totals).
public struct Estimate: Sendable, Equatable {
  /// The mean of all values; NaN if there are none.
  public let mean: Double
  /// Its standard error; NaN with fewer than two samples.
  public let standardError: Double
  /// Number of values.
  public let count: Int
  /// Number of samples.
  public let samples: Int

  /// The mean of values, each with the number of its sample.
  public init(_ values: [(sample: Int, value: Double)]) {
    let mean = values.reduce(0) { $0 + $1.value } / Double(values.count)
    var totals: [Int: Double] = [:]
    for (sample, value) in values { totals[sample, default: 0] += value - mean }
    // In the order of sample numbers: a dictionary's order changes from run to run.
    self.init(
      mean: mean, deviations: totals.sorted { $0.key < $1.key }.map(\.value), count: values.count)
  }

  /// The mean of values, listed sample by sample.
  public init(bySample values: [[Double]]) {
    self.init(totals: values.map { $0.reduce(0, +) }, counts: values.map(\.count))
  }

  /// The mean of values of which the sum and the number in each sample are known.
  package init(totals: [Double], counts: [Int]) {
    let count = counts.reduce(0, +)
    let mean = totals.reduce(0, +) / Double(count)
    self.init(
      mean: mean, deviations: zip(totals, counts).map { $0 - Double($1) * mean }, count: count)
  }

  private init(mean: Double, deviations: [Double], count: Int) {
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    let s = Double(deviations.count)
    (self.mean, self.count, samples) = (mean, count, deviations.count)
    standardError = s > 1 ? (s / (s - 1) * square).squareRoot() / Double(count) : .nan
  }
}
