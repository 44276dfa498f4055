/// The mean of a statistic over measured spectra.
///
/// Levels of one spectrum repel, so they are not independent: the spectrum is the unit. With sums t_s of n_s
/// values in spectrum s and the mean m = Σt/Σn,
///
///     se² = S/(S-1) · Σ_s (t_s - n_s m)² / (Σn)²
///
/// Reference: Cochran, Sampling Techniques, 3rd ed., section 6.3 (ratio of cluster totals).
public struct SpectralEstimate: Sendable, Equatable {
  /// The mean of all values; NaN if there are none.
  public let mean: Double
  /// Its standard error; NaN for one spectrum.
  public let standardError: Double
  /// Number of spectra S.
  public let spectra: Int

  /// The mean of values, listed spectrum by spectrum.
  public init(_ values: [[Double]]) {
    self.init(totals: values.map { $0.reduce(0, +) }, counts: values.map { Double($0.count) })
  }

  init(totals: [Double], counts: [Double]) {
    let count = counts.reduce(0, +)
    let mean = totals.reduce(0, +) / count
    let square = zip(totals, counts).reduce(0) { sum, spectrum in
      let deviation = spectrum.0 - spectrum.1 * mean
      return sum + deviation * deviation
    }
    let s = Double(totals.count)
    self.mean = mean
    standardError = s > 1 ? (s / (s - 1) * square).squareRoot() / count : .nan
    spectra = totals.count
  }
}
