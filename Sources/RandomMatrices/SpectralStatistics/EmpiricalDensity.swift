internal import Foundation
public import Requirements
public import Statistics

/// A histogram of measured spectra, with error bands.
///
///     density of a bin = (values in it)/(values × width)
///
/// Counts of levels in a bin are not Poisson: levels repel, and a rigid spectrum has far smaller errors. So the
/// standard errors are those of ``/Statistics/Estimate``, over spectra. The values may also be spacings or ratios.
///
/// Reference: Mehta, Random Matrices (2004), chapter 16, how little counts of levels vary.
public struct EmpiricalDensity: Sendable {
  /// Edges of the bins, ascending. A bin (a, b] includes its upper edge, the first both.
  public let edges: [Double]
  /// The fraction of all values in each bin.
  public let masses: [Estimate]
  /// Number of values, those outside the bins too.
  public let count: Int

  /// The histogram of values listed spectrum by spectrum.
  ///
  /// - Parameters:
  ///   - values: a list for each spectrum.
  ///   - edges: if not given 2N^{1/3} equal bins hold all N values.
  /// - Throws: ``/Requirements/ParameterError`` for no values or one that is not finite, and for edges that do not
  ///   rise.
  public init(_ values: [[Double]], edges: [Double]? = nil) throws(ParameterError) {
    let all = values.joined()
    count = all.count
    try ParameterError.requireCount("number of values", count)
    for x in all { try ParameterError.require("value", x, "finite ones") { _ in true } }
    let edges = edges ?? Self.equalBins(all.min() ?? 0, all.max() ?? 0, count: count)
    try ParameterError.require("number of edges", Double(edges.count), "2 or more") { $0 >= 2 }
    for (a, b) in zip(edges, edges.dropFirst()) {
      try ParameterError.require("width of a bin", b - a, "ascending edges") { $0 > 0 }
    }
    let counts = values.map { Self.counts($0, edges) }
    let sizes = values.map(\.count)
    self.edges = edges
    masses = (0..<(edges.count - 1)).map { bin in
      Estimate(totals: counts.map { $0[bin] }, counts: sizes)
    }
  }

  /// The fraction of values in each bin over its width, and its standard error: the area over the bins is 1
  /// where they hold all values.
  public var densities: [(value: Double, standardError: Double)] {
    masses.indices.map { bin in
      let width = edges[bin + 1] - edges[bin]
      return (masses[bin].mean / width, masses[bin].standardError / width)
    }
  }

  /// What a law puts into each bin: differences of F, not the density somewhere in the bin.
  public func expectedMasses(of law: any SpectralLaw) -> [Double] {
    let atom = law.atoms.first { $0.position == edges[0] }?.mass ?? 0
    let values = edges.map(law.distribution)
    return masses.indices.map { values[$0 + 1] - values[$0] + ($0 == 0 ? atom : 0) }
  }

  /// (observed - expected)/error, bin by bin.
  ///
  /// Where the counts do not vary between spectra, as in an empty bin, the error is that of independent values,
  /// √(p(1 - p)/N), p the expected mass.
  public func deviations(from law: any SpectralLaw) -> [Double] {
    zip(masses, expectedMasses(of: law)).map { mass, p in
      let difference = mass.mean - p
      if difference == 0 { return 0 }
      let independent = (max(0, p * (1 - p)) / Double(count)).squareRoot()
      return difference / (mass.standardError > 0 ? mass.standardError : independent)
    }
  }

  private static func equalBins(_ low: Double, _ high: Double, count: Int) -> [Double] {
    let bins = Int((2 * cbrt(Double(count))).rounded(.up))
    // All values equal: one unit around them.
    let (start, width) = high > low ? (low, high - low) : (low - 0.5, 1)
    return (0...bins).map { $0 == bins ? start + width : start + width * Double($0) / Double(bins) }
  }

  private static func counts(_ values: [Double], _ edges: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: edges.count - 1)
    for x in values where x >= edges[0] && x <= edges[edges.count - 1] {
      // The first edge not below x closes its bin.
      var (low, high) = (0, edges.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if edges[middle] < x { low = middle } else { high = middle }
      }
      counts[low] += 1
    }
    return counts
  }
}
