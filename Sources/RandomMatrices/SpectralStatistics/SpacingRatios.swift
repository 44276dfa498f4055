internal import Requirements

/// Ratios of neighbouring spacings, the smaller over the larger: r in [0, 1]. They need no unfolding.
///
///     r_i = min(s_i, s_{i+1})/max(s_i, s_{i+1}),   s_i = x_{i+1} - x_i
///
/// A zero spacing beside another that is not gives 0; two zero spacings beside each other have no ratio and are
/// left out. A spectrum with levels that are not finite has ratios NaN.
///
/// Reference: Atas, Bogomolny, Giraud and Roux, Phys. Rev. Lett. 110, 084101 (2013), arXiv:1212.5611.
public enum SpacingRatios {
  /// The ratios of one spectrum.
  ///
  /// - Parameters:
  ///   - spectrum: its levels, in any order.
  ///   - part: the part of the ascending levels that is used, as fractions of their number.
  public static func of(_ spectrum: [Double], part: ClosedRange<Double> = 0...1) -> [Double] {
    demand(
      part.lowerBound >= 0 && part.upperBound <= 1, "a part lies in 0...1, not \(part)")
    guard spectrum.allSatisfy(\.isFinite) else { return [.nan] }
    let n = Double(spectrum.count)
    let bounds = Int((n * part.lowerBound).rounded())..<Int((n * part.upperBound).rounded())
    let levels = spectrum.sorted()[bounds]
    let spacings = zip(levels, levels.dropFirst()).map { $1 - $0 }
    return zip(spacings, spacings.dropFirst()).compactMap { a, b in
      max(a, b) > 0 ? min(a, b) / max(a, b) : nil
    }
  }
}
