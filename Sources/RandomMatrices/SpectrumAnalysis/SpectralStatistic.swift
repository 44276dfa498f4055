/// One number of a spectrum against what it is for a reference.
public struct SpectralComparison: Sendable {
  /// What the statistic is held against.
  public let reference: SpectralReference
  /// The number; NaN where levels coincide too much to have one.
  public let value: Double
  /// Its mean over the reference spectra.
  public let expected: Double
  /// (r + 1)/(m + 1), see ``SpectrumAnalysis``.
  public let pValue: Double

  init(
    _ reference: SpectralReference, value: Double, among drawn: [Double], isTwoSided: Bool
  ) {
    (self.reference, self.value) = (reference, value)
    expected = drawn.reduce(0, +) / Double(drawn.count)
    // A reference without the number counts on both sides.
    let above = drawn.count { !($0 < value) } + 1
    let below = isTwoSided ? drawn.count { !($0 > value) } + 1 : above
    let p = Double(min(above, below)) / Double(drawn.count + 1)
    pValue = value.isNaN ? .nan : isTwoSided ? min(1, 2 * p) : p
  }
}

/// One number of a spectrum against every reference.
public struct SpectralStatistic: Sendable {
  /// The length L of windows, in mean spacings, where it has one.
  public let length: Double?
  /// By reference, in the order of ``SpectralReference``.
  public let comparisons: [SpectralComparison]

  /// The number; of distances that from the first reference.
  public var value: Double { comparisons[0].value }

  /// The comparison with one reference.
  public subscript(reference: SpectralReference) -> SpectralComparison {
    comparisons[SpectralReference.allCases.firstIndex(of: reference)!]
  }
}
