internal import CriticalPoints
internal import KacRice
public import OutputFiles
internal import Requirements
package import Statistics

extension IndexEnergySurvey {
  /// Every record as a row, in the order of the searches.
  ///
  /// Numbers that do not exist (the spectrum of a point that is not finite) are empty cells.
  public func pointTable(provenance: Provenance) -> DataTable {
    let comments =
      provenance.comments + [
        "energy: \(Curve.labels.energy); index_fraction: \(Curve.labels.fraction)",
        "gradient_norm = |grad_R H|/sqrt(N); radial_derivative = <sigma, grad H>/N, 0 in flat space",
        "duplicate_of = row (from 1) of the same critical point found earlier in the sample",
      ]
    return DataTable(
      comments: comments,
      columns: [
        .init("sample", records.map(\.sample)),
        .init("target_index", records.map(\.point.targetIndex)),
        .init("outcome", records.map(\.point.outcome.rawValue)),
        .init("energy", records.map(\.energy)),
        .init("index", records.map(\.point.index)),
        .init(
          "index_fraction",
          records.map { $0.point.index == nil ? nil : $0.indexFraction } as [Double?]),
        .init("radial_derivative", records.map(\.point.radialDerivative)),
        .init("gradient_norm", records.map(\.point.gradientNorm)),
        .init("lowest_eigenvalue", records.map(\.point.lowestEigenvalue)),
        .init("highest_eigenvalue", records.map(\.point.highestEigenvalue)),
        .init("iterations", records.map(\.point.iterations)),
        .init(
          "duplicate_of",
          cells: records.map { record in
            record.duplicateOf.map { .integer($0 + 1) } ?? .missing
          }),
      ])
  }

  /// Mean energy by index, in at most `bins` groups of neighbouring indices.
  package func rows(bins: Int) -> [IndexEnergyRow] {
    demand(bins >= 1, "the table needs at least 1 bin, not \(bins)")
    let points = criticalPoints
    let count = min(bins, indices)
    return (0..<count).compactMap { bin in
      let indices = (bin * self.indices / count)..<((bin + 1) * self.indices / count)
      let members = points.filter { $0.point.index.map(indices.contains) ?? false }
      guard !members.isEmpty else { return nil }
      return IndexEnergyRow(
        indices: indices.lowerBound...(indices.upperBound - 1),
        energy: Estimate(members.map { ($0.sample, $0.energy) }),
        indexFraction: members.reduce(0) { $0 + $1.indexFraction } / Double(members.count),
        deviation: Estimate(
          members.map { ($0.sample, $0.indexFraction - limit.indexFraction(energy: $0.energy)) }))
    }
  }

  /// `rows(bins:)` as columns.
  public func indexTable(bins: Int, provenance: Provenance) -> DataTable {
    let rows = rows(bins: bins)
    return DataTable(
      comments: provenance.comments + [
        "energy, and deviation = index_fraction - limit at the energy of the point, are means of a row;",
        "standard errors take the disorder sample as the unit (empty with one sample)",
      ],
      columns: [
        .init("lowest_index", rows.map(\.indices.lowerBound)),
        .init("highest_index", rows.map(\.indices.upperBound)),
        .init("points", rows.map(\.energy.count)),
        .init("samples", rows.map(\.energy.samples)),
        .init("index_fraction", rows.map(\.indexFraction)),
        .init("energy", rows.map(\.energy.mean)),
        .init("energy_standard_error", rows.map { $0.energy.finiteError }),
        .init("deviation", rows.map(\.deviation.mean)),
        .init("deviation_standard_error", rows.map { $0.deviation.finiteError }),
      ])
  }
}

/// The critical points of a range of indices.
package struct IndexEnergyRow: Sendable {
  /// The indices.
  package let indices: ClosedRange<Int>
  /// Mean energy E = H/N.
  package let energy: Estimate
  /// Mean index fraction.
  package let indexFraction: Double
  /// Mean of α - α∞(E).
  package let deviation: Estimate
}

extension Estimate {
  /// The standard error, or nil if one cluster gives none.
  var finiteError: Double? { standardError.isFinite ? standardError : nil }
}
