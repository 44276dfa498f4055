import Commands
import Foundation
import Saddlery

extension EnumerateCommand {
  /// `--samples M`: mean numbers by index over disorder beside the exact ones.
  func runSamples(_ count: Int, _ start: ContinuousClock.Instant) throws {
    let (drawn, n) = try requestedModel()
    let target = try requestedTarget()
    let degree = PSpinHamiltonian.degrees(drawn.mixture, drawn.signal).max() ?? 0
    try Cost.requireMemory(
      Double(count) * (400 + Enumeration.pointMemory(degree: degree, dimension: n)),
      remedy: "choose fewer --samples")
    var provenance = Provenance(
      model: "\(drawn.name), N = \(n)", convention: Mixture.convention, seed: model.seed,
      notes: ["samples from 0"])
    let (survey, unfinished) = try asStored {
      let unfinished = try UnfinishedWork(forOutput: output, of: provenance, samples: count)
      let known = try (0..<count).map {
        try unfinished.pieces(sample: $0).compactMap(EnumerationPiece.init(words:))
      }
      let bar = Progress(total: count, unit: "samples", progress, remedy: unfinished.remedy)
      let survey = try EnumerationSurvey(
        drawn.mixture, signal: drawn.signal, dimension: n, samples: count, seed: model.seed,
        threads: threading.count,
        resuming: Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0, $1) }),
        keep: { for piece in $1 { unfinished.keep(piece.words, sample: $0) } },
        progress: bar.show)
      return (survey, unfinished)
    }
    let complete = survey.completeSamples
    let completed = "\(complete) of \(count) samples complete"
    let title = provenance.model
    provenance.notes = [completed]
    try target?.write(table(survey, provenance))
    unfinished.remove()
    let verdicts = survey.verdicts(falsePositiveRate: Verdict.falsePositiveRate)
    // None where theory does not serve the model.
    let counts = verdicts.dropFirst().prefix(n)
    let (means, seconds) = (survey.meanByIndex, start.seconds)
    let rows = counts.map {
      [fixed($0.value, 4), fixed($0.standardError, 4), fixed($0.expectation, 6), fixed($0.z, 2)]
    }
    try reporting.print(
      drawn.keys([
        "n": n, "seed": model.seed, "samples": count, "complete": complete,
        "meanByIndex": means.map(\.mean), "standardErrorByIndex": means.map(\.standardError),
        "exactByIndex": counts.map(\.expectation),
        "meanEnergyByIndex": survey.meanEnergyByIndex.map(\.mean),
        "verdict": verdicts.conclusion.rawValue,
        "verdicts": verdicts.map(\.description), "seconds": seconds,
      ]),
      [title, "\(completed), \(fixed(seconds, 2)) s"]
        + listing(["index", "mean number", "standard error", "exact", "z"], rows)
        + verdicts.contradicted.map(\.description) + [verdicts.words], writing: target)
    guard complete == count else {
      throw Failure.unproved("\(count - complete) of \(count) samples are not complete")
    }
  }

  private func table(_ survey: EnumerationSurvey, _ provenance: Provenance) -> DataTable {
    var columns: [DataTable.Column] = [
      .init("sample", Array(survey.results.indices)),
      .init("complete", survey.results.map { $0.completeness == .proved ? 1 : 0 }),
    ]
    for k in 0..<survey.dimension {
      columns.append(.init("index_\(k)", survey.results.map { $0.byIndex[k] }))
    }
    return DataTable(comments: provenance.comments, columns: columns)
  }
}
