internal import Statistics

/// What is measured in the levels of one bulk: how they follow each other, in the inner four fifths of them.
///
/// Unfolding is by a polynomial fitted to these levels, so that no law is presupposed.
struct LevelStatistics: Sendable {
  /// Mean ratio of neighbouring spacings.
  let meanSpacingRatio: Double
  /// Kolmogorov's distance of the unfolded spacings from the law of each reference.
  let spacingDistances: [Double]
  /// Σ²(L) and Δ₃(L) at the lengths.
  let numberVariances, rigidities: [Double]

  /// - Parameter levels: ascending.
  init(_ levels: ArraySlice<Double>, lengths: [Double]) {
    let inner = Array(levels[Self.inner(levels.indices)])
    let ratios = SpacingRatios.of(inner)
    meanSpacingRatio = ratios.reduce(0, +) / Double(ratios.count)
    guard let unfolded = Self.unfolded(inner) else {
      let none = lengths.map { _ in Double.nan }
      spacingDistances = SpectralReference.allCases.map { _ in .nan }
      (numberVariances, rigidities) = (none, none)
      return
    }
    let spacings = unfolded.spacings[0]
    spacingDistances = SpectralReference.allCases.map {
      $0.spacingLaw.kolmogorovDistance(from: spacings)
    }
    // Levels that coincide at an end may leave the range too short for a length.
    numberVariances = lengths.map { (try? unfolded.numberVariance(length: $0).mean) ?? .nan }
    rigidities = lengths.map { (try? unfolded.rigidity(length: $0).mean) ?? .nan }
  }

  /// The inner four fifths.
  static func inner(_ levels: Range<Int>) -> Range<Int> {
    let tenth = levels.count / 10
    return (levels.lowerBound + tenth)..<(levels.upperBound - tenth)
  }

  /// Lengths up to a quarter of so many inner levels.
  static func lengths(count: Int) -> [Double] {
    [1, 2, 5, 10, 20].filter { 4 * $0 <= Double(count) }
  }

  /// By a polynomial of degree 7, less for few levels or where it would not rise; nil for levels that coincide.
  private static func unfolded(_ levels: [Double]) -> UnfoldedSpectra? {
    for degree in (1...max(1, min(7, levels.count / 10))).reversed() {
      guard let unfolding = try? Unfolding(fitting: [levels], degree: degree) else { continue }
      return try? UnfoldedSpectra([levels], by: unfolding)
    }
    return nil
  }
}
