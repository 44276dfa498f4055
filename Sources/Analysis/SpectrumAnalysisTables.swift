public import OutputFiles
public import RandomMatrices

extension SpectrumAnalysis {
  /// One row per eigenvalue, ascending: where it belongs (`zero`, `bulk`, `outlier`), and of outliers what they say.
  public func eigenvalueTable(provenance: Provenance) -> DataTable {
    let bulk = fit.bulk[0]...fit.bulk[fit.bulk.count - 1]
    let found = Dictionary(outliers.map { ($0.eigenvalue, $0) }) { first, _ in first }
    let rows = eigenvalues.map { x in
      (
        x: x, outlier: found[x],
        place: found[x] != nil ? "outlier" : bulk.contains(x) ? "bulk" : "zero"
      )
    }
    return DataTable(
      comments: provenance.comments,
      columns: [
        .init("eigenvalue", rows.map(\.x)), .init("place", rows.map(\.place)),
        .init("p_value", rows.map { $0.outlier?.pValue }),
        .init("strength", rows.map { $0.outlier?.strength }),
        .init("squared_overlap", rows.map { $0.outlier?.squaredOverlap }),
      ])
  }

  /// Every statistic by name, in the order of a table.
  public var statistics: [(name: String, statistic: SpectralStatistic)] {
    [("distance", distance), ("mean_spacing_ratio", meanSpacingRatio)]
      + [("spacing_distance", spacingDistance)]
      + numberVariance.map { ("number_variance", $0) } + rigidity.map { ("rigidity", $0) }
  }

  /// One row per statistic and reference.
  public func statisticTable(provenance: Provenance) -> DataTable {
    let rows = statistics.flatMap { name, statistic in
      statistic.comparisons.map { (name, statistic.length, $0) }
    }
    return DataTable(
      comments: provenance.comments,
      columns: [
        .init("statistic", rows.map(\.0)), .init("length", rows.map(\.1)),
        .init("value", rows.map(\.2.value)), .init("reference", rows.map(\.2.reference.rawValue)),
        .init("expected", rows.map(\.2.expected)), .init("p_value", rows.map(\.2.pValue)),
      ])
  }
}
