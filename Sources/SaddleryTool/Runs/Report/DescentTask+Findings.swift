import Saddlery

extension DescentTask {
  func findings(_ part: StoredPart, threads: Int) throws -> Findings {
    var survey = DescentSurvey(dimension: dimension)
    for sample in part.samples {
      let runs = Dictionary(grouping: sample.rows) { $0[0].whole ?? 0 }
      for (start, rows) in runs.sorted(by: { $0.key < $1.key }) {
        let times = rows.map { $0[1].number }
        guard survey.times.isEmpty || survey.times == times, let last = rows.last,
          let outcome = RunOutcome(rawValue: last[4].words)
        else { continue }
        survey.add(
          sample: sample.number, start: start, outcome: outcome, times: times,
          values: rows.map { $0[2].number }, gradientNorms: rows.map { $0[3].number },
          index: last[5].whole)
      }
    }
    guard !survey.finished.isEmpty else { return Findings(lines: ["all runs diverged"]) }
    let final = survey.final
    let minima = survey.finished.count { $0.index == 0 }
    let levels = plan.levels(model.mixture)
    let caption = caption(part)
    return Findings(
      lines: [
        "final energy \(fixed(final.mean, 4))"
          + (final.standardError.isFinite ? " ± \(significant(final.standardError))" : ""),
        "\(minima) of \(survey.runs.count) runs end where the Hessian has no negative eigenvalue",
      ] + levels.map { "\($0.label.replacing("_", with: "")) = \(fixed($0.energy, 4))" },
      figures: [
        .energyAgainstTime(survey, levels: levels, caption: caption),
        .finalEnergies(
          survey, levels: levels,
          minima: try plan.minima(model.mixture, dimension: dimension, threads: threads),
          caption: caption),
      ], tables: [("Mean energy against time", survey.meanTable(provenance: provenance))])
  }
}
