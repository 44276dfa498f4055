import Saddlery

extension EnumerationTask {
  func findings(_ part: StoredPart, threads: Int) throws -> Findings {
    let points = part.rows.map {
      (sample: $0.sample, index: $0.cells[1].whole ?? 0, energy: $0.cells[0].number)
    }
    let counts = part.samples.map { sample in
      sample.rows.reduce(into: [Int](repeating: 0, count: dimension)) { counts, cells in
        if let k = cells[1].whole, counts.indices.contains(k) { counts[k] += 1 }
      }
    }
    let complete = part.samples.count { $0.verdict == "complete" }
    var findings = Findings(lines: [
      "\(complete) of \(part.samples.count) samples complete: every critical point found, with proof",
      "\(points.count) critical points",
    ])
    let exact = try? CriticalPointCounts(
      model.mixture, signal: model.signal, dimension: dimension, threads: threads)
    if let exact {
      findings.verdicts = Verdict.counts(
        counts, against: exact, falsePositiveRate: Verdict.falsePositiveRate)
      if model.signal == nil {
        findings.verdicts += Verdict.meanEnergies(
          points, against: exact, falsePositiveRate: Verdict.falsePositiveRate)
      }
    }
    let means = (0..<dimension).map { k in
      Estimate(counts.enumerated().map { ($0.offset, Double($0.element[k])) })
    }
    let numbers = NumbersByIndex(
      means: means.map(\.mean), errors: means.map(\.standardError),
      exact: exact?.byIndex.map(\.value))
    findings.tables = [("Mean numbers by index", numbers.table)]
    findings.figures = [numbers.figure(caption: caption(part))]
    if model.signal == nil, !points.isEmpty, let curve = try? LimitingIndexCurve(model.mixture) {
      findings.figures.append(
        .indexVersusEnergy(
          [survey(points, curve)], meanEnergyByIndex: exact?.meanEnergyByIndex.map(\.value),
          caption: caption(part)))
    }
    return findings
  }

  private func survey(
    _ points: [(sample: Int, index: Int, energy: Double)], _ curve: LimitingIndexCurve
  ) -> IndexEnergySurvey<LimitingIndexCurve> {
    var survey = IndexEnergySurvey(curve, dimension: dimension)
    for (sample, points) in Dictionary(grouping: points, by: \.sample).sorted(by: {
      $0.key < $1.key
    }) {
      survey.add(
        points.map {
          CriticalPoint(
            position: [], value: $0.energy * Double(dimension), radialDerivative: .nan,
            gradientNorm: 0, index: $0.index, lowestEigenvalue: .nan, highestEigenvalue: .nan,
            outcome: .converged, iterations: 0, targetIndex: $0.index)
        }, duplicateOf: points.map { _ in nil }, sample: sample)
    }
    return survey
  }
}
