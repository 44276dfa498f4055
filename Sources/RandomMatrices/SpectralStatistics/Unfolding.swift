public import Requirements

/// The map that gives levels a mean spacing of 1: the mean number of levels up to x.
///
///     x → N(x),   N(x) = E #{i : x_i ≤ x}
///
/// Reference: Haake, Quantum Signatures of Chaos, section 4.8.
public struct Unfolding: Sendable {
  private enum Staircase: Sendable {
    case law(any SpectralLaw)
    case polynomial(StaircaseFit)
  }
  private let staircase: Staircase

  /// n F(x) of a known law, n being the number of levels of a spectrum.
  public init(law: any SpectralLaw) { staircase = .law(law) }

  /// A polynomial fitted to the mean staircase of spectra of one law: least squares on the points
  /// (x_i, (i - 1/2)/S), x_1 ≤ x_2 ≤ ... being the levels of all S spectra together.
  ///
  /// Where a density ends as a root, a polynomial follows slowly; give the inner levels alone.
  ///
  /// - Parameters:
  ///   - spectra: levels of each, in any order.
  ///   - degree: 1 or more; its square must be below the number of levels, or the polynomial would swing between them.
  /// - Throws: also for levels that are not finite, or if the polynomial falls within their range.
  public init(fitting spectra: [[Double]], degree: Int) throws(ParameterError) {
    try ParameterError.requireCount("degree", degree)
    let levels = spectra.joined().sorted()
    let count = Double(levels.count)
    let (square, isTooLarge) = degree.multipliedReportingOverflow(by: degree)
    try ParameterError.require(
      "number of levels", count, "more than the square of the degree, \(isTooLarge ? .max : square)"
    ) { !isTooLarge && $0 > Double(square) }
    for x in levels { try ParameterError.require("level", x, "finite ones") { _ in true } }
    let width = levels[levels.count - 1] - levels[0]
    try ParameterError.require("range of the levels", width, "levels that differ") { $0 > 0 }
    let heights = levels.indices.map { (Double($0) + 0.5) / Double(spectra.count) }
    let fit = StaircaseFit(x: levels, y: heights, degree: degree)
    if let x = fit.fall {
      throw ParameterError(
        "degree", Double(degree),
        valid: "another, or inner levels alone: the polynomial does not rise at \(x)")
    }
    staircase = .polynomial(fit)
  }

  /// The unfolded levels of one spectrum, ascending.
  ///
  /// - Throws: for a level that is not finite, or outside the range of a fit.
  public func unfold(_ spectrum: [Double]) throws(ParameterError) -> [Double] {
    var levels: [Double] = []
    for x in spectrum.sorted() {
      try ParameterError.require("level", x, "finite ones") { _ in true }
      switch staircase {
      case .law(let law): levels.append(Double(spectrum.count) * law.distribution(x))
      case .polynomial(let fit):
        // The words of an error cost more than the level.
        guard fit.range.contains(x) else {
          let (low, high) = (fit.range.lowerBound, fit.range.upperBound)
          throw ParameterError("level", x, valid: "one of the fitted range \(low)...\(high)")
        }
        levels.append(fit.value(x).value)
      }
    }
    return levels
  }
}
