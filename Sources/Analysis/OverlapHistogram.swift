internal import LinearAlgebra
public import OutputFiles
internal import Requirements
internal import Statistics

/// How many pairs of critical points of one sample have which overlap q = σ·σ'/N, a density of q with its error.
///
/// Pairs are those of different points of equal index in the same sample; -σ is another point than σ. With several samples
/// the sample is the unit of the standard error; in one sample it is the jackknife's over points, as pairs that share a
/// point are not independent.
public struct OverlapHistogram: Sendable {
  /// Edges of the bins: -1 to 1 evenly. The last bin holds 1 too.
  public let edges: [Double]
  /// Pairs by bin.
  public let counts: [Int]
  /// Density of q by bin, of integral 1; NaN without pairs.
  public let density: [Double]
  /// Its standard errors; NaN where there is none.
  public let standardErrors: [Double]

  /// Of points on spheres |σ|² = N.
  ///
  /// - Parameters:
  ///   - points: with the sample and the index of each.
  ///   - index: of those to take.
  ///   - bins: at least one.
  /// - Complexity: N operations a pair.
  public init(_ points: PointArrays, index: Int, bins: Int = 40) {
    demand(bins >= 1, "a histogram needs at least one bin, not \(bins)")
    let width = 2 / Double(bins)
    edges = (0...bins).map { -1 + Double($0) * width }
    let members = points.indices.indices.filter { points.indices[$0] == index }
    let bySample = Dictionary(grouping: members) { points.samples[$0] }
      .sorted { $0.key < $1.key }.map { $0.value.map { points.positions[$0] } }
      .filter { $0.count > 1 }
    /// Pairs by bin for each point of a sample: each pair counts for both.
    let tables = bySample.map { positions -> [[Int]] in
      var table = [[Int]](repeating: [Int](repeating: 0, count: bins), count: positions.count)
      for i in positions.indices {
        for j in 0..<i {
          let product = zip(positions[i], positions[j]).reduce(0) { $0 + $1.0 * $1.1 }
          let overlap = product / Double(positions[i].count)
          let bin = min(bins - 1, max(0, Int(((overlap + 1) / width).rounded(.down))))
          table[i][bin] += 1
          table[j][bin] += 1
        }
      }
      return table
    }
    func sum(_ table: [[Int]], _ bin: Int) -> Int { table.reduce(0) { $0 + $1[bin] } / 2 }
    let bySampleCounts = tables.map { table in (0..<bins).map { sum(table, $0) } }
    let counts = (0..<bins).map { bin in bySampleCounts.reduce(0) { $0 + $1[bin] } }
    let total = Double(counts.reduce(0, +))
    (self.counts, density) = (counts, counts.map { Double($0) / (total * width) })
    /// Densities with one unit, a sample or a point, left out.
    let without: [[Double]]
    if tables.count > 1 {
      without = bySampleCounts.map { own in
        let rest = total - Double(own.reduce(0, +))
        return zip(counts, own).map { Double($0 - $1) / (rest * width) }
      }
    } else if let table = tables.first, table.count > 2 {
      without = table.map { own in
        let rest = total - Double(own.reduce(0, +))
        return zip(counts, own).map { Double($0 - $1) / (rest * width) }
      }
    } else {
      without = []
    }
    let units = Double(without.count)
    standardErrors = (0..<bins).map { bin in
      guard !without.isEmpty else { return .nan }
      let mean = without.reduce(0) { $0 + $1[bin] } / units
      let square = without.reduce(0) { $0 + ($1[bin] - mean) * ($1[bin] - mean) }
      return ((units - 1) / units * square).squareRoot()
    }
  }

  /// Histograms of all indices that have pairs, one under the other.
  public static func table(
    _ points: PointArrays, bins: Int = 40, provenance: Provenance
  ) -> DataTable {
    let indices = Set(points.indices).sorted()
    let rows = indices.flatMap { index -> [(Int, Double, Double, Int, Double, Double?)] in
      let histogram = OverlapHistogram(points, index: index, bins: bins)
      guard histogram.counts.contains(where: { $0 > 0 }) else { return [] }
      return histogram.counts.indices.map { bin in
        let error = histogram.standardErrors[bin]
        return (
          index, histogram.edges[bin], histogram.edges[bin + 1], histogram.counts[bin],
          histogram.density[bin], error.isFinite ? error : nil
        )
      }
    }
    return DataTable(
      comments: provenance.comments + [
        "overlaps q = sigma.sigma'/N of pairs of different points of equal index in one sample; density of q;",
        "standard errors by jackknife, the unit being the sample, or the point where there is one sample",
      ],
      columns: [
        .init("index", rows.map(\.0)), .init("lowest_overlap", rows.map(\.1)),
        .init("highest_overlap", rows.map(\.2)), .init("pairs", rows.map(\.3)),
        .init("density", rows.map(\.4)), .init("standard_error", rows.map(\.5)),
      ])
  }
}
