/// The mean of values that come in clusters, with a standard error that knows it.
///
/// Points of one disorder sample share their couplings, so they are not independent: the sample is
/// the unit. With deviations d from the overall mean of n values in S clusters,
///
///     se² = S/(S-1) · Σ_clusters (Σ_{in cluster} d)² / n²,
///
/// the linearised ratio estimator. With one cluster there is no standard error (NaN).
///
/// Reference: Cochran, Sampling Techniques, 3rd ed., section 6.3 (ratio of cluster totals).
public struct ClusteredMean: Sendable, Equatable {
  /// The mean of all values; NaN if there are none.
  public let mean: Double
  /// Its standard error; NaN with fewer than two clusters.
  public let standardError: Double
  /// Number of values.
  public let count: Int
  /// Number of clusters.
  public let clusters: Int

  /// The mean of values, each with the number of its cluster.
  public init(_ values: [(cluster: Int, value: Double)]) {
    count = values.count
    let mean = values.reduce(0) { $0 + $1.value } / Double(values.count)
    var totals: [Int: Double] = [:]
    for (cluster, value) in values { totals[cluster, default: 0] += value - mean }
    self.mean = mean
    clusters = totals.count
    // Summed in the order of cluster numbers: a dictionary's order changes from run to run.
    let square = totals.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    let s = Double(clusters)
    standardError =
      clusters > 1 ? (s / (s - 1) * square).squareRoot() / Double(count) : .nan
  }
}
