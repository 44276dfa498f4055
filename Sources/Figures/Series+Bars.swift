internal import Foundation
internal import Requirements

extension Series {
  /// What the bars of a histogram say.
  public enum HistogramHeight: Sendable, Hashable {
    /// How many values n lie in each bin, with the error √n.
    case counts
    /// n and √n over the number of all values and the width of the bin: their sum times the width is one.
    case density
  }

  /// Creates bars from zero to heights; on a logarithmic axis from its lower end.
  ///
  /// - Parameters:
  ///   - name: in the legend; none if nil.
  ///   - x: the middle of each bar.
  ///   - heights: one for each bar.
  ///   - errors: standard errors of the heights.
  ///   - width: of every bar; four fifths of the smallest distance between two if absent.
  ///   - colour: of the bars.
  /// - Precondition: all columns have the same length; the width is positive and finite.
  public static func bars(
    _ name: String?, x: [Double], heights: [Double], errors: [Double]? = nil,
    width: Double? = nil, colour: Colour = .black
  ) -> Series {
    let places = Set(x.filter(\.isFinite)).sorted()
    let distance = zip(places, places.dropFirst()).map { $1 - $0 }.min()
    let single = places.first.map { $0 == 0 ? 1 : abs($0) } ?? 1
    let width = width ?? 0.8 * (distance ?? single)
    demand(width > 0 && width < .infinity, "bars cannot have the width \(width)")
    return Series(
      name, .bars, colour, x: x, y: heights, yError: errors, width: x.map { _ in width })
  }

  /// Creates a histogram of a sample in equal bins. Values that are not finite are left out.
  ///
  /// - Parameters:
  ///   - name: in the legend; none if nil.
  ///   - sample: the values, in any order.
  ///   - bins: how many; 2 n^{1/3} of n values if absent.
  ///   - range: from the first to the last bin, the upper end included; that of the values if absent. Values beyond are
  ///     in no bin, but among those that a density counts.
  ///   - heights: counts or density.
  ///   - colour: of the bars.
  /// - Precondition: at least one bin; the range is finite, and wider than the rounding of its ends.
  public static func histogram(
    _ name: String?, of sample: [Double], bins: Int? = nil, range: ClosedRange<Double>? = nil,
    heights: HistogramHeight = .counts, colour: Colour = .black
  ) -> Series {
    let values = sample.filter(\.isFinite)
    let count = bins ?? max(1, Int((2 * cbrt(Double(values.count))).rounded(.up)))
    demand(count >= 1, "a histogram needs at least one bin, not \(count)")
    guard let least = values.min(), let most = values.max() else {
      return bars(name, x: [], heights: [], errors: [], width: 1, colour: colour)
    }
    // Around values that are all one, on their own scale.
    let size = max(abs(least), abs(most))
    let isSpread = most - least > 8 * Double(count) * size.ulp
    let half = isSpread ? 0 : size >= .leastNormalMagnitude ? size / 2 : 0.5
    let (low, high) = (range?.lowerBound ?? least - half, range?.upperBound ?? most + half)
    let width = high / Double(count) - low / Double(count)
    demand(
      (high - low).isFinite && width > 4 * max(abs(low), abs(high)).ulp,
      "\(count) bins do not fit into \(low)...\(high)")
    let edges = (0...count).map {
      $0 == count ? high : low + (high - low) * (Double($0) / Double(count))
    }
    var counts = [Int](repeating: 0, count: count)
    for value in values where value >= low && value <= high {
      var bin = min(count - 1, Int((value - low) / width))
      // What rounding moved over an edge.
      if value < edges[bin] { bin -= 1 }
      if bin + 1 < count, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    let unit = heights == .counts ? 1 : 1 / (Double(values.count) * width)
    return bars(
      name, x: zip(edges, edges.dropFirst()).map { $0 / 2 + $1 / 2 },
      heights: counts.map { unit * Double($0) },
      errors: counts.map { unit * Double($0).squareRoot() }, width: width, colour: colour)
  }
}
