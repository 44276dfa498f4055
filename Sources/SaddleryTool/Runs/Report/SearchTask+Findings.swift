import Saddlery

extension SearchTask {
  func findings(_ part: StoredPart, threads: Int) throws -> Findings {
    let survey = survey(part)
    guard !survey.criticalPoints.isEmpty else { return Findings(lines: survey.lines()) }
    let caption = caption(part)
    return Findings(
      lines: survey.lines(),
      figures: [
        .indexVersusEnergy(
          [survey], meanEnergyByIndex: try meanEnergyByIndex(threads), caption: caption)
      ] + (survey.samples > 1 ? [.indexDeviation([survey], caption: caption)] : []),
      tables: [
        ("Mean energy by index", survey.indexTable(bins: 20, provenance: provenance))
      ],
      verdicts: [
        Verdict(
          "searches that converged, of all",
          value: Double(survey.converged) / Double(survey.records.count),
          above: 0.97)
      ])
  }

  func overview(_ parts: [(task: any StoredTask, part: StoredPart)]) -> Findings? {
    let surveys = parts.compactMap { ($0.task as? Self)?.survey($0.part) }
      .filter { !$0.criticalPoints.isEmpty }
    guard surveys.count > 1, surveys.count == parts.count else { return nil }
    let caption = [provenance.convention] + (provenance.seed.map { ["seed \($0)"] } ?? [])
    return Findings(
      lines: surveys.map {
        "N = \($0.dimension): rms deviation from the curve of N → ∞ \(fixed($0.rmsDeviation, 4))"
      },
      figures: [
        .indexVersusEnergy(surveys, caption: caption), .indexDeviation(surveys, caption: caption),
      ])
  }

  /// The survey that a run without a store would make.
  private func survey(_ part: StoredPart) -> IndexEnergySurvey<Curve> {
    var survey = IndexEnergySurvey(curve, dimension: dimension)
    for sample in part.samples {
      let rows = sample.rows.map { cells in
        { (name: String) in part.place(name).map { cells[$0] } ?? .missing }
      }
      survey.add(
        rows.map { cell in
          CriticalPoint(
            position: [], value: cell("energy").number * Double(dimension),
            radialDerivative: cell("radial_derivative").number,
            gradientNorm: cell("gradient_norm").number, index: cell("index").whole,
            lowestEigenvalue: cell("lowest_eigenvalue").number,
            highestEigenvalue: cell("highest_eigenvalue").number,
            outcome: SearchOutcome(rawValue: cell("outcome").words) ?? .nonFinite,
            iterations: cell("iterations").whole ?? 0, targetIndex: cell("target_index").whole ?? 0)
        }, duplicateOf: rows.map { cell in cell("duplicate_of").whole.map { $0 - 1 } },
        sample: sample.number)
    }
    return survey
  }
}
