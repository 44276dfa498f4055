import Saddlery

extension FieldPointsTask {
  func findings(_ part: StoredPart, threads: Int) throws -> Findings {
    let survey = TorusSurvey(sampler, results: part.samples.map { result($0) })
    let verdicts =
      sampler.isIsotropic ? survey.verdicts(falsePositiveRate: Verdict.falsePositiveRate) : []
    var findings = Findings(
      lines: [
        "of \(part.samples.count) samples \(survey.certifiedSamples) certified, \(survey.checkedSamples) checked"
      ], verdicts: verdicts)
    if !verdicts.isEmpty, survey.acceptedSamples > 0 {
      let numbers = NumbersByIndex(
        means: verdicts.map(\.value), errors: verdicts.map(\.standardError),
        exact: verdicts.map(\.expectation))
      findings.figures = [numbers.figure(caption: caption(part))]
      findings.tables = [("Mean numbers by index", numbers.table)]
    }
    if sampler.domain.dimension == 2, let first = part.samples.first {
      findings.figures.append(
        .criticalPointMap(
          of: sampler.sample(seed: seed, sample: first.number), survey.results[0],
          caption: ["\(provenance.model), seed \(seed), sample \(first.number)"]))
    }
    return findings
  }

  private func result(_ sample: StoredPart.Sample) -> Sweep<FourierField>.Result {
    let points = sample.rows.map { cells in
      CriticalPoint(
        position: cells[5..<(5 + sampler.domain.dimension)].map(\.number), value: cells[1].number,
        radialDerivative: 0, gradientNorm: cells[2].number, index: cells[0].whole,
        lowestEigenvalue: cells[3].number, highestEigenvalue: cells[4].number, outcome: .converged,
        iterations: 0, targetIndex: cells[0].whole ?? 0)
    }
    let completeness: Completeness =
      switch sample.verdict {
      case "certified": .proved
      case "checked": .checked
      default: .incomplete([])
      }
    return Sweep<FourierField>.Result(
      points: points, dimension: sampler.domain.dimension, completeness: completeness)
  }
}
