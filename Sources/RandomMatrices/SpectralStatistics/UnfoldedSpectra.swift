public import Requirements
public import Statistics

/// Spectra with mean spacing 1, and what is measured in a part of them.
///
///     Σ²(L) = E (N - L)²,   Δ₃(L) = E (1/L) min over A, B of ∫ (N(u) - A - Bu)² du
///
/// N is the number of levels in a window of length L, N(u) that of those up to u in it.
///
/// Every statistic is averaged within a spectrum, then over spectra, and its standard error is that over
/// spectra.
///
/// Reference: Dyson and Mehta, J. Math. Phys. 4, 701 (1963); Mehta, Random Matrices (2004), chapter 16.
public struct UnfoldedSpectra: Sendable {
  /// The levels, spectrum by spectrum, ascending.
  public let levels: [[Double]]
  /// The part of the axis that is measured.
  public let range: ClosedRange<Double>

  /// Levels that have mean spacing 1 in a range: angles of n eigenvalues on a circle times n/2π, for example.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for no spectra, a level that is not finite, or a range without length.
  public init(_ levels: [[Double]], range: ClosedRange<Double>) throws(ParameterError) {
    try ParameterError.requireCount("number of spectra", levels.count)
    for x in levels.joined() {
      try ParameterError.require("level", x, "finite ones") { _ in true }
    }
    let length = range.upperBound - range.lowerBound
    try ParameterError.requirePositive("length of the range", length)
    self.levels = levels.map { $0.sorted() }
    self.range = range
  }

  /// Spectra of n levels each, unfolded.
  ///
  /// - Parameters:
  ///   - spectra: n levels each, in any order.
  ///   - unfolding: the staircase that takes levels to their mean number.
  ///   - part: the part of 0...n that is measured, as fractions of n.
  /// - Throws: ``/Requirements/ParameterError`` for spectra of different lengths, a part beyond 0...1, and as
  ///   ``Unfolding/unfold(_:)``.
  public init(
    _ spectra: [[Double]], by unfolding: Unfolding, part: ClosedRange<Double> = 0...1
  ) throws(ParameterError) {
    let n = spectra.first?.count ?? 0
    for spectrum in spectra {
      try ParameterError.require(
        "number of levels", Double(spectrum.count), "spectra of equal length, here \(n)"
      ) { $0 == Double(n) }
    }
    for bound in [part.lowerBound, part.upperBound] {
      try ParameterError.require("bound of the part", bound, "fractions of 0...1") {
        (0...1).contains($0)
      }
    }
    var levels: [[Double]] = []
    for spectrum in spectra { levels.append(try unfolding.unfold(spectrum)) }
    try self.init(
      levels, range: Double(n) * part.lowerBound...Double(n) * part.upperBound)
  }

  /// The spacing above every level of the range, spectrum by spectrum. Its upper level may lie outside: spacings
  /// within the range alone would be too short on average.
  public var spacings: [[Double]] {
    levels.map { spectrum in
      zip(spectrum, spectrum.dropFirst()).compactMap { range.contains($0) ? $1 - $0 : nil }
    }
  }

  /// Σ²(L) = E (N - L)², N the number of levels in a window of length L.
  ///
  /// Averaged over all positions of the window in the range, by the exact integral: N changes where either
  /// end meets a level.
  ///
  /// - Throws: unless 0 < L ≤ the length of the range.
  public func numberVariance(length: Double) throws(ParameterError) -> Estimate {
    try requireWindow(length)
    return Estimate(bySample: levels.map { [meanSquare($0, length)] })
  }

  private func meanSquare(_ spectrum: [Double], _ length: Double) -> Double {
    let (start, end) = (range.lowerBound, range.upperBound - length)
    // The window (x, x + L] holds the levels first..<last.
    var first = spectrum.firstIndex { $0 > start } ?? spectrum.count
    var last = spectrum.firstIndex { $0 > start + length } ?? spectrum.count
    func square() -> Double {
      let excess = Double(last - first) - length
      return excess * excess
    }
    guard end > start else { return square() }
    var (x, sum) = (start, 0.0)
    while x < end {
      let leaves = first < spectrum.count ? spectrum[first] : .infinity
      let enters = last < spectrum.count ? spectrum[last] - length : .infinity
      let next = max(x, min(leaves, enters, end))
      sum += (next - x) * square()
      if enters <= leaves { last += 1 } else { first += 1 }
      x = next
    }
    return sum / (end - start)
  }

  func requireWindow(_ length: Double) throws(ParameterError) {
    let longest = range.upperBound - range.lowerBound
    try ParameterError.require("window length", length, "one above 0, at most \(longest)") {
      $0 > 0 && $0 <= longest
    }
  }
}
